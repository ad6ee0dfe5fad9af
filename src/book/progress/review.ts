import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Attempt } from './record';

/** How one exercise stands. */
export interface Standing {
  exercise: string;
  /** `new`: never finished; `done`: last finished without help; `helped`: with hints or solution. */
  state: 'new' | 'done' | 'helped';
  /** When it should be asked again, milliseconds since 1970; undefined before it was finished. */
  due: number | undefined;
  /** Times it was finished, each with its own numbers. */
  finished: number;
  /** The listed mistake of the latest wrong answer, unless a right one came after it. */
  mistake: string | undefined;
}

// Without chance: the same log gives the same dates in every browser. Without steps of minutes:
// nobody sits and waits for a textbook.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/** One exercise finished once, with one set of numbers. */
interface Round {
  at: number;
  grade: Grade;
  helped: boolean;
}

/**
 * How every exercise of the log stands. Reviews follow FSRS: right at once is “good”, right after a
 * wrong try or with a hint is “hard”, the solution looked up is “again”. Only the first finish of
 * each set of numbers counts, since afterwards its answer is known.
 */
export function standings(attempts: readonly Attempt[]): Map<string, Standing> {
  const byExercise = Map.groupBy(attempts, ({ exercise }) => exercise);
  return new Map([...byExercise].map(([exercise, log]) => [exercise, standing(exercise, log)]));
}

function standing(exercise: string, log: readonly Attempt[]): Standing {
  const inOrder = log.toSorted((p, q) => p.at - q.at);
  const rounds = roundsOf(inOrder);
  let card: Card | undefined;
  for (const { at, grade } of rounds) {
    card = scheduler.next(card ?? createEmptyCard(new Date(at)), new Date(at), grade).card;
  }
  const last = rounds.at(-1);
  const latest = inOrder.at(-1);
  return {
    exercise,
    state: !last ? 'new' : last.helped ? 'helped' : 'done',
    due: card?.due.getTime(),
    finished: rounds.length,
    mistake: latest?.outcome === 'wrong' ? latest.mistake : undefined,
  };
}

function roundsOf(log: readonly Attempt[]): Round[] {
  const finished = new Set<number>();
  const stumbled = new Set<number>();
  const rounds: Round[] = [];
  for (const { seed, outcome, hints, at } of log) {
    if (finished.has(seed)) continue;
    if (outcome === 'wrong') {
      stumbled.add(seed);
      continue;
    }
    finished.add(seed);
    const hard = hints > 0 || stumbled.has(seed);
    const grade = outcome === 'shown' ? Rating.Again : hard ? Rating.Hard : Rating.Good;
    rounds.push({ at, grade, helped: outcome === 'shown' || hints > 0 });
  }
  return rounds;
}
