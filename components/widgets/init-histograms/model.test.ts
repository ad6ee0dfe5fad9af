import { activation, initialise, Network, Random } from '@engine';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  build,
  compareGradient,
  depth,
  draw,
  factors,
  fates,
  first,
  functions,
  kinds,
  type Model,
  model,
  run,
  type State,
  samples,
  schema,
  sigmas,
  sizes,
  varianceOf,
} from './model';

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const stds = ({ layers }: Model) => layers.map(({ a }) => a.std);
const last = ({ layers }: Model) => layers[depth - 1]!;
const withSeed = (part: Partial<State>) => seeds.map((seed) => model({ ...first, ...part, seed }));

describe('tanh over ten layers', () => {
  it('Xavier keeps the standard deviation of activations between 0.15 and 0.7 in every layer', () => {
    for (const m of withSeed({ kind: 'xavier' })) {
      for (const std of stds(m)) {
        expect(std).toBeGreaterThan(0.15);
        expect(std).toBeLessThan(0.7);
      }
    }
  });

  it('Xavier keeps that of errors between 0.15 and 1.2', () => {
    for (const { layers } of withSeed({ kind: 'xavier' })) {
      for (const { delta } of layers) {
        expect(delta.std).toBeGreaterThan(0.15);
        expect(delta.std).toBeLessThan(1.2);
      }
    }
  });

  it('σ = 0.01 loses it: less than a billionth is left, forward and back', () => {
    for (const m of withSeed({ sigma: -2 })) {
      expect(last(m).a.std / m.layers[0]!.a.std).toBeLessThan(1e-9);
      expect(m.layers[0]!.delta.std / last(m).delta.std).toBeLessThan(1e-9);
    }
  });

  it('σ = 1 saturates: more than three quarters of all activations lie within 0.05 of an end', () => {
    for (const m of withSeed({ sigma: 0 })) {
      for (const { saturated } of m.layers) expect(saturated).toBeGreaterThan(0.75);
      expect(fates(m, { ...first, sigma: 0 }).forward).toBe('saturates');
    }
  });
});

describe('tanh with one σ for all layers', () => {
  const states = (sigma: number) =>
    seeds.map((seed): State => ({ ...first, sigma: Math.log10(sigma), seed }));

  it('keeps both directions within a factor of two at 0.16', () => {
    for (const state of states(0.16)) {
      const { layers } = model(state);
      const [one, ten] = [layers[0]!, layers[depth - 1]!];
      for (const ratio of [ten.a.std / one.a.std, one.delta.std / ten.delta.std]) {
        expect(Math.abs(Math.log2(ratio))).toBeLessThan(1);
      }
    }
  });

  it('fades in both directions at 0.08, and saturates at 0.4', () => {
    for (const state of states(0.08)) {
      expect(fates(model(state), state)).toEqual({ forward: 'fades', backward: 'fades' });
    }
    for (const state of states(0.4)) {
      expect(fates(model(state), state).forward).toBe('saturates');
    }
  });

  it('makes errors explode on their way back at 1, though activations saturate', () => {
    for (const state of states(1)) {
      expect(fates(model(state), state)).toEqual({ forward: 'saturates', backward: 'explodes' });
    }
  });
});

describe('ReLU over ten layers', () => {
  const f = 'relu' as const;

  it('He keeps the standard deviation of activations between 0.25 and 3 in every layer', () => {
    for (const m of withSeed({ f, kind: 'he' })) {
      for (const std of stds(m)) {
        expect(std).toBeGreaterThan(0.25);
        expect(std).toBeLessThan(3);
      }
    }
  });

  it('Xavier loses a factor of about √½ a layer, so about 20 over nine', () => {
    const ratios = withSeed({ f, kind: 'xavier' }).map((m) => m.layers[0]!.a.std / last(m).a.std);
    const mean = Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);
    // ½ · n_in · 2/(n_in + n_out) for layers 2 … 10: five of 100 inputs, four of 60.
    const expected = 1 / Math.sqrt((100 / 160) ** 5 * (60 / 160) ** 4);
    expect(mean / expected).toBeGreaterThan(0.7);
    expect(mean / expected).toBeLessThan(1.4);
  });

  it('He lifts both lines over those of Xavier', () => {
    for (const seed of seeds) {
      const [xavier, he] = (['xavier', 'he'] as const).map((kind) =>
        model({ ...first, f, kind, seed }),
      ) as [Model, Model];
      expect(last(he).a.std).toBeGreaterThan(5 * last(xavier).a.std);
      expect(he.layers[0]!.delta.std).toBeGreaterThan(5 * xavier.layers[0]!.delta.std);
    }
  });

  it('σ = 1 explodes', () => {
    for (const m of withSeed({ f, sigma: 0 })) expect(last(m).a.std).toBeGreaterThan(1e5);
  });
});

it('the sigmoid loses its errors whatever the initialisation: its slope is at most ¼', () => {
  for (const kind of ['xavier', 'he'] as const) {
    for (const m of withSeed({ f: 'sigmoid', kind })) {
      expect(m.layers[0]!.delta.std / last(m).delta.std).toBeLessThan(1e-3);
    }
  }
});

it('constant weights leave one unit a layer', () => {
  for (const f of functions) {
    for (const value of [0, 0.1, -0.3]) {
      const m = model({ ...first, f, kind: 'constant', value });
      for (const { different } of m.layers) expect(different).toBe(1);
    }
  }
});

