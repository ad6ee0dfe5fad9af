import type { Lang } from '@book/languages';
import type { Values } from '../types';
import type { words } from '../words';
import type { Answer } from './memory';

/** What the kinds of exercise share: numbers, verdicts, hints, the log. */
export interface Context {
  readonly root: HTMLElement;
  readonly lang: Lang;
  readonly say: (typeof words)[Lang];
  readonly form: HTMLFormElement;
  values: Values;
  seed: number;
  /** Shows a verdict and announces it; `says` is the id of a prepared text. */
  verdict(outcome: 'right' | 'wrong' | 'none', text: string, says?: string): void;
  /** Writes an answer into the reader's log. */
  record(outcome: Answer['outcome'], mistake?: string): void;
  /** What stands after the verdict: cases, a widget. */
  readonly after: HTMLElement;
}

/** What a kind of exercise does beyond that. */
export interface Kind {
  /** Other numbers have been drawn and shown: empty what was answered. */
  refresh(): void;
}
