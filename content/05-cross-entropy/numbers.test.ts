import { model as bars, first as barsFirst } from '@components/widgets/gradient-bars/model';
import { placeAt } from '@components/widgets/surprise-curve/model';
import { samples, model as who, first as whoFirst } from '@components/widgets/who-learns/model';
import { losses, Matrix, Random, softmax } from '@engine';
import { describe, expect, it } from 'vitest';
import { careful, learners, likelihood, patience, slips, start, surprises } from './numbers';

// What the prose of chapter 5 and the right answers of its checkpoints say, on the models; that of
// surer-start is tested beside its figure.

const cross = (z: readonly number[], y: readonly number[]): number => {
  const Z = Matrix.column(z);
  return losses.softmaxCrossEntropy.mean(Z, Z, Matrix.column(y));
};
/** The digits shown, as a reader would type them. */
const typed = (text: string): number => Number(text.replace('−', '-').replace(/\u00a0/g, ''));

describe('the right answers of the checkpoints', () => {
  it('deeper-mistake: from −4 to −6 cross-entropy keeps its slope, squared error a seventh of it', () => {
    const [at4, at6] = [placeAt(-4), placeAt(-6)];
    expect(at6.crossEntropy.byZ / at4.crossEntropy.byZ).toBeGreaterThan(1);
    expect(at6.crossEntropy.byZ / at4.crossEntropy.byZ).toBeLessThan(1.02);
    expect(at4.squaredError.byZ / at6.squaredError.byZ).toBeCloseTo(7, 0);
    // The flat sigmoid loses a factor of about e for every 1.
    expect(placeAt(-5).slope / placeAt(-6).slope).toBeCloseTo(Math.E, 1);
  });

  it('bold-or-careful: who always says 0.5 has the smaller mean loss', () => {
    const mean = (...p: number[]): number =>
      p.reduce((sum, one) => sum - Math.log(one), 0) / p.length;
    expect(mean(0.5)).toBeLessThan(mean(0.99, 0.01));
    expect(typed(surprises[2]!.loss)).toBeCloseTo(mean(0.5), 4);
    expect(typed(surprises[4]!.loss)).toBeCloseTo(mean(0.01), 4);
    expect(typed(careful.bold)).toBeCloseTo(mean(0.99, 0.01), 4);
  });

  it('largest-gradient: the right class, wherever the logit of class 4 is; the wrong ones add up to it', () => {
    for (const z4 of [-6, 0, 3, 3.5, 6]) {
      const { gradient } = bars({ ...barsFirst, z: [...barsFirst.z.slice(0, 3), z4] });
      const sizes = gradient.map(Math.abs);
      expect(sizes.indexOf(Math.max(...sizes))).toBe(barsFirst.target);
      expect(gradient.reduce((p, q) => p + q)).toBeCloseTo(0, 12);
      for (const j of [0, 2, 3]) expect(gradient[j]).toBeGreaterThan(0);
    }
  });

  it('who-listens: softmax changes all four gradients, sigmoids with binary cross-entropy one', () => {
    const changed = (pair: 'softmax' | 'binary'): number[] => {
      const before = bars({ ...barsFirst, pair }).gradient;
      const after = bars({ ...barsFirst, pair, z: barsFirst.z.with(2, 2) }).gradient;
      return before.flatMap((d, j) => (d === after[j] ? [] : [j]));
    };
    expect(changed('softmax')).toEqual([0, 1, 2, 3]);
    expect(changed('binary')).toEqual([2]);
  });
});

