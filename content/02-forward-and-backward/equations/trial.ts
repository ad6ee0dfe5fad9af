import { type ActivationName, Matrix, Network, type Random } from '@engine';

/**
 * A random network with a sample and a batch, run forward and backward by the engine on the sample.
 * All sizes differ, so that a lost transpose or a wrong index cannot hide.
 */
export interface Trial {
  network: Network;
  /** The parameters as plain arrays: the route that is independent of the engine's matrices. */
  plain: Plain;
  x: number[];
  y: number[];
  /** m samples, one a column. */
  X: Matrix;
  Y: Matrix;
  L: number;
  /** A hidden layer. */
  l: number;
}

/** `W[l][j][k]`, `b[l][j]`, `f[l]`, counted as in the formulas except that j and k start at 0. */
export interface Plain {
  W: number[][][];
  b: number[][];
  f: ActivationName[];
  loss: 'squaredError' | 'softmaxCrossEntropy';
}

type LossName = Plain['loss'];

/** @param m samples in the batch */
export const trial =
  (loss: LossName = 'squaredError', m = 6) =>
  (random: Random): Trial => {
    const sizes = random.shuffle([2, 3, 4, 5]);
    const hidden = () => (random.bernoulli(0.5) ? 'sigmoid' : 'tanh');
    const output = loss === 'softmaxCrossEntropy' ? 'softmax' : 'sigmoid';
    const network = new Network({ sizes, activations: [hidden(), hidden(), output], loss });
    for (const { value } of network.parameters) {
      for (let k = 0; k < value.data.length; k++) value.data[k] = away(random);
    }
    const matrix = (rows: number) =>
      new Matrix(
        rows,
        m,
        Float64Array.from({ length: rows * m }, () => away(random)),
      );
    const X = matrix(sizes[0]!);
    const Y = matrix(sizes[3]!);
    Y.data.forEach((value, k) => {
      Y.data[k] = loss === 'squaredError' ? value : Math.exp(value);
    });
    if (loss === 'softmaxCrossEntropy') normaliseColumns(Y);
    const x = X.toColumn(0);
    const y = Y.toColumn(0);
    network.forward(Matrix.column(x));
    network.backward(Matrix.column(y));
    return { network, plain: plainOf(network, loss), x, y, X, Y, L: 3, l: 1 + random.integer(2) };
  };

/** A number of either sign that is not near 0, where slips vanish. */
const away = (random: Random): number =>
  (random.bernoulli(0.5) ? 1 : -1) * random.uniform(0.4, 1.3);

function normaliseColumns(Y: Matrix): void {
  for (let s = 0; s < Y.cols; s++) {
    const sum = Y.toColumn(s).reduce((p, q) => p + q);
    for (let j = 0; j < Y.rows; j++) Y.set(j, s, Y.at(j, s) / sum);
  }
}

function plainOf(network: Network, loss: LossName): Plain {
  const plain: Plain = { W: [[]], b: [[]], f: ['identity'], loss };
  for (let l = 1; l <= network.L; l++) {
    const { W, b, activation } = network.layer(l);
    plain.W.push(W.toRows());
    plain.b.push(b.toColumn());
    plain.f.push(activation);
  }
  return plain;
}

/** The activations as the first page of any textbook writes them. */
export function activate(f: ActivationName, z: readonly number[]): number[] {
  switch (f) {
    case 'sigmoid':
      return z.map((t) => 1 / (1 + Math.exp(-t)));
    case 'tanh':
      return z.map((t) => (Math.exp(t) - Math.exp(-t)) / (Math.exp(t) + Math.exp(-t)));
    case 'softmax': {
      const total = z.reduce((sum, t) => sum + Math.exp(t), 0);
      return z.map((t) => Math.exp(t) / total);
    }
    default:
      return [...z];
  }
}

/** z^l from a^(l−1), written out. */
export const zOf = ({ W, b }: Plain, l: number, a: readonly number[]): number[] =>
  W[l]!.map((row, j) => row.reduce((sum, w, k) => sum + w * a[k]!, 0) + b[l]![j]!);

/** The loss from the outputs. */
export const lossOfOutput = ({ loss }: Plain, a: readonly number[], y: readonly number[]): number =>
  a.reduce((sum, value, j) => {
    const target = y[j]!;
    return sum + (loss === 'squaredError' ? (value - target) ** 2 / 2 : -target * Math.log(value));
  }, 0);

/** The loss from the z of layer l on: everything before is forgotten. */
function lossFromZ(plain: Plain, l: number, z: readonly number[], y: readonly number[]) {
  let a = activate(plain.f[l]!, z);
  for (let next = l + 1; next < plain.W.length; next++) {
    a = activate(plain.f[next]!, zOf(plain, next, a));
  }
  return lossOfOutput(plain, a, y);
}

/** The loss from the inputs. */
export const lossOf = (plain: Plain, x: readonly number[], y: readonly number[]): number =>
  lossFromZ(plain, 1, zOf(plain, 1, x), y);

/** All z^l and a^l of a sample, written out; a[0] is x. */
export function run(plain: Plain, x: readonly number[]): { z: number[][]; a: number[][] } {
  const z: number[][] = [[]];
  const a: number[][] = [[...x]];
  for (let l = 1; l < plain.W.length; l++) {
    z.push(zOf(plain, l, a[l - 1]!));
    a.push(activate(plain.f[l]!, z[l]!));
  }
  return { z, a };
}

/** ∂g/∂t_j for every j, by two-sided differences; right to about nine digits. */
export function slopes(g: (t: readonly number[]) => number, t: readonly number[]): number[] {
  const h = 1e-5;
  return t.map((value, j) => {
    const at = (moved: number) => g(t.map((other, i) => (i === j ? moved : other)));
    return (at(value + h) - at(value - h)) / (2 * h);
  });
}

/** What finite differences allow. */
export const byDifferences = 1e-7;

/** f′(z_j) of layer l, by differences. */
export const fPrime = (plain: Plain, l: number, z: readonly number[]): number[] =>
  z.map((t) => slopes(([u]) => activate(plain.f[l]!, [u!])[0]!, [t])[0]!);

/** ∂L/∂W^l by differences, row after row. */
export const slopesW = ({ plain, x, y }: Trial, l: number): number[] =>
  plain.W[l]!.flatMap((row, j) =>
    slopes((changed) => {
      const W = plain.W.map((rows, i) =>
        i === l ? rows.map((one, r) => (r === j ? [...changed] : one)) : rows,
      );
      return lossOf({ ...plain, W }, x, y);
    }, row),
  );

/** ∂L/∂b^l by differences. */
export const slopesB = ({ plain, x, y }: Trial, l: number): number[] =>
  slopes((changed) => {
    const b = plain.b.map((one, i) => (i === l ? [...changed] : one));
    return lossOf({ ...plain, b }, x, y);
  }, plain.b[l]!);

/** δ^l = ∂L/∂z^l by differences. */
export const slopesZ = ({ plain, x, y }: Trial, l: number): number[] =>
  slopes((z) => lossFromZ(plain, l, z, y), run(plain, x).z[l]!);
