import { gradientCheck, Matrix, Random } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { compare, derive, knownAfter, learn, networkOf } from './derive';
import { read, setActivation, setLayers, setLoss, setUnits, targetsFit, write } from './edit';
import { judge } from './predict';
import { first, preset } from './presets';
import { choosable, type PresetName, type State, schema, sizesOf } from './state';

const valid = (state: State): void => {
  expect(v.safeParse(schema, state).issues ?? []).toEqual([]);
};
const names: PresetName[] = ['mazur', 'dead-relu', 'xor', 'softmax'];
const ofKind = (state: State, kind: string) =>
  derive(state).steps.filter((step) => step.kind === kind);

describe('Mazur 2015, number by number as published', () => {
  const state = preset('mazur');
  const values = (kind: string) => ofKind(state, kind).map(({ value }) => value);

  it('forward', () => {
    expect(values('z')[0]).toBeCloseTo(0.3775, 10);
    expect(values('a')[0]).toBeCloseTo(0.593269992, 9);
    expect(values('a')[1]).toBeCloseTo(0.596884378, 9);
    expect(values('a')[2]).toBeCloseTo(0.75136507, 8);
    expect(values('a')[3]).toBeCloseTo(0.772928465, 9);
    expect(derive(state).loss).toBeCloseTo(0.298371109, 9);
  });

  it('backward', () => {
    expect(values('delta')[0]).toBeCloseTo(0.138498562, 9);
    expect(values('dW')[0]).toBeCloseTo(0.082167041, 9);
  });

  it('the weights after one update', () => {
    const learned = learn(state, 1);
    if (learned.kind !== 'learned') throw new Error('diverged');
    const [W1, W2] = learned.state.W;
    const published1 = [
      [0.149780716, 0.19956143],
      [0.24975114, 0.29950229],
    ];
    const published2 = [
      [0.35891648, 0.408666186],
      [0.51130127, 0.561370121],
    ];
    W1?.forEach((row, j) => {
      row.forEach((w, k) => {
        expect(w).toBeCloseTo(published1[j]![k]!, 8);
      });
    });
    W2?.forEach((row, j) => {
      row.forEach((w, k) => {
        expect(w).toBeCloseTo(published2[j]![k]!, 8);
      });
    });
  });
});

describe('presets', () => {
  it.each(names)('%s is a valid state whose numbers are finite', (name) => {
    valid(preset(name));
    expect(derive(preset(name)).finite).toBe(true);
  });

  it('the figure opens at a hidden δ, before it is known', () => {
    valid(first);
    const { steps } = derive(first);
    expect(steps[first.step - 1]).toMatchObject({ kind: 'delta', layer: 1, unit: 1 });
  });

  it('the dead unit has δ = 0 and so have all its gradients', () => {
    const state = preset('dead-relu');
    const dead = ofKind(state, 'delta').find(({ layer, unit }) => layer === 1 && unit === 2);
    expect(dead?.value).toBe(0);
    const gradients = ofKind(state, 'dW').filter(({ layer, unit }) => layer === 1 && unit === 2);
    expect(gradients).toHaveLength(2);
    for (const { value } of gradients) expect(value).toBe(0);
    const alive = ofKind(state, 'dW').filter(({ layer, unit }) => layer === 1 && unit === 1);
    for (const { value } of alive) expect(value).not.toBe(0);
  });

  // Checkpoint cut-a-listener.
  it('with one listener cut off in Mazur’s example no gradient is 0', () => {
    const cut = write(preset('mazur'), { kind: 'W', layer: 2, to: 2, from: 1 }, 0);
    const gradients = derive(cut).steps.filter(({ kind }) => ['delta', 'dW', 'db'].includes(kind));
    expect(gradients).toHaveLength(4 + 8 + 4);
    for (const { value } of gradients) expect(value).not.toBe(0);
  });

  it('XOR is learned in 400 rounds: every output on the right side of one half', () => {
    const learned = learn(preset('xor'), 400);
    if (learned.kind !== 'learned') throw new Error('diverged');
    const network = networkOf(learned.state);
    for (const { x, y } of learned.state.samples) {
      const out = network.forward(Matrix.column(x)).data[0]!;
      expect(Math.round(out)).toBe(y[0]);
    }
    const { losses } = learned.state;
    expect(losses.at(-1)!).toBeLessThan(0.3 * losses[0]!);
  });

  it('the loss falls from round to round in Mazur’s example', () => {
    const learned = learn(preset('mazur'), 50);
    if (learned.kind !== 'learned') throw new Error('diverged');
    const { losses } = learned.state;
    losses.slice(1).forEach((loss, i) => {
      expect(loss).toBeLessThan(losses[i]!);
    });
  });
});

/** A random state over all sizes, activations and losses. */
function randomState(random: Random): State {
  let state = preset(names[random.integer(4)]!);
  state = setLayers(state, 2 + random.integer(3));
  sizesOf(state).forEach((_, layer) => {
    state = setUnits(state, layer, 1 + random.integer(4));
  });
  state = setLoss(state, random.bernoulli(0.5) ? 'squaredError' : 'softmaxCrossEntropy');
  state.activations.forEach((_, i) => {
    state = setActivation(state, i + 1, choosable[random.integer(4)]!);
  });
  const noise = (list: readonly number[]) => list.map(() => random.normal(0, 0.7));
  return {
    ...state,
    W: state.W.map((rows) => rows.map(noise)),
    b: state.b.map(noise),
    samples: state.samples.map(({ x, y }) => ({ x: noise(x), y })),
  };
}

