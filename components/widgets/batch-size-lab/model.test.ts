import { describe, expect, it } from 'vitest';
import { alphaOf, begin, first, Lab, orders, reached, type State, samples, sizes } from './model';

const lab = (part: Partial<State>, epochs: number): Lab => new Lab({ ...first, ...part }, epochs);

describe('batch-size-lab', () => {
  it('starts all four from the same network', () => {
    const { learners } = lab({}, 0);
    expect(new Set(learners.map(({ losses }) => losses[0])).size).toBe(1);
  });

  it('counts updates: samples over batch size in an epoch', () => {
    expect(lab({}, 3).learners.map(({ path }) => path.length - 1)).toEqual([288, 36, 9, 3]);
  });

  it('full batch is plain gradient descent on all samples', () => {
    const { network, X, Y } = begin(first);
    for (let t = 0; t < 5; t++) {
      network.forward(X);
      network.backward(Y);
      network.sgdStep(first.alpha);
    }
    network.forward(X);
    // The samples come in another order, so sums round differently.
    expect(lab({}, 5).learners[3]!.losses[5]).toBeCloseTo(network.loss(Y), 12);
  });

  it('every epoch uses each sample once', () => {
    for (const order of orders(first, 4)) {
      expect([...order].sort((p, q) => p - q)).toEqual(
        Array.from({ length: samples }, (_, s) => s),
      );
    }
  });

  it('with one learning rate small batches need fewer epochs and more updates', () => {
    const { learners } = lab({}, 60);
    const [one, eight, thirtyTwo] = learners.map(reached);
    expect(one!.epoch).toBeLessThan(eight!.epoch);
    expect(eight!.epoch).toBeLessThan(thirtyTwo?.epoch ?? 61);
    expect(eight!.updates).toBeLessThan(one!.updates);
    expect(reached(learners[3]!)).toBeUndefined();
  });

  it('noise falls with the batch size and is nothing for the full batch', () => {
    const noises = lab({}, 1).learners.map((learner) => learner.noises[0]);
    expect(noises[0]!).toBeGreaterThan(noises[1]!);
    expect(noises[1]!).toBeGreaterThan(noises[2]!);
    expect(noises[3]!).toBeLessThan(1e-12);
  });

  it('under the linear rule the first epochs of batch 1, 8 and 32 are alike', () => {
    const lossesUnder = (part: Partial<State>): number[] =>
      lab(part, 6)
        .learners.slice(0, 3)
        .map(({ losses }) => losses.at(-1)!);
    const spread = (losses: number[]): number => Math.max(...losses) - Math.min(...losses);
    expect(spread(lossesUnder({ rule: 'linear' }))).toBeLessThan(
      spread(lossesUnder({ rule: 'same' })) / 3,
    );
    expect(sizes.map((size) => alphaOf({ ...first, rule: 'linear' }, size) / size)).toEqual(
      sizes.map(() => first.alpha / 8),
    );
  });

  // What the checkpoint "which-axis" of the chapter says.
  it('under the linear rule all sizes are alike by epochs, and the full batch is ahead by updates', () => {
    const { learners } = lab({ rule: 'linear' }, 40);
    const last = learners.map(({ losses }) => losses.at(-1)!);
    expect(Math.max(...last) - Math.min(...last)).toBeLessThan(0.02);
    const updates = learners.map(({ path }) => path.length - 1);
    expect(updates).toEqual([3840, 480, 120, 40]);
    const afterUpdates = learners.map(({ losses, perEpoch }) => losses[Math.floor(40 / perEpoch)]!);
    expect(afterUpdates.slice(0, -1).every((loss) => loss > afterUpdates.at(-1)!)).toBe(true);
  });

  it('is the same to the bit, begun anew', () => {
    const [p, q] = [lab({}, 4), lab({}, 4)];
    expect(p.learners.map(({ losses }) => losses)).toEqual(q.learners.map(({ losses }) => losses));
  });

  it('gives numbers or says that it diverged, whatever the learning rate', () => {
    for (const rule of ['same', 'linear'] as const) {
      for (const { losses, diverged } of lab({ alpha: 2, rule }, 20).learners) {
        expect(diverged || losses.every(Number.isFinite)).toBe(true);
      }
    }
  });
});
