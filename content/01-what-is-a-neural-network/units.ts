import { Matrix, Perceptron } from '@engine';

/** A single unit of two inputs with a step, by the engine. */
export function unit(W: readonly [number, number], b: number): Perceptron {
  const made = new Perceptron(2);
  made.W.set(W);
  made.b = b;
  return made;
}

/** z of a unit at two inputs. */
export const sumAt = (made: Perceptron, ...x: readonly [number, number]): number =>
  made.z(Matrix.column([...x]), 0);

/** The three units of the network by hand: “at least one”, “not both”, and the one that joins them. */
export const byHand = {
  or: unit([2, 3], -1),
  nand: unit([-3, -2], 4),
  and: unit([2, 3], -4),
};
