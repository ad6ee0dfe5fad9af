import { bring } from '@components/figure/run';
import { finiteDifference, Matrix } from '@engine';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  alpha,
  begin,
  bins,
  first,
  histogram,
  type State,
  Training,
  verdictOf,
  yesArea,
} from './model';

function trained(part: Partial<State>, steps = first.step): Training {
  return bring(new Training({ ...first, ...part }), steps);
}

describe('overfit lab', () => {
  let plain: Training;
  beforeAll(() => {
    plain = trained({});
  });

  it('opens on a network that fits its samples and fails on others, after having been better', () => {
    expect(verdictOf(plain)).toBe('overfits');
    expect(plain.accuracies.training).toBe(1);
    expect(plain.last.validation).toBeGreaterThan(1.5 * plain.best.validation);
    expect(plain.best.step).toBeLessThan(first.step / 2);
  });

  it('dropout, L2 and more samples each bring the validation loss down', () => {
    for (const part of [{ rate: 0.3 }, { lambda: 0.01 }, { samples: 200 }]) {
      const other = trained(part);
      expect(other.last.validation).toBeLessThan(0.9 * plain.last.validation);
      expect(other.last.training).toBeGreaterThan(plain.last.training);
    }
  });

  it('from its best update on the validation loss is never as low again, and the training loss falls', () => {
    const later = plain.looks.filter(({ step }) => step > plain.best.step);
    expect(Math.min(...later.map(({ validation }) => validation))).toBeGreaterThan(
      plain.best.validation,
    );
    expect(later.every((look, i) => i === 0 || look.training < later[i - 1]!.training)).toBe(true);
  });

  // What the checkpoint "too-much" of the chapter says.
  it('too much of either underfits: no weight is left, and both losses are those of “one half”', () => {
    const { weights, last } = trained({ lambda: 0.1 });
    expect(verdictOf(trained({ lambda: 0.1 }))).toBe('underfits');
    expect(Math.max(...weights.map(Math.abs))).toBeLessThan(1e-3);
    expect(last.training).toBeCloseTo(Math.LN2, 3);
    expect(last.validation).toBeCloseTo(Math.LN2, 3);
  });

  it('L2 makes the weights smaller', () => {
    const size = (training: Training): number => Math.hypot(...training.weights);
    expect(size(trained({ lambda: 0.01 }))).toBeLessThan(0.5 * size(plain));
  });

  it('one update follows the slope of loss plus penalty, found by differences', () => {
    const state: State = { ...first, lambda: 0.03, samples: 10 };
    const { network, training } = begin(state);
    const { W } = network.layer(2);
    const penalised = (): number => {
      network.forward(training.X);
      const squares = [1, 2, 3].reduce(
        (sum, l) => sum + Array.from(network.layer(l).W.data).reduce((s, w) => s + w * w, 0),
        0,
      );
      return network.loss(training.Y) + state.lambda * squares;
    };
    const run = new Training(state);
    run.advance();
    for (const k of [0, 7, 100]) {
      const moved = run.begun.network.layer(2).W.data[k]! - W.data[k]!;
      expect(moved).toBeCloseTo(-alpha * finiteDifference(penalised, W, k), 8);
    }
  });

  it('more samples keep those that were there', () => {
    const [few, many] = [begin(first), begin({ ...first, samples: 100 })];
    const rows = many.training.X.toRows().map((row) => row.slice(0, first.samples));
    expect(few.training.X.toRows()).toEqual(rows);
    expect(few.validation.X.toRows()).toEqual(many.validation.X.toRows());
  });

  it('is the same to the bit, begun anew, with dropout as well', () => {
    const state: State = { ...first, rate: 0.3 };
    expect(trained(state, 40).looks).toEqual(trained(state, 40).looks);
  });

  it('the picture of the page is the run of the first state, and a state before it goes back', () => {
    expect(bring(new Training(first), first.step).looks).toEqual(plain.looks);
    expect(bring(new Training({ ...first, step: 20 }), 20).step).toBe(20);
  });

  it('tints where the network says more than one half: the area agrees with counting points', () => {
    const { network } = plain.begun;
    const area = yesArea(network).reduce((sum, points) => sum + areaOf(points), 0);
    let inside = 0;
    const n = 200;
    const { X } = gridOf(n);
    const A = network.forward(X);
    for (let s = 0; s < A.cols; s++) if (A.at(0, s) > 0.5) inside++;
    expect(area / ((inside / (n * n)) * 5 * 3.7)).toBeCloseTo(1, 1);
  });

  it('the histogram counts every weight once', () => {
    const shares = histogram([-99, -0.1, 0.1, 0.2, 99]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect([shares[0], shares.at(-1)]).toEqual([0.2, 0.2]);
    expect(shares[bins.reach / bins.width]).toBeCloseTo(0.4, 12);
  });
});

/** The shoelace formula. */
const areaOf = (points: readonly (readonly [number, number])[]): number =>
  Math.abs(
    points.reduce((sum, [px, py], i) => {
      const [qx, qy] = points[(i + 1) % points.length]!;
      return sum + (px * qy - qx * py) / 2;
    }, 0),
  );

function gridOf(n: number) {
  const at = (i: number, low: number, size: number): number => low + (size * (i + 0.5)) / n;
  const cells = Array.from({ length: n * n }, (_, k) => k);
  const X = new Matrix(
    2,
    n * n,
    Float64Array.from([
      ...cells.map((k) => at(k % n, -2, 5)),
      ...cells.map((k) => at(Math.floor(k / n), -1.6, 3.7)),
    ]),
  );
  return { X };
}
