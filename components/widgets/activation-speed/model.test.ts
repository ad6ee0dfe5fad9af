import { activation } from '@engine';
import { describe, expect, it } from 'vitest';
import { first, loops, measure, model, recorded, sums, type Timing, timedNames } from './model';

const timing: Timing = {
  functions: { relu: 2, leakyRelu: 3, sigmoid: 10, tanh: 12, silu: 10, elu: 9 },
  perInput: 0.5,
};

describe('what is timed', () => {
  it('is the engine’s function on every value', () => {
    const Z = sums({ logCount: 3 });
    expect(Z).toHaveLength(1000);
    for (const name of timedNames) {
      const A = new Float64Array(Z.length);
      loops[name](Z, A);
      const { value } = activation(name);
      A.forEach((a, k) => {
        expect(Math.abs(a - value(Z[k]!)), name).toBeLessThan(1e-15);
      });
    }
  });

  it('is the shortest of several timings, for one value, by the clock that is given', async () => {
    // Each look at the clock is 8 ms later, so one run is long enough and seems to take 8 ms.
    let now = 0;
    let pauses = 0;
    const clock = () => {
      now += 8;
      return now;
    };
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const { functions, perInput } = await measure({ ...first, logCount: 3 }, clock, pause);
    for (const name of timedNames) expect(functions[name]).toBe(8000);
    expect(perInput).toBeCloseTo(8e6 / (64 * 256 * 16), 10);
    expect(pauses).toBe(timedNames.length);
  });
});

describe('what it means for a unit', () => {
  it('as the chapter’s checkpoint says of the recorded times', () => {
    const shares = (inputs: number) => {
      const { slowest, slowestShare, reluShare } = model({ ...first, inputs }, recorded);
      return { slowest, tanh: slowestShare.toFixed(2), relu: reluShare.toFixed(2) };
    };
    expect(recorded.functions.tanh / recorded.functions.relu).toBeCloseTo(3, 0);
    expect(shares(1000)).toEqual({ slowest: 'tanh', tanh: '0.04', relu: '0.01' });
    // A third, and a seventh.
    expect(model({ ...first, inputs: 80 }, recorded).slowestShare).toBeCloseTo(1 / 3, 1);
    expect(model({ ...first, inputs: 80 }, recorded).reluShare).toBeCloseTo(1 / 7, 2);
  });
  it('compares every function with ReLU', () => {
    const { rows } = model(first, timing);
    expect(rows.find(({ name }) => name === 'sigmoid')).toEqual({
      name: 'sigmoid',
      ns: 10,
      times: 5,
    });
    expect(rows[0]).toMatchObject({ name: 'relu', times: 1 });
  });
  it('sets it against the weighted sum: the more inputs, the less the function matters', () => {
    const one = model({ ...first, inputs: 1 }, timing);
    const many = model({ ...first, inputs: 1000 }, timing);
    expect(one).toMatchObject({ sum: 0.5, slowest: 'tanh' });
    expect(one.slowestShare).toBeCloseTo(12 / 12.5, 12);
    expect(many.slowestShare).toBeCloseTo(12 / 512, 12);
    expect(many.reluShare).toBeCloseTo(2 / 502, 12);
  });

  it('never compares ReLU with itself, even where it was the slowest', () => {
    const functions = { ...timing.functions, relu: 20 };
    expect(model(first, { ...timing, functions })).toMatchObject({ slowest: 'tanh' });
  });
});
