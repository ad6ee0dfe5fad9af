import { describe, expect, it } from 'vitest';
import { compare, first, functionNames, model, type State } from './model';

const at = (f: State['f'], z: number, rest: Partial<State> = {}) =>
  model({ ...first, f, g: 'none', h: 'none', z, ...rest });

describe('a function and its slope', () => {
  it('opens with a sigmoid that passes on less than 2 % beside a ReLU that passes on all', () => {
    const [sigmoid, relu] = model(first).at;
    expect(sigmoid).toMatchObject({ name: 'sigmoid' });
    // σ(4) = 1/(1 + e⁻⁴) by hand.
    expect(sigmoid!.value).toBeCloseTo(0.982013790037908, 14);
    expect(sigmoid!.slope).toBeCloseTo(0.017662706213291, 14);
    expect(relu).toEqual({ name: 'relu', value: 4, slope: 1 });
  });

  it('agrees with two-sided differences for every function, away from kinks', () => {
    for (const f of functionNames) {
      for (const z of [-5.5, -2.3, -0.75, 0.4, 3.1]) {
        const { backprop, numeric } = compare({ ...first, f, z });
        expect(Math.abs(backprop - numeric), `${f} ${z}`).toBeLessThan(1e-9);
      }
    }
  });

  it('gives ReLU at 0 the slope that the reader chose, and says it is a convention', () => {
    expect(at('relu', 0, { atZero: 0 }).at[0]!.slope).toBe(0);
    expect(at('relu', 0, { atZero: 1 }).at[0]!.slope).toBe(1);
    expect(at('relu', 0).byConvention).toBe(true);
    expect(at('relu', 0.05).byConvention).toBe(false);
    expect(at('elu', 0).byConvention).toBe(false);
    // The difference quotient sides with neither.
    expect(compare({ ...first, f: 'relu', z: 0 }).numeric).toBeCloseTo(0.5, 12);
  });
});

it('at −2 ELU passes on more than GELU and SiLU, whose slopes are negative', () => {
  const [elu, gelu, silu] = (['elu', 'gelu', 'silu'] as const).map((f) => at(f, -2).at[0]!.slope);
  expect(elu).toBeCloseTo(0.1353, 4);
  expect(gelu).toBeCloseTo(-0.0852, 4);
  expect(silu).toBeCloseTo(-0.0908, 4);
});

describe('the flat stretches', () => {
  it('of the sigmoid begin at ±3.64, of tanh at half of that', () => {
    // σ′ = 0.025 where a(1−a) = 0.025: z = ln(a/(1−a)).
    const a = (1 + Math.sqrt(1 - 0.1)) / 2;
    const edge = Math.log(a / (1 - a));
    expect(edge).toBeCloseTo(3.637, 3);
    const [low, high] = at('sigmoid', 0).flat;
    expect(Math.abs(low!.to + edge)).toBeLessThan(0.05);
    expect(Math.abs(high!.from - edge)).toBeLessThan(0.05);
    const [, tanhHigh] = at('tanh', 0).flat;
    expect(Math.abs(tanhHigh!.from - edge / 2)).toBeLessThan(0.05);
  });

  it('are everything below 0 for ReLU, nothing for Leaky ReLU with κ = 0.2', () => {
    const { flat } = at('relu', -1);
    expect(flat).toHaveLength(1);
    expect(flat[0]!.from).toBe(-6);
    expect(Math.abs(flat[0]!.to)).toBeLessThan(0.05);
    expect(at('leakyRelu', -1, { kappa: 0.2 }).flat).toEqual([]);
    expect(at('leakyRelu', -1, { kappa: 0.05 }).flat).toHaveLength(1);
  });

  it('say whether z lies in one', () => {
    expect(at('sigmoid', 4).isFlat).toBe(true);
    expect(at('sigmoid', 3).isFlat).toBe(false);
    expect(at('relu', -0.05).isFlat).toBe(true);
    expect(at('leakyRelu', -3, { kappa: 0.2 }).isFlat).toBe(false);
  });
});

it('the steepest slopes are ¼, 1, 1, 1, 1, and above 1 for GELU and SiLU', () => {
  const steepest = functionNames.map((f) => at(f, 0).steepest);
  expect(steepest.slice(0, 5)).toEqual([0.25, 1, 1, 1, 1]);
  expect(steepest[5]).toBeCloseTo(1.129, 2);
  expect(steepest[6]).toBeCloseTo(1.0998, 3);
});

it('a function chosen twice is drawn once', () => {
  expect(model({ ...first, f: 'tanh', g: 'tanh', h: 'tanh' }).at).toHaveLength(1);
});

it('breaks the slope of ReLU at its jump, and of no smooth function', () => {
  expect(at('relu', 1).curves[0]!.slopes).toHaveLength(2);
  expect(at('gelu', 1).curves[0]!.slopes).toHaveLength(1);
});

it('shows finite numbers for every function everywhere', () => {
  for (const f of functionNames) {
    for (const z of [-6, -1e-9, 0, 6]) {
      for (const { value, slope } of at(f, z).at) {
        expect([value, slope].every(Number.isFinite)).toBe(true);
      }
    }
  }
});