describe('what the prose says of its numbers', () => {
  it('digits shown come out when a reader multiplies and adds them', () => {
    expect((typed(start.miss) * typed(start.slope)).toFixed(4)).toBe(typed(start.se).toFixed(4));
    const sum = likelihood.parts.map(typed).reduce((p, q) => p + q);
    expect(sum.toFixed(5)).toBe(likelihood.sum);
    expect((typed(likelihood.sum) / 3).toFixed(5)).toBe(likelihood.mean);
    expect(-Math.log(typed(likelihood.product))).toBeCloseTo(typed(likelihood.sum), 5);
  });

  it('squared error after softmax pushes the wrong classes 3 and 4 up', () => {
    const { squaredGradient, y } = bars(barsFirst);
    for (const j of [2, 3]) {
      expect(y[j]).toBe(0);
      expect(squaredGradient[j]).toBeLessThan(0);
    }
  });

  it('cross-entropy takes about as many steps as z is deep, squared error several times more for every 2', () => {
    for (const [i, { ce, se, z }] of patience.entries()) {
      expect(Math.abs(typed(ce) - Math.abs(typed(z)))).toBeLessThanOrEqual(1);
      if (i > 0) expect(typed(se) / typed(patience[i - 1]!.se)).toBeGreaterThan(4);
    }
  });

  it('the classifier starts sure and wrong about every point', () => {
    const { data, learners: three } = who(whoFirst);
    const { W, b } = three[0]!.moments[0]!;
    for (let s = 0; s < data.X.cols; s++) {
      const [x = 0, y = 0] = data.X.toColumn(s);
      const a = W.map(([p = 0, q = 0], j) => 1 / (1 + Math.exp(-(p * x + q * y + b[j]!))));
      const own = data.Y.toColumn(s).indexOf(1);
      expect(a[own]).toBeLessThan(0.4);
      expect(Math.max(...a.toSpliced(own, 1))).toBeGreaterThan(0.8);
    }
  });

  it('with the note’s loss all outputs say yes to every point, and its loss is the smallest', () => {
    const now = who(whoFirst).learners.map(({ moments }) => moments[whoFirst.at]!);
    expect(now[1]!.yes).toBe(3);
    expect(now[1]!.loss).toBeLessThan(Math.min(now[0]!.loss, now[2]!.loss));
    const last = who(whoFirst).learners.map(({ moments }) => moments.at(-1)!);
    expect(10 * last[1]!.loss).toBeLessThan(Math.min(last[0]!.loss, last[2]!.loss));
    expect(last[1]!.right).toBeLessThan(samples / 4);
    expect(typed(learners.note.measure)).toBeGreaterThan(3 * typed(learners.note.first));
  });

  it('a start that knows nothing brings the two losses near each other', () => {
    const { squared, binary } = learners.undecided;
    expect(Number(squared) / Number(binary)).toBeLessThan(4);
    expect(learners.squared.done).toBe('');
  });

  it('the divergence of two sets of probabilities is never negative, and 0 where they agree', () => {
    const random = new Random('kl');
    const divergence = (z: number[], y: number[]): number =>
      cross(z, y) - cross(y.map(Math.log), y);
    for (let trial = 0; trial < 200; trial++) {
      const z = Array.from({ length: 4 }, () => random.uniform(-3, 3));
      const y = softmax(Matrix.column(z.map(() => random.uniform(-3, 3)))).toColumn();
      expect(divergence(z, y)).toBeGreaterThan(1e-4);
      expect(divergence(y.map(Math.log), y)).toBeCloseTo(0, 12);
    }
  });

  it('softmax done twice leaves at least the loss that is named, for any probabilities', () => {
    const random = new Random('twice');
    for (let trial = 0; trial < 200; trial++) {
      const a = softmax(Matrix.column([0, 0, 0].map(() => random.uniform(-9, 9)))).toColumn();
      expect(cross(a, [1, 0, 0])).toBeGreaterThan(typed(slips.floor));
    }
    expect(cross([1, 0, 0], [1, 0, 0])).toBeCloseTo(typed(slips.floor), 4);
    expect(typed(slips.twice.value)).toBeGreaterThan(0);
    expect(typed(slips.twice.value)).toBeLessThan(typed(slips.judge));
  });
});
