import { BatchNorm, finiteDifference, Matrix } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  earlier,
  first,
  layerOf,
  m,
  model,
  moved,
  reachesBeyond,
  type State,
  schema,
  undone,
  verdictOf,
} from './model';

const inference: State = { ...first, mode: 'inference' };
const mean = (list: readonly number[]): number => list.reduce((p, q) => p + q, 0) / list.length;

describe('the steps of batch normalisation', () => {
  it('centres on 0, then spreads to 1, then to γ about β', () => {
    const { values } = model(first);
    expect(mean(values.centred)).toBeCloseTo(0, 12);
    expect(mean(values.hat.map((hat) => hat * hat))).toBeCloseTo(1, 5);
    expect(mean(values.out)).toBeCloseTo(first.beta, 12);
    expect(Math.sqrt(mean(values.out.map((out) => (out - first.beta) ** 2)))).toBeCloseTo(
      first.gamma,
      5,
    );
  });

  it('in training, moving one sample moves the outputs of all others', () => {
    const [before, after] = [model(first), model(moved(first, 6, 4))];
    before.values.out.forEach((out, s) => {
      expect(Math.abs(after.values.out[s]! - out)).toBeGreaterThan(0.05);
    });
  });

  it('in inference, it moves only its own', () => {
    const [before, after] = [model(inference), model(moved(inference, 6, 4))];
    before.values.out.forEach((out, s) => {
      if (s < 5) expect(after.values.out[s]).toBe(out);
      else expect(after.values.out[s]).not.toBe(out);
    });
  });

  it('in inference, a sample comes out the same alone and among any others', () => {
    const layer = layerOf(inference);
    const alone = layer.forward(Matrix.from([[first.z[2]!]]), false).at(0, 0);
    expect(alone).toBe(model(inference).values.out[2]);
    expect(alone).toBe(model({ ...inference, z: [8, -5, first.z[2]!, 0, 1, 2] }).values.out[2]);
  });

  it('with γ = √(σ² + ε) and β = μ it gives back what came in', () => {
    const narrow: State = { ...first, z: [-1.4, 0.3, 0.9, 1.6, 2.2, 3.6] };
    const { values } = model(undone(narrow)!);
    for (const [s, z] of narrow.z.entries()) expect(values.out[s]).toBeCloseTo(z, 12);
  });

  it('says so when a sample lies beyond the axis in a row that is shown', () => {
    const far: State = { ...inference, batches: 0, gamma: -3, z: Array<number>(m).fill(8) };
    expect(model(far).values.out[0]).toBeCloseTo(-23.2, 3);
    expect(reachesBeyond(model(far), 3)).toBe(true);
    expect(reachesBeyond(model(far), 2)).toBe(false);
    expect(reachesBeyond(model(first), 3)).toBe(false);
    expect(verdictOf(far, model(far))).toBe('unborn');
  });

  it('does not offer to undo what the sliders cannot reach', () => {
    expect(undone({ ...first, z: [-5, -5, -5, 8, 8, 8] })).toBeUndefined();
    expect(v.is(schema, undone(first) ?? first)).toBe(true);
  });

  it('its running averages are those of the recurrence, with the unbiased variance', () => {
    let [runningMean, runningVariance] = [0, 1];
    for (const batch of earlier(first)) {
      const mu = mean(batch);
      const unbiased = batch.reduce((sum, z) => sum + (z - mu) ** 2, 0) / (m - 1);
      runningMean = 0.9 * runningMean + 0.1 * mu;
      runningVariance = 0.9 * runningVariance + 0.1 * unbiased;
    }
    expect(model(first).runningMean).toBeCloseTo(runningMean, 12);
    expect(model(first).runningVariance).toBeCloseTo(runningVariance, 12);
    expect(model(inference).used).toMatchObject({ mean: model(first).runningMean });
  });

  it('its backward pass agrees with finite differences, with other weights for every output', () => {
    const weights = Matrix.from([[0.7, -1.3, 0.4, 2.1, -0.6, 1.1]]);
    const Z = Matrix.from([first.z]);
    const layer = new BatchNorm(1);
    layer.gamma.data[0] = first.gamma;
    const loss = (): number =>
      Array.from(layer.forward(Z, true).data).reduce(
        (sum, out, s) => sum + weights.data[s]! * out,
        0,
      );
    const slopes = first.z.map((_, s) => finiteDifference(loss, Z, s));
    loss();
    const dZ = layer.backward(weights);
    for (const [s, slope] of slopes.entries()) expect(dZ.data[s]).toBeCloseTo(slope, 8);
  });

  it('stays finite when all samples are alike', () => {
    const state: State = { ...first, z: Array<number>(m).fill(2) };
    const now = model(state);
    expect(now.values.out).toEqual(Array<number>(m).fill(first.beta));
    expect(verdictOf(state, now)).toBe('same');
  });
});
