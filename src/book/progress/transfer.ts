import * as v from 'valibot';
import { attemptSchema, type Draft, draftSchema, type Progress } from './record';

const format = 'forward-and-back/progress';

/** The version that `exportProgress` writes. Raise it with a step in `migrations`. */
const version = 1;

/** Turns the contents of version n into those of version n + 1. */
export type Migrations = Readonly<Record<number, (old: Record<string, unknown>) => unknown>>;

const migrations: Migrations = {};

/** The most a file may hold: ten years of a hundred answers a day. */
const mostAttempts = 365_000;
const mostCharacters = 100_000_000;

const envelope = v.looseObject({
  format: v.literal(format),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const contents = v.looseObject({
  attempts: v.pipe(v.array(attemptSchema), v.maxLength(mostAttempts)),
  drafts: v.pipe(v.array(draftSchema), v.maxLength(10_000)),
});

/** Why a file was refused. */
export type Refusal =
  | { reason: 'too-large' }
  | { reason: 'not-json' }
  | { reason: 'other-file' }
  | { reason: 'newer'; version: number }
  /** `where` is the path to the first bad value, such as `attempts.3.seed`. */
  | { reason: 'damaged'; where: string };

export type ImportResult = { ok: true; progress: Progress } | { ok: false; refusal: Refusal };

/** Everything remembered as the text of a file. @param now milliseconds since 1970 */
export function exportProgress({ attempts, drafts }: Progress, now: number): string {
  const exported = new Date(now).toISOString();
  return `${JSON.stringify({ format, version, exported, attempts, drafts }, null, 1)}\n`;
}

/**
 * Reads a file back, in full or not at all.
 * @param steps migrations from older versions; another table in tests only
 * @param current the version to arrive at
 */
export function importProgress(
  text: string,
  steps: Migrations = migrations,
  current = version,
): ImportResult {
  if (text.length > mostCharacters) return refuse({ reason: 'too-large' });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse({ reason: 'not-json' });
  }
  const head = v.safeParse(envelope, parsed);
  if (!head.success) return refuse({ reason: 'other-file' });
  if (head.output.version > current) {
    return refuse({ reason: 'newer', version: head.output.version });
  }
  let data: unknown = head.output;
  try {
    for (let n = head.output.version; n < current; n++) {
      data = steps[n]!(data as Record<string, unknown>);
    }
  } catch {
    return refuse({ reason: 'damaged', where: `version ${head.output.version}` });
  }
  const result = v.safeParse(contents, data);
  if (!result.success) {
    const where = v.getDotPath(result.issues[0]) ?? 'attempts';
    return refuse({ reason: 'damaged', where });
  }
  const { attempts, drafts } = result.output;
  return { ok: true, progress: { attempts, drafts: latest(drafts) } };
}

const refuse = (refusal: Refusal): ImportResult => ({ ok: false, refusal });

/** One draft an exercise: a file edited by hand may hold two. */
function latest(drafts: readonly Draft[]): Draft[] {
  const byExercise = new Map<string, Draft>();
  for (const draft of drafts) {
    const known = byExercise.get(draft.exercise);
    if (!known || draft.at > known.at) byExercise.set(draft.exercise, draft);
  }
  return [...byExercise.values()];
}
