import { describe, expect, it } from 'vitest';
import { sigmoid } from './activations';
import { map } from './algebra';
import { finiteDifference } from './gradcheck';
import { type LossName, losses } from './losses';
import { Matrix, ShapeError } from './matrix';
import { softmax } from './softmax';

const Z = Matrix.from([
  [0.5, -1],
  [1.5, 0.25],
]);
const Y = Matrix.from([
  [1, 0.3],
  [0, 0.7],
]);

function outputs(name: LossName, logits: Matrix): Matrix {
  if (losses[name].fusedWith === 'softmax') return softmax(logits);
  if (losses[name].fusedWith === 'sigmoid') return map(logits, sigmoid);
  return logits;
}

/** The textbook formula for the batch, straight from the outputs. */
const formulas: Record<LossName, (a: number, y: number) => number> = {
  squaredError: (a, y) => 0.5 * (a - y) ** 2,
  softmaxCrossEntropy: (a, y) => -y * Math.log(a),
  binaryCrossEntropy: (a, y) => -y * Math.log(a) - (1 - y) * Math.log(1 - a),
  sigmoidCrossEntropy: (a, y) => -y * Math.log(a),
};

describe.each(Object.keys(losses) as LossName[])('%s', (name) => {
  const loss = losses[name];

  it('is the mean over the samples of the formula in a', () => {
    const A = outputs(name, Z);
    const total = Array.from(A.data).reduce((sum, a, k) => sum + formulas[name](a, Y.data[k]!), 0);
    expect(loss.mean(Z, A, Y)).toBeCloseTo(total / 2, 14);
  });

  it('has the gradient that finite differences show', () => {
    const A = outputs(name, Z);
    const gradient = loss.gradient(Z, A, Y, Matrix.zeros(2, 2));
    for (let k = 0; k < 4; k++) {
      const f = () => loss.mean(Z, outputs(name, Z), Y);
      expect(gradient.data[k]! / 2).toBeCloseTo(finiteDifference(f, Z, k), 9);
    }
  });

  it('refuses targets of another shape', () => {
    const other = Matrix.zeros(3, 2);
    expect(() => loss.mean(Z, Z, other)).toThrow(ShapeError);
    expect(() => loss.mean(Z, Z, other)).toThrow(`${name}: A is 2×2 but B is 3×2`);
    expect(() => loss.gradient(Z, Z, other, Z.clone())).toThrow(ShapeError);
    const what = name === 'sigmoidCrossEntropy' ? name : 'loss gradient';
    expect(() => loss.gradient(Z, Z, other, Z.clone())).toThrow(`${what}: A is 2×2`);
  });

  it('is named as its key', () => expect(loss.name).toBe(name));
});

describe('stability', () => {
  it('stays finite for logits of ±10⁴', () => {
    const far = Matrix.column([1e4, -1e4]);
    const wrong = Matrix.column([0, 1]);
    expect(losses.softmaxCrossEntropy.mean(far, far, wrong)).toBe(2e4);
    expect(losses.binaryCrossEntropy.mean(far, far, wrong)).toBe(2e4);
    expect(losses.sigmoidCrossEntropy.mean(far, far, wrong)).toBe(1e4);
  });

  it("the note's loss leaves outputs with target 0 untouched", () => {
    const a = Matrix.column([0.9, 0.2]);
    const gradient = losses.sigmoidCrossEntropy.gradient(a, a, Matrix.column([0, 1]), a.clone());
    expect(gradient.at(0, 0) === 0).toBe(true);
    expect(gradient.at(1, 0)).toBeCloseTo(-0.8, 15);
  });
});
