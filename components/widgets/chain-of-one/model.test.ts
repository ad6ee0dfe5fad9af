import { describe, expect, it } from 'vitest';
import { type Choosable, choosable, compare, first, model, mostLayers, type State } from './model';

const f: Record<Choosable, (z: number) => number> = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(z, 0),
  leakyRelu: (z) => (z > 0 ? z : 0.01 * z),
  identity: (z) => z,
};

/** The loss of the chain written out, with one weight set apart. */
function lossByHand({ f: name, L, w, b, x }: State, layer: number, weight: number): number {
  let a = x;
  for (let l = 1; l <= L; l++) a = f[name]((l === layer ? weight : w) * a + b);
  return (a - 1) ** 2 / 2;
}

describe('a chain of one', () => {
  it.each(choosable)('%s: gradients agree with the chain written out and nudged', (name) => {
    for (const L of [2, 5, 8]) {
      for (let layer = 1; layer <= L; layer++) {
        const state: State = { ...first, f: name, L, layer, w: 1.3, b: 0.15 };
        const h = 1e-5;
        const slope =
          (lossByHand(state, layer, state.w + h) - lossByHand(state, layer, state.w - h)) / (2 * h);
        expect(model(state).links[layer - 1]!.gradient).toBeCloseTo(slope, 8);
      }
    }
  });

  it('δ of layer 1 is δ of the last layer times all factors', () => {
    for (const name of choosable) {
      const { links } = model({ ...first, f: name });
      const product = links.slice(0, -1).reduce((p, { factor }) => p * factor!, 1);
      expect(links[0]!.delta / links.at(-1)!.delta / product).toBeCloseTo(1, 10);
    }
  });

  it('ten sigmoid layers shrink the error at least 4¹⁰ times while |w| ≤ 1', () => {
    for (const w of [-1, -0.5, 0.3, 0.9, 1]) {
      for (const b of [-2, 0, 0.2, 3]) {
        const { links } = model({ ...first, L: 11, w, b });
        const ratio = Math.abs(links[0]!.delta / links[10]!.delta);
        expect(ratio).toBeGreaterThan(0);
        expect(ratio).toBeLessThanOrEqual(4 ** -10);
      }
    }
  });

  it('opens on a gradient that has vanished, and ReLU is one gesture away from keeping it', () => {
    expect(model(first).verdict).toBe('vanishes');
    expect(model({ ...first, f: 'relu' }).verdict).toBe('level');
    expect(model({ ...first, f: 'relu', w: 3 }).verdict).toBe('explodes');
  });

  it('a ReLU chain whose units are off has no gradient at all', () => {
    const { verdict, links } = model({ ...first, f: 'relu', w: -1, b: -0.5 });
    expect(verdict).toBe('dead');
    expect(links[0]!.gradient).toBe(0);
  });

  it('says why nothing arrives: a unit without slope, or no weights', () => {
    // tanh(8 · 2 + 4) is 1 to the last bit, and its slope 0.
    expect(model({ ...first, f: 'tanh', w: 8, b: 4, x: 2 }).verdict).toBe('dead');
    for (const name of choosable) {
      expect(model({ ...first, f: name, w: 0 }).verdict).toBe('weightless');
    }
  });

  it('is finite wherever the sliders go', () => {
    for (const name of choosable) {
      for (const w of [-8, 0, 8]) {
        for (const b of [-4, 0, 4]) {
          for (const x of [-2, 0, 2]) {
            const { links } = model({ ...first, f: name, L: mostLayers, w, b, x });
            for (const link of links) {
              expect(Number.isFinite(link.delta) && Number.isFinite(link.gradient)).toBe(true);
            }
          }
        }
      }
    }
  });

  it('checks its number by moving that weight alone', () => {
    for (const layer of [1, 4, 11]) {
      const { backprop, numeric } = compare({ ...first, layer });
      expect(Math.abs(numeric / backprop - 1)).toBeLessThan(1e-3);
    }
  });
});
