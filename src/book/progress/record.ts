import * as v from 'valibot';

/**
 * What the book remembers about a reader: a log of attempts, never changed once written, and the
 * latest draft of each code exercise. Everything else (done, due, with help) is computed from the
 * log, so two tabs or two imports can only ever add to it.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80), v.regex(/^[a-z0-9-]+$/));
/** Milliseconds since 1970, up to the year 2200. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7_258_118_400_000));

/** How far an attempt got: a right answer, a wrong one, or the solution looked up. */
export type Outcome = 'right' | 'wrong' | 'shown';

export const attemptSchema = v.strictObject({
  /** Unique over all devices. */
  key: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
  exercise: id,
  /** The seed that the exercise's numbers were drawn from. */
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
  at: time,
  outcome: v.picklist(['right', 'wrong', 'shown']),
  /** Hints open when the answer was given. */
  hints: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  /** The listed mistake that the answer was recognised as. */
  mistake: v.optional(id),
});

/** One answer to one exercise. */
export type Attempt = v.InferOutput<typeof attemptSchema>;

export const draftSchema = v.strictObject({
  exercise: id,
  text: v.pipe(v.string(), v.maxLength(20_000)),
  at: time,
});

/** What the reader wrote in a code exercise, kept as it is typed. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** Everything that is remembered. */
export interface Progress {
  readonly attempts: readonly Attempt[];
  readonly drafts: readonly Draft[];
}

export const nothing: Progress = { attempts: [], drafts: [] };

/**
 * Both records in one: every attempt once, and the later of two drafts. The order of the arguments
 * makes no difference, and merging twice is merging once.
 */
export function merge(one: Progress, other: Progress): Progress {
  const attempts = new Map<string, Attempt>();
  for (const attempt of [...one.attempts, ...other.attempts]) {
    const known = attempts.get(attempt.key);
    if (!known || compare(attempt, known) < 0) attempts.set(attempt.key, attempt);
  }
  const drafts = new Map<string, Draft>();
  for (const draft of [...one.drafts, ...other.drafts]) {
    const known = drafts.get(draft.exercise);
    const later = known ? draft.at - known.at || (draft.text > known.text ? 1 : -1) : 1;
    if (later > 0) drafts.set(draft.exercise, draft);
  }
  return {
    attempts: [...attempts.values()].sort(compare),
    drafts: [...drafts.values()].sort((p, q) => (p.exercise < q.exercise ? -1 : 1)),
  };
}

/** By time; what happened in the same millisecond, by key and content, so that order is certain. */
function compare(p: Attempt, q: Attempt): number {
  if (p.at !== q.at) return p.at - q.at;
  const [left, right] = [JSON.stringify(p), JSON.stringify(q)];
  return left < right ? -1 : left > right ? 1 : 0;
}