it('the drawn weights have the variance that the figure says', () => {
  for (const kind of ['normal', 'xavier', 'he'] as const) {
    const state = { ...first, kind };
    for (const l of [1, 2]) {
      const { data } = build(state).network.layer(l).W;
      const square = Float64Array.from(data).reduce((sum, w) => sum + w * w, 0) / data.length;
      // 6,000 numbers: the variance is off by 5 of its standard deviations once in a million.
      expect(Math.abs(square / varianceOf(state, l) - 1)).toBeLessThan(5 * Math.sqrt(2 / 6000));
    }
  }
});

it('weights are those of the engine’s initialiser, to the last bit', () => {
  const reference = new Network({
    sizes,
    activations: Array(depth).fill('tanh'),
    loss: 'squaredError',
  });
  for (const sigma of [-3, -1.98, -0.5, 0.5]) {
    const weights = { kind: 'normal', sigma: 10 ** sigma } as const;
    initialise(reference, { weights }, new Random(7).split('weights'));
    const { network } = build({ ...first, sigma, seed: 7 });
    for (let l = 1; l <= depth; l++) {
      expect(network.layer(l).W.data).toEqual(reference.layer(l).W.data);
    }
  }
});

it('numbers drawn once serve every state of their seed', () => {
  const drawn = draw(first.seed);
  for (const f of functions) {
    for (const kind of kinds) {
      const state = { ...first, f, kind };
      expect(model(state, drawn)).toEqual(model(state));
    }
  }
});

it('counts the units that differ', () => {
  for (const kind of ['normal', 'xavier', 'he'] as const) {
    for (const { different, units } of model({ ...first, kind }).layers) {
      expect(different).toBe(units);
    }
  }
});

it('factors: Xavier misses both directions by the same amount, He keeps ReLU forward', () => {
  const xavier = { ...first, kind: 'xavier' } as const;
  // Layer 2 has 100 inputs and 60 outputs, layer 1 the other way round.
  expect(factors(xavier, 2)).toEqual({ ahead: 1.25, back: 0.75 });
  expect(factors(xavier, 1)).toEqual({ ahead: 0.75, back: 1.25 });
  for (const l of [1, 2]) {
    const { ahead, back } = factors(xavier, l);
    expect(ahead + back).toBeCloseTo(2, 12);
    expect(ahead).not.toBeCloseTo(1, 2);
    expect(factors({ ...first, kind: 'he', f: 'relu' }, l).ahead).toBeCloseTo(1, 12);
  }
});

it('activations and errors of a layer are those of plain loops', () => {
  const built = build({ ...first, kind: 'xavier' });
  const deltas = run(built);
  const { network, X, G } = built;
  const tanh = activation('tanh');
  const plain = (l: number): number[] =>
    l === 0
      ? X.toColumn(0)
      : network
          .layer(l)
          .W.toRows()
          .map((row) => tanh.value(row.reduce((sum, w, k) => sum + w * before[l - 1]![k]!, 0)));
  const before: number[][] = [];
  for (let l = 0; l <= depth; l++) before.push(plain(l));
  network
    .a(depth)
    .toColumn(0)
    .forEach((a, j) => {
      expect(a).toBeCloseTo(before[depth]![j]!, 12);
    });
  let delta = before[depth]!.map((a, j) => G.at(j, 0) * (1 - a * a));
  for (let l = depth - 1; l >= 1; l--) {
    const W = network.layer(l + 1).W.toRows();
    delta = before[l]!.map(
      (a, j) => W.reduce((sum, row, k) => sum + delta[k]! * row[j]!, 0) * (1 - a * a),
    );
  }
  deltas[0]!.toColumn(0).forEach((d, j) => {
    expect(d).toBeCloseTo(delta[j]!, 12);
  });
});

it('errors are those of the engine’s own backward pass, to the last bit', () => {
  for (const f of functions) {
    const built = build({ ...first, kind: 'he', f });
    const deltas = run(built);
    const layer = (l: number) => built.network.layer(l);
    for (let l = depth - 1; l >= 1; l--) {
      layer(l).backward(layer(l + 1).inputGradient());
      expect(deltas[l - 1]!.data).toEqual(layer(l).delta.data);
    }
  }
});

it('histograms count every number once', () => {
  for (const kind of kinds) {
    for (const { a, delta, units } of model({ ...first, kind, f: 'relu' }).layers) {
      for (const { counts } of [a, delta]) {
        expect(counts.reduce((sum, n) => sum + n)).toBe(units * samples);
      }
    }
  }
});

it('gradients are slopes of the loss', () => {
  for (const f of functions) {
    for (const kind of kinds) {
      const { backprop, numeric } = compareGradient({ ...first, f, kind });
      expect(Math.abs(backprop - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(backprop)));
    }
  }
});

it('every state of the schema gives finite numbers', () => {
  expect(v.is(schema, first)).toBe(true);
  for (const f of functions) {
    for (const kind of kinds) {
      for (const sigma of sigmas) {
        for (const value of [-0.5, 0, 0.5]) {
          for (const { a, delta } of model({ ...first, f, kind, sigma, value }).layers) {
            expect(a.std).toSatisfy(Number.isFinite);
            expect(delta.std).toSatisfy(Number.isFinite);
          }
        }
      }
    }
  }
});
