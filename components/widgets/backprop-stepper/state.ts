import { boundedNumber, numbers, rowsOfNumbers, wholeNumber } from '@components/figure/schema';
import * as v from 'valibot';

/** Activations that the reader can choose for a layer; softmax comes with cross-entropy. */
export const choosable = ['sigmoid', 'tanh', 'relu', 'identity'] as const;
export type Choosable = (typeof choosable)[number];

export const mostUnits = 4;
/** Layers, the input's included. */
export const mostLayers = 4;
/** What a reader may type. */
export const bound = 100;
/** What learning may reach before the figure says that it diverged. */
export const learnedBound = 1e6;
const mostRounds = 400;

const values = numbers(1, mostUnits, bound);

/**
 * The network, its samples and where the reader stands. Indices as in arrays: `W[0]` belongs to
 * layer 1.
 */
export const schema = v.pipe(
  v.object({
    preset: v.picklist(['mazur', 'dead-relu', 'xor', 'softmax', 'own']),
    /** f of layers 1 … L. */
    activations: v.pipe(
      v.array(v.picklist(choosable)),
      v.minLength(1),
      v.maxLength(mostLayers - 1),
    ),
    loss: v.picklist(['squaredError', 'softmaxCrossEntropy']),
    samples: v.pipe(v.array(v.object({ x: values, y: values })), v.minLength(1), v.maxLength(4)),
    /** The sample that is stepped through. */
    sample: wholeNumber(0, 3),
    W: v.pipe(
      v.array(rowsOfNumbers(mostUnits, learnedBound)),
      v.minLength(1),
      v.maxLength(mostLayers - 1),
    ),
    b: v.pipe(
      v.array(numbers(1, mostUnits, learnedBound)),
      v.minLength(1),
      v.maxLength(mostLayers - 1),
    ),
    alpha: boundedNumber(0, 10),
    /** Steps done. */
    step: wholeNumber(0, 400),
    /** The reader types each value before it is shown. */
    predict: v.boolean(),
    /** Mean loss over the samples, before each update so far. */
    losses: v.pipe(v.array(v.pipe(v.number(), v.finite(), v.minValue(0))), v.maxLength(mostRounds)),
  }),
  v.check(({ samples, sample, W, b, activations }) => {
    const sizes = [samples[0]!.x.length, ...b.map((layer) => layer.length)];
    return (
      sample < samples.length &&
      W.length === b.length &&
      activations.length === b.length &&
      samples.every(({ x, y }) => x.length === sizes[0] && y.length === sizes.at(-1)) &&
      W.every((rows, i) => rows.length === sizes[i + 1] && rows[0]?.length === sizes[i])
    );
  }),
);

export type State = v.InferOutput<typeof schema>;
export type PresetName = Exclude<State['preset'], 'own'>;

/** n_0 … n_L. */
export const sizesOf = ({ samples, b }: State): number[] => [
  samples[0]!.x.length,
  ...b.map((layer) => layer.length),
];

export { mostRounds };
