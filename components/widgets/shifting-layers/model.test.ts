import { gradientCheck } from '@engine';
import { describe, expect, it } from 'vitest';
import { begin, depth, first, type Learner, type State, Training, verdictOf, width } from './model';

function trained(part: Partial<State>, steps: number): Training {
  const training = new Training({ ...first, ...part });
  while (training.step < steps && !training.ended) training.advance();
  return training;
}

/** Losses after 150 updates with the seeds 1, 2, 3. */
const losses = (alpha: number, of: 'plain' | 'normalised'): number[] =>
  [1, 2, 3].map((seed) => trained({ alpha, seed }, 150)[of].loss);

describe('two networks, one with batch normalisation', () => {
  it('start from the same weights and see the same data', () => {
    const [plain, normalised] = [begin(first, false), begin(first, true)];
    expect(plain.X.data).toEqual(normalised.X.data);
    for (let l = 1; l <= depth + 1; l++) {
      expect(plain.network.layer(l).W.data).toEqual(normalised.network.layer(l).W.data);
    }
  });

  it('the normalised one learns from gradients that finite differences confirm', () => {
    const { network, X, Y } = begin(first, true);
    const [worst] = gradientCheck(network, X, Y, { training: true });
    expect(worst!.relativeError).toBeLessThan(1e-5);
  });

  it('with it, what a unit receives has mean β and a standard deviation of |γ|', () => {
    const { normalised } = trained({}, 30);
    for (let unit = 1; unit <= width; unit++) {
      const { mean, deviation } = normalised.history(2, unit).at(-1)!;
      const { gamma, beta } = normalised.scaleOf(2, unit)!;
      expect(mean).toBeCloseTo(beta, 9);
      expect(deviation / Math.abs(gamma)).toBeCloseTo(1, 2);
    }
  });

  it('without it, the same shifts: the spread of some unit grows tenfold', () => {
    const grown = ({ history }: { history: Learner['history'] }): number[] =>
      Array.from({ length: depth * width }, (_, i) => {
        const seen = history(1 + Math.floor(i / width), 1 + (i % width));
        return seen.at(-1)!.deviation / seen[0]!.deviation;
      });
    const { plain, normalised } = trained({}, 100);
    expect(Math.max(...grown({ history: plain.history.bind(plain) }))).toBeGreaterThan(10);
    expect(Math.max(...grown({ history: normalised.history.bind(normalised) }))).toBeLessThan(5);
  });

  it('tolerates a larger step: at 2 all three seeds learn with it, and none without', () => {
    expect(Math.max(...losses(2, 'normalised'))).toBeLessThan(0.05);
    expect(Math.min(...losses(2, 'plain'))).toBeGreaterThan(0.3);
  });

  it('but not any step: at 8 none learns, with or without', () => {
    expect(Math.min(...losses(8, 'normalised'))).toBeGreaterThan(0.3);
    expect(Math.min(...losses(8, 'plain'))).toBeGreaterThan(0.3);
  });

  it('opens where the normalised one has learned and the other has not', () => {
    expect(verdictOf(trained({}, first.step))).toBe('normalised');
  });

  it('is the same to the bit, begun anew', () => {
    expect(trained({}, 20).normalised.losses).toEqual(trained({}, 20).normalised.losses);
  });
});
