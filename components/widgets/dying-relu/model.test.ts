import { describe, expect, it } from 'vitest';
import { compare, data, fateOf, first, model, run, start, steps, unitNames } from './model';

const relu = (state = first) => run('relu', state);
const leaky = (state = first) => run('leakyRelu', state);

describe('a first step that is too large', () => {
  it('begins from the loss and gradients written out by hand', () => {
    const { loss, dw, db } = relu().moments[0]!;
    const misses = data.x.map((x, i) => start.w * x + start.b - data.y[i]!);
    const mean = (list: number[]) => list.reduce((p, q) => p + q) / list.length;
    expect(loss).toBeCloseTo(mean(misses.map((d) => d ** 2 / 2)), 14);
    expect(db).toBeCloseTo(mean(misses), 14);
    expect(dw).toBeCloseTo(mean(misses.map((d, i) => d * data.x[i]!)), 14);
  });

  it('puts ReLU out of reach of all eight inputs, and nothing ever moves it again', () => {
    const [, ...rest] = relu().moments;
    for (const moment of rest) {
      expect(moment.reached).toBe(0);
      expect([moment.dw, moment.db]).toEqual([0, 0]);
      // Identical to the last bit.
      expect([moment.w, moment.b]).toEqual([rest[0]!.w, rest[0]!.b]);
    }
    expect(fateOf(relu(), 60)).toEqual({ kind: 'dead', since: 1 });
  });

  it('puts Leaky ReLU out of reach as well, but it comes back and learns', () => {
    const { moments } = leaky();
    expect(moments[1]!.reached).toBe(0);
    expect(Math.abs(moments[1]!.db)).toBeGreaterThan(0.01);
    const fate = fateOf(leaky(), 60);
    expect(fate).toMatchObject({ kind: 'back', from: 1 });
    expect(moments[steps]!.loss).toBeLessThan(0.002);
    expect(moments[steps]!.loss).toBeLessThan(relu().moments[steps]!.loss / 100);
  });

  it('takes longer to come back with a smaller κ', () => {
    const back = (kappa: number): number => {
      const fate = fateOf(leaky({ ...first, kappa }), steps);
      return fate.kind === 'back' ? fate.to : Number.POSITIVE_INFINITY;
    };
    expect(back(0.01)).toBeLessThan(steps);
    expect(back(0.01)).toBeGreaterThan(2 * back(0.1));
    expect(back(0.1)).toBeGreaterThan(back(0.3));
  });
});

it('a smaller first step keeps ReLU alive, and it learns the targets', () => {
  for (const firstRate of [0.3, 1, 2]) {
    const { moments } = relu({ ...first, firstRate });
    expect(fateOf({ name: 'relu', moments }, steps)).toEqual({ kind: 'alive' });
    expect(moments[steps]!.loss).toBeLessThan(0.001);
  }
});

it('one sample that still reaches it is enough; none is not', () => {
  const just = relu({ ...first, firstRate: 2.3 });
  expect(just.moments[1]!.reached).toBe(1);
  // With a positive weight it is the one with the largest input; in the end all targets are met.
  expect(just.moments[1]!.w).toBeGreaterThan(0);
  const { w, b } = just.moments[steps]!;
  data.x.forEach((x, i) => {
    expect(Math.abs(Math.max(0, w * x + b) - data.y[i]!)).toBeLessThan(0.1);
  });
  expect(just.moments[steps]!.loss).toBeLessThan(0.001);
  const beyond = relu({ ...first, firstRate: 2.4 });
  expect(beyond.moments[1]!.reached).toBe(0);
  expect(beyond.moments[steps]!.loss).toBe(beyond.moments[1]!.loss);
});

it('no later learning rate would help: the gradient is 0, whatever it is multiplied by', () => {
  const { dw, db } = relu().moments[2]!;
  expect([1e6 * dw, 1e6 * db]).toEqual([0, 0]);
});

it('inputs that move, as when the layer before goes on learning, can wake it', () => {
  const awake = relu({ ...first, shift: 1.5 });
  expect(awake.moments[99]!.reached).toBe(0);
  expect(awake.moments[100]!.reached).toBeGreaterThan(0);
  expect(fateOf(awake, steps)).toEqual({ kind: 'back', from: 1, to: 100 });
  expect(awake.moments[steps]!.loss).toBeLessThan(0.01);
  // Too small a move reaches nobody.
  expect(fateOf(relu({ ...first, shift: 0.1 }), steps)).toMatchObject({ kind: 'dead' });
});

it('gradients agree with two-sided differences, dead ones too', () => {
  for (const name of unitNames) {
    for (const at of [0, 1, 5, 60, 150]) {
      for (const shift of [0, 1.5]) {
        const { backprop, numeric } = compare(name, { ...first, at, shift });
        expect(Math.abs(backprop - numeric), `${name} ${at}`).toBeLessThan(1e-8);
      }
    }
  }
});

it('stays finite for every setting', () => {
  for (const firstRate of [0.1, 4]) {
    for (const kappa of [0.01, 0.3]) {
      for (const shift of [0, 2]) {
        for (const { moments } of model({ ...first, firstRate, kappa, shift }).runs) {
          for (const { w, b, loss } of moments) {
            expect([w, b, loss].every(Number.isFinite)).toBe(true);
            expect(Math.abs(w)).toBeLessThan(50);
          }
        }
      }
    }
  }
});
