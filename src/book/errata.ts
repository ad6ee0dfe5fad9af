import type { Text } from './languages';

/** A mistake of a published edition that a later one has mended. */
export interface Erratum {
  /** The edition that no longer has it. */
  mendedIn: string;
  /** Where it stood: slug of the page, and an anchor on it if there is one. */
  page: string;
  anchor?: string;
  /** What stood there, and what stands there now; `$…$` formulas. */
  was: Text;
  is: Text;
}

/** The first edition: nothing could have been mended before it. */
export const firstEdition = '0.1.0';

/** What was mended since the first edition, the newest first. */
export const errata: readonly Erratum[] = [];
