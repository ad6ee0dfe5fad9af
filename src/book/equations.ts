import { Matrix, Random, ShapeError } from '@engine';
import type { Text } from './languages';

/** What one side of an equation comes to: a number, several, or a matrix (whose shape counts). */
export type Numbers = number | readonly number[] | Matrix;

/** A slip that printed books and courses made with this formula; the check must reject it. */
export interface Wrong<T> {
  readonly slip: Text;
  readonly right: (trial: T) => Numbers;
}

/**
 * The proof that an equation says the truth: on random networks and data, its two sides, computed
 * by independent routes, agree, and each wrong variant of the right side does not.
 */
export interface Check<T> {
  /** Draws a random case. */
  readonly setup: (random: Random) => T;
  readonly left: (trial: T) => Numbers;
  readonly right: (trial: T) => Numbers;
  /** Allowed difference, relative to max(1, |left|): 1e-12 unless told. Finite differences need more. */
  readonly tolerance?: number;
  readonly wrong: readonly Wrong<T>[];
  /** Why no slip can be written down; only then may `wrong` be empty. */
  readonly noWrong?: string;
}

/** A check with its own kind of trial sealed in: what registries hold. */
export interface SealedCheck {
  /** @throws Error that says which seed disagrees, or which wrong variant passes */
  readonly run: () => CheckResult;
}

export interface CheckResult {
  readonly trials: number;
  /** Wrong variants rejected; all of them, or `run` throws. */
  readonly rejected: readonly Text[];
  /** Why there are none. */
  readonly noWrong?: string;
}

/** The other layout: samples as rows, as frameworks have it. */
export interface RowsForm {
  readonly tex: string;
  /** The shapes in it, as TeX. */
  readonly shapes: string;
  readonly check: SealedCheck;
}

/** A displayed equation. It exists once and is used by both languages. */
export interface Equation {
  readonly id: string;
  readonly tex: string;
  /** One line: what it says. */
  readonly means: Text;
  readonly check: SealedCheck;
  readonly rows?: RowsForm;
}

/** One line of a derivation: `tex` begins with its `=`, `why` is the reason for this step. */
export interface Step {
  readonly tex: string;
  readonly why: Text;
  /** That this line equals the one before it; the first line defines and has none. */
  readonly check?: SealedCheck;
}

export interface Derivation {
  readonly id: string;
  readonly title: Text;
  readonly steps: readonly Step[];
}

/** What a chapter's equations.ts exports. */
export interface ChapterEquations {
  readonly chapter: number;
  /** In the order in which the chapter places them: the first is (2.1). */
  readonly equations: readonly Equation[];
  readonly derivations: readonly Derivation[];
}

const trials = 25;
const defaultTolerance = 1e-12;

/**
 * Wraps a check so that it can be run without knowing what its trials are.
 *
 * @throws Error if it has no wrong variant and does not say why: it would prove too little
 */
export function check<T>(parts: Check<T>): SealedCheck {
  if (parts.wrong.length === 0 && !parts.noWrong) {
    throw new Error('a check needs a wrong variant to reject, or `noWrong` with the reason');
  }
  let result: CheckResult | undefined;
  return { run: () => (result ??= runCheck(parts)) };
}

/** Two lines of a derivation say the same in every trial, and a slip is noticed. */
export const lineCheck =
  <T>(setup: (random: Random) => T, tolerance = defaultTolerance) =>
  (
    left: (trial: T) => Numbers,
    right: (trial: T) => Numbers,
    slip: Text,
    slipped: (trial: T) => Numbers,
  ): SealedCheck =>
    check({ setup, left, right, tolerance, wrong: [{ slip, right: slipped }] });

/** The same where the lines are a list: line `i` says what line `i` − 1 says. */
export function lineChecks<T>(
  setup: (random: Random) => T,
  lines: readonly ((trial: T) => Numbers)[],
  tolerance?: number,
) {
  const equal = lineCheck(setup, tolerance);
  return (i: number, slip: Text, slipped: (trial: T) => Numbers): SealedCheck =>
    equal(lines[i - 1]!, lines[i]!, slip, slipped);
}

function runCheck<T>({
  setup,
  left,
  right,
  tolerance = defaultTolerance,
  wrong,
  noWrong,
}: Check<T>): CheckResult {
  for (let seed = 1; seed <= trials; seed++) {
    const trial = setup(new Random(seed));
    const expected = left(trial);
    const apart = distance(expected, right(trial));
    if (!(apart <= tolerance)) {
      throw new Error(`with seed ${seed} the two sides differ by ${apart}`);
    }
    for (const { slip, right: slipped } of wrong) {
      // A slip must be seen in every trial, and clearly.
      if (attempt(() => distance(expected, slipped(trial))) <= 100 * tolerance) {
        throw new Error(`with seed ${seed} it does not notice the slip “${slip.en}”`);
      }
    }
  }
  return { trials, rejected: wrong.map(({ slip }) => slip), ...(noWrong && { noWrong }) };
}

/** Shapes that don't fit are as far apart as can be. */
function attempt(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (error instanceof ShapeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** The largest difference between two sides, relative to max(1, |p|); infinite for other shapes. */
function distance(p: Numbers, q: Numbers): number {
  const [one, other] = [flat(p), flat(q)];
  if (one.shape !== other.shape) return Number.POSITIVE_INFINITY;
  return one.values.reduce((most, value, i) => {
    const apart = Math.abs(value - (other.values[i] ?? Number.NaN)) / Math.max(1, Math.abs(value));
    return Math.max(most, Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart);
  }, 0);
}

function flat(side: Numbers): { shape: string; values: readonly number[] } {
  if (typeof side === 'number') return { shape: 'number', values: [side] };
  if (side instanceof Matrix) {
    return { shape: `${side.rows}×${side.cols}`, values: Array.from(side.data) };
  }
  return { shape: `${side.length}`, values: side };
}
