import { type DataSet, dataSetOf } from './dataset';

/** The gates of chapter 1: three that one neuron can draw a line for, and one that it cannot. */
export type GateName = 'and' | 'or' | 'nand' | 'xor';

const gateOf: Readonly<Record<GateName, (p: number, q: number) => number>> = {
  and: (p, q) => p & q,
  or: (p, q) => p | q,
  nand: (p, q) => 1 - (p & q),
  xor: (p, q) => p ^ q,
};

/** The four gates; XOR, the hard one, is last. */
export const gateNames = Object.keys(gateOf) as GateName[];

/** The truth table of a gate: four samples, inputs (0,0), (0,1), (1,0), (1,1). X 2×4, Y 1×4. */
export function gate(name: GateName): DataSet {
  const inputs = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const;
  return dataSetOf(inputs.map(([p, q]) => ({ x: [p, q], y: [gateOf[name](p, q)] })));
}
