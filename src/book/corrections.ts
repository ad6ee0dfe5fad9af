import type { SealedCheck } from './equations';
import type { Text } from './languages';

/** A place where the source note is wrong or leaves something loose. */
export interface Correction {
  /** The section of the note, 1 … 9. */
  readonly section: number;
  /** The note's own words or formula, in Chinese as it stands there; `$…$` formulas. */
  readonly note: string;
  /** What the book says instead. */
  readonly correction: Text;
  /** Why. */
  readonly why: Text;
  /** What proves it: displayed equations of the book, or a check of its own; else why there is none. */
  readonly proof:
    | { readonly equations: readonly string[] }
    | { readonly check: SealedCheck }
    | { readonly none: Text };
}
