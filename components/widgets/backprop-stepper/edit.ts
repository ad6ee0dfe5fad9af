import { type Choosable, mostLayers, mostUnits, type State, sizesOf } from './state';

/** A number of the network that the reader can change. */
export type Place =
  | { readonly kind: 'x' | 'y'; readonly unit: number }
  | { readonly kind: 'b'; readonly layer: number; readonly unit: number }
  | { readonly kind: 'W'; readonly layer: number; readonly to: number; readonly from: number };

const replace = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, i) => (i === index ? value : old));

/** The number at a place; layers from 1, units from 1. */
export function read({ samples, sample, W, b }: State, place: Place): number {
  switch (place.kind) {
    case 'b':
      return b[place.layer - 1]![place.unit - 1]!;
    case 'W':
      return W[place.layer - 1]![place.to - 1]![place.from - 1]!;
    default:
      return samples[sample]![place.kind][place.unit - 1]!;
  }
}

/** The state with another number at a place; the losses so far belong to other numbers and go. */
export function write(state: State, place: Place, value: number): State {
  const edited: State = { ...state, preset: 'own', losses: [] };
  switch (place.kind) {
    case 'b': {
      const layer = replace(state.b[place.layer - 1]!, place.unit - 1, value);
      return { ...edited, b: replace(state.b, place.layer - 1, layer) };
    }
    case 'W': {
      const rows = state.W[place.layer - 1]!;
      const row = replace(rows[place.to - 1]!, place.from - 1, value);
      return { ...edited, W: replace(state.W, place.layer - 1, replace(rows, place.to - 1, row)) };
    }
    default: {
      const sample = state.samples[state.sample]!;
      const values = replace(sample[place.kind], place.unit - 1, value);
      const changed = { ...sample, [place.kind]: values };
      return { ...edited, samples: replace(state.samples, state.sample, changed) };
    }
  }
}

/** New numbers for what is added: no two alike, none 0, the same every time. */
const fresh = (n: number): number => [0.3, -0.5, 0.7, -0.2, 0.6, -0.8, 0.4, -0.1][n % 8]!;

const resizeList = (list: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, i) => list[i] ?? fresh(i + length));

const resizeRows = (rows: readonly (readonly number[])[], to: number, from: number): number[][] =>
  Array.from({ length: to }, (_, j) =>
    Array.from({ length: from }, (_, k) => rows[j]?.[k] ?? fresh(j * 3 + k)),
  );

/**
 * Gives layer l (from 0) another number of units. What was there keeps its numbers.
 * @param units 1 … 4
 */
export function setUnits(state: State, layer: number, units: number): State {
  const sizes = sizesOf(state);
  sizes[layer] = Math.min(mostUnits, Math.max(1, units));
  return resize(state, sizes, state.activations);
}

/** Adds a hidden layer of two units before the output, or removes the last hidden one. */
export function setLayers(state: State, layers: number): State {
  const sizes = sizesOf(state);
  const wanted = Math.min(mostLayers, Math.max(2, layers));
  let activations = [...state.activations];
  let { W, b } = state;
  while (sizes.length < wanted) {
    const at = sizes.length - 1;
    sizes.splice(at, 0, 2);
    activations = activations.toSpliced(at - 1, 0, 'sigmoid');
    W = W.toSpliced(at - 1, 0, []);
    b = b.toSpliced(at - 1, 0, []);
  }
  while (sizes.length > wanted) {
    const at = sizes.length - 2;
    sizes.splice(at, 1);
    activations = activations.toSpliced(at - 1, 1);
    W = W.toSpliced(at - 1, 1);
    b = b.toSpliced(at - 1, 1);
  }
  return resize({ ...state, W, b }, sizes, activations);
}

function resize(state: State, sizes: readonly number[], activations: readonly Choosable[]): State {
  return {
    ...state,
    preset: 'own',
    activations: [...activations],
    W: sizes.slice(1).map((to, i) => resizeRows(state.W[i] ?? [], to, sizes[i]!)),
    b: sizes.slice(1).map((units, i) => resizeList(state.b[i] ?? [], units)),
    samples: state.samples.map(({ x, y }) => ({
      x: resizeList(x, sizes[0]!),
      y: targets(y, sizes.at(-1)!, state.loss),
    })),
    step: 0,
    losses: [],
  };
}

/** With cross-entropy the targets are probabilities: one 1 among zeros when the sum is off. */
function targets(y: readonly number[], length: number, loss: State['loss']): number[] {
  const values = resizeList(y, length);
  if (loss !== 'softmaxCrossEntropy') return values;
  const sum = values.reduce((total, value) => total + value, 0);
  const fine = Math.abs(sum - 1) < 1e-9 && values.every((value) => value >= 0);
  const largest = values.indexOf(Math.max(...values));
  return fine ? values : values.map((_, j) => Number(j === largest));
}

/** Another loss; cross-entropy needs targets that are probabilities. */
export const setLoss = (state: State, loss: State['loss']): State => ({
  ...state,
  preset: 'own',
  loss,
  samples: state.samples.map(({ x, y }) => ({ x, y: targets(y, y.length, loss) })),
  step: 0,
  losses: [],
});

/** Another activation for layer l (from 1). */
export const setActivation = (state: State, layer: number, f: Choosable): State => ({
  ...state,
  preset: 'own',
  activations: replace(state.activations, layer - 1, f),
  losses: [],
});

/** Cross-entropy is a loss only while the targets are probabilities that add up to 1. */
export const targetsFit = ({ loss, samples, sample }: State): boolean => {
  const { y } = samples[sample]!;
  const sum = y.reduce((total, value) => total + value, 0);
  return loss !== 'softmaxCrossEntropy' || (Math.abs(sum - 1) < 1e-6 && y.every((p) => p >= 0));
};