describe('1,000 random networks', () => {
  const states = Array.from({ length: 1000 }, (_, seed) => randomState(new Random(seed)));

  it('are valid, and each traced number agrees with the vector path to 1e-12', () => {
    for (const state of states) {
      valid(state);
      const network = networkOf(state);
      const { x, y } = state.samples[state.sample]!;
      network.forward(Matrix.column(x));
      network.backward(Matrix.column(y));
      for (const { kind, layer, unit, from, value } of derive(state).steps) {
        const { z, a, delta, dW, db } = network.layer(layer);
        const vector = {
          z: () => z.at(unit - 1, 0),
          a: () => a.at(unit - 1, 0),
          delta: () => delta.at(unit - 1, 0),
          dW: () => dW.at(unit - 1, from! - 1),
          db: () => db.at(unit - 1, 0),
        }[kind as 'z'];
        if (vector) expect(Math.abs(value - vector())).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  it('have gradients that agree with finite differences to 1e-6', () => {
    for (const state of states) {
      // At ReLU's kink a difference quotient is half of each side: leave those states out.
      const kink = derive(state).steps.some(
        ({ kind, layer, value }) =>
          kind === 'z' && state.activations[layer - 1] === 'relu' && Math.abs(value) < 1e-3,
      );
      if (kink) continue;
      const { x, y } = state.samples[state.sample]!;
      const [worst] = gradientCheck(networkOf(state), Matrix.column(x), Matrix.column(y));
      expect(worst!.relativeError).toBeLessThan(1e-6);
    }
  });
});

describe('editing', () => {
  it('reads back what was written, everywhere', () => {
    const state = preset('mazur');
    for (const place of [
      { kind: 'x', unit: 2 },
      { kind: 'y', unit: 1 },
      { kind: 'b', layer: 1, unit: 2 },
      { kind: 'W', layer: 2, to: 1, from: 2 },
    ] as const) {
      const edited = write(state, place, 7.25);
      expect(read(edited, place)).toBe(7.25);
      expect(edited.preset).toBe('own');
    }
  });

  it('keeps the other numbers when units and layers come and go', () => {
    const state = preset('mazur');
    const wider = setUnits(state, 1, 4);
    valid(wider);
    expect(wider.W[0]?.slice(0, 2)).toEqual(state.W[0]);
    expect(setUnits(wider, 1, 2).W).toEqual(state.W);
    const deeper = setLayers(state, 4);
    valid(deeper);
    expect(sizesOf(deeper)).toEqual([2, 2, 2, 2]);
    expect(setLayers(deeper, 3).W[0]).toEqual(state.W[0]);
  });

  it('gives cross-entropy targets that are probabilities, and says when they are not', () => {
    const off = write(preset('mazur'), { kind: 'y', unit: 1 }, 0.5);
    const state = setLoss(off, 'softmaxCrossEntropy');
    expect(state.samples[0]?.y).toEqual([0, 1]);
    expect(targetsFit(state)).toBe(true);
    expect(targetsFit(write(state, { kind: 'y', unit: 1 }, 0.5))).toBe(false);
  });

  it('says that learning diverged instead of showing infinities', () => {
    const wild = { ...preset('dead-relu'), alpha: 10 };
    expect(learn(wild, 400).kind).toBe('diverged');
  });
});

describe('what is known', () => {
  it('is what the steps so far computed', () => {
    const state = preset('mazur');
    const { steps } = derive(state);
    const known = knownAfter(state, steps, 2);
    expect(known('z', 1, 1)).toBe(steps[0]?.value);
    expect(known('a', 1, 1)).toBe(steps[1]?.value);
    expect(known('z', 1, 2)).toBeUndefined();
    expect(known('a', 0, 2)).toBe(0.1);
  });
});

describe('±ε', () => {
  it('agrees with every δ and gradient', () => {
    for (const name of names) {
      const state = preset(name);
      for (const step of derive(state).steps) {
        if (!['delta', 'dW', 'db'].includes(step.kind)) continue;
        expect(compare(state, step).relativeError).toBeLessThan(1e-7);
      }
    }
  });
});

describe('a prediction', () => {
  const { steps } = derive(preset('mazur'));
  const step = (kind: string, layer: number) =>
    steps.find((one) => one.kind === kind && one.layer === layer)!;

  it('is right within its digits', () => {
    expect(judge(0.5933, step('a', 1))).toEqual({ kind: 'right' });
  });

  it.each([
    ['z', 1, 0.0275, 'no-bias'],
    ['a', 1, 0.3775, 'not-activated'],
    ['delta', 2, 0.7413650695, 'no-slope'],
    ['loss', 2, 0.596742218, 'no-half'],
    ['delta', 2, -0.138498562, 'sign'],
    ['dLda', 1, 0.0553994, 'first-listener'],
  ])('of %s in layer %d as %d is recognised: %s', (kind, layer, typed, slip) => {
    expect(judge(typed, step(kind, layer))).toEqual({ kind: 'slip', slip });
  });

  it('far off says by how much', () => {
    expect(judge(1, step('a', 1))).toMatchObject({ kind: 'off' });
  });
});
