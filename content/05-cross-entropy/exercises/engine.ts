import { softmaxOf } from '@components/exercise/engine';
import type { Values } from '@components/exercise/types';
import { matrixOf, vectorOf } from '@components/exercise/values';
import { type LossName, logSumExp, losses, Matrix, type Random } from '@engine';

/** What the exercises of this chapter ask of the engine. */

/** The loss of one sample from its logits. */
export function lossOf(name: LossName, z: readonly number[], y: readonly number[]): number {
  const Z = Matrix.column(z);
  return losses[name].mean(Z, Z, Matrix.column(y));
}

/** The sum at which the sigmoid gives `a`. */
export const logitOf = (a: number): number => Math.log(a / (1 - a));

/** −log p, as the loss of a sigmoid output that gives p where the target is 1. */
export const surpriseOf = (p: number): number => lossOf('binaryCrossEntropy', [logitOf(p)], [1]);

/** ∂L/∂z from outputs and targets, for a loss that contains its activation. */
export const deltaOf = (name: LossName, A: Matrix, Y: Matrix): Matrix =>
  losses[name].gradient(A, A, Y, Matrix.zeros(A.rows, A.cols));

/** Σ e^(z_k) of the drawn logits, and their softmax. */
export const sumOf = (v: Values): number => Math.exp(logSumExp(matrixOf(v, 'z')));
export const probabilities = (v: Values): number[] => softmaxOf(vectorOf(v, 'z'));

/** Probabilities of `n` classes in hundredths, none under 0.05. */
export function shares(random: Random, n: number): number[] {
  const free = 100 - 5 * n;
  const cuts = Array.from({ length: n - 1 }, () => random.integer(free + 1)).sort((p, q) => p - q);
  return [...cuts, free].map((cut, j) => (5 + cut - (cuts[j - 1] ?? 0)) / 100);
}
