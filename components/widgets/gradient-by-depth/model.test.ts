import { finiteDifference } from '@engine';
import { describe, expect, it } from 'vitest';
import { begin, first, ratioOf, type State, Training, verdictOf } from './model';

function trained(part: Partial<State>, steps: number): Training {
  const training = new Training({ ...first, ...part });
  while (training.step < steps && !training.ended) training.advance();
  return training;
}

describe('gradients by depth', () => {
  it('shows the norms of gradients that finite differences confirm', () => {
    const state: State = { ...first, f: 'tanh', depth: 3 };
    const { network, X, Y } = begin(state);
    const { norms } = new Training(state);
    const loss = (): number => {
      network.forward(X);
      return network.loss(Y);
    };
    norms.forEach((norm, i) => {
      const { W } = network.layer(i + 1);
      const slopes = Array.from(W.data, (_, k) => finiteDifference(loss, W, k));
      expect(Math.hypot(...slopes)).toBeCloseTo(norm, 8);
    });
  });

  it('opens on sigmoid layers whose first gradient is a million times smaller than the last', () => {
    expect(ratioOf(new Training(first))).toBeLessThan(1e-6);
    expect(verdictOf(new Training(first))).toBe('vanishes');
  });

  it('does not learn from it in 300 updates; ReLU with He and tanh with Xavier do in 500', () => {
    expect(trained({}, 300).loss).toBeGreaterThan(0.69);
    expect(trained({ f: 'relu', start: 'he' }, 500).loss).toBeLessThan(0.1);
    expect(trained({ f: 'tanh' }, 500).loss).toBeLessThan(0.1);
  });

  it('a start too large diverges, and clipping by norm saves it', () => {
    const part = { f: 'relu', start: 'large' } as const;
    expect(verdictOf(new Training({ ...first, ...part }))).toBe('explodes');
    expect(trained(part, 50).diverged).toBe(true);
    const clipped = trained({ ...part, clipping: 'norm' }, 300);
    expect(clipped.diverged).toBe(false);
    expect(clipped.loss).toBeLessThan(0.1);
  });

  it('calls it a plain where every gradient is tiny and nothing is learned', () => {
    expect(verdictOf(new Training({ ...first, f: 'relu', start: 'small' }))).toBe('plain');
  });

  it('is the same to the bit, begun anew', () => {
    const [one, other] = [trained({ f: 'tanh' }, 40), trained({ f: 'tanh' }, 40)];
    expect(one.losses).toEqual(other.losses);
    expect(one.norms).toEqual(other.norms);
  });
});
