import { activation, Matrix, type Random, softmaxBackward } from '@engine';

/** What the exercises of this chapter ask of the engine. */

export const tanh = activation('tanh');

/** δ before softmax, from its probabilities and the blame that arrives at them. */
export const backThrough = (a: readonly number[], g: readonly number[]): number[] =>
  softmaxBackward(Matrix.column(a), Matrix.column(g), Matrix.zeros(a.length, 1)).toColumn();

/** Three probabilities in tenths, no two alike. */
export function drawProbabilities(random: Random): number[] {
  const [p = 0, q = 0] = random.shuffle([1, 2, 3, 5, 6]);
  const r = 10 - p - q;
  const tenths = r > 0 && r !== p && r !== q ? [p, q, r] : [2, 3, 5];
  return random.shuffle(tenths).map((one) => one / 10);
}
