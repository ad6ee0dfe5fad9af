import type { Text } from '@book/languages';
import type { Random } from '@engine';

/**
 * What an exercise is. Both languages are in every text by type; every answer is a function of the
 * drawn numbers, so it cannot disagree with the engine; what shows a number names it
 * (`\slot{z.1}` in a formula, `{loss}` in words, `{unit:tanh|ReLU}` for a name), so fresh numbers need no fresh formulas.
 */
export type Exercise =
  | PartsExercise
  | ChoiceExercise
  | PredictExercise
  | OrderExercise
  | CodeExercise
  | LineExercise;

/** The seven kinds, as the reader sees them. `find-the-bug` is either a line or a piece of code. */
export type Kind = 'number' | 'matrix' | 'choice' | 'order' | 'predict' | 'code' | 'find-the-bug';

/** One number, a vector or a matrix: rows of numbers for the last two. */
export type Value = number | readonly number[] | readonly (readonly number[])[];

/** Drawn and derived numbers by name. A slot `W.1.2` is row 1, column 2 of `W`. */
export type Values = Readonly<Record<string, Value>>;

interface Common {
  /** Anchor and name in the reader's log, the same in both languages: `fb-hidden-delta`. */
  readonly id: string;
  readonly title: Text;
  /** Anchor in the chapter where this is explained. */
  readonly about: string;
  /** What is asked: `$…$` formulas, `**bold**`, `` `code` ``, `{name}` a number; blank line: paragraph. */
  readonly statement: Text;
  /** Each gives more than the one before. */
  readonly hints: readonly [Text, Text, Text];
  /** Paragraphs. The last one states the answer. */
  readonly solution: readonly Text[];
  /** Decimals shown of computed numbers; drawn numbers are shown as they are. 4 unless given. */
  readonly decimals?: number;
}

/** An exercise with numbers in it. */
interface Drawn extends Common {
  /**
   * Draws the given numbers and computes everything that texts and answers need. It need not avoid
   * numbers for which a mistake looks right: such draws are thrown away (see `draw` in draw.ts).
   */
  readonly draw: (random: Random) => Values;
}

/** A usual slip, as a formula. */
export interface Mistake {
  readonly id: string;
  /** What the reader seems to have done, and why it is not so. */
  readonly says: Text;
  /** Anchor where it is explained, if not the exercise's own. */
  readonly about?: string;
}

/** A number or matrix to type. Later parts are marked from the reader's own earlier answers. */
export interface Part {
  readonly id: string;
  /** In front of the field, usually a formula. */
  readonly label: Text;
  /** The field's name for those who hear it: words, no formulas. */
  readonly spoken: Text;
  /** Decimals that the statement asks for. */
  readonly decimals: number;
  /** `given` holds the answers of earlier parts: the right ones, or the reader's own. */
  readonly answer: (values: Values, given: Given) => Value;
  readonly mistakes: readonly (Mistake & {
    readonly value: (values: Values, given: Given) => Value;
  })[];
  /** The reader also says how many rows and columns the matrix has. */
  readonly askShape?: boolean;
}

export type Given = Readonly<Record<string, Value>>;

/** Kinds `number` and `matrix`. */
export interface PartsExercise extends Drawn {
  readonly kind: 'number' | 'matrix';
  readonly parts: readonly Part[];
}

export interface Option {
  readonly id: string;
  readonly text: Text;
  /** Why it is right or not. */
  readonly says: Text;
}

export interface ChoiceExercise extends Drawn {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** Ids of the right options. More than one only where the statement says “all that …”. */
  readonly right: (values: Values) => readonly string[];
  readonly several?: boolean;
}

/** A choice whose right option is what the widget's own model does. */
export interface PredictExercise extends Drawn {
  readonly kind: 'predict';
  readonly options: readonly Option[];
  readonly right: (values: Values) => readonly string[];
  readonly several?: false;
  /** Shown after the answer: the widget, and the fragment that puts it into this state. */
  readonly widget: string;
  readonly fragment: (values: Values) => string;
}

export interface OrderExercise extends Common {
  readonly kind: 'order';
  readonly lines: readonly {
    readonly id: string;
    readonly text: Text;
    /** Lines that must stand before this one. Any order that respects them is right. */
    readonly after: readonly string[];
  }[];
  /** Said when `earlier` stands after `later`. */
  readonly mistakes: readonly (Mistake & { readonly earlier: string; readonly later: string })[];
}

/** Find the bug in a derivation: the one line that is wrong. */
export interface LineExercise extends Common {
  readonly kind: 'find-the-bug';
  readonly form: 'line';
  readonly lines: readonly Option[];
  readonly wrongLine: string;
}

/** A number, or numbers in rows: what a function of an exercise takes and returns. */
export type Plain = number | readonly Plain[];

export interface Case {
  /** What this case looks at: “a large negative z”. */
  readonly name: Text;
  readonly args: readonly Plain[];
  readonly expected: Plain;
  /** Expected comes from finite differences of the loss, not from a formula. */
  readonly byDifferences?: boolean;
}

/** Write a function; or, as `find-the-bug`, repair one that is wrong in one place. */
export interface CodeExercise extends Common {
  readonly kind: 'code' | 'find-the-bug';
  readonly form: 'code';
  readonly functionName: string;
  /** What stands in the editor at first, in TypeScript. */
  readonly starter: string;
  /** A right answer, shown as the solution and run by the tests. */
  readonly answer: string;
  /** Relative to max(1, |expected|); 1e-9 unless given. */
  readonly tolerance?: number;
  readonly cases: (random: Random) => readonly Case[];
  /** Usual slips as functions: an answer that agrees with one on every case is recognised. */
  readonly mistakes: readonly (Mistake & { readonly run: (...args: never[]) => Plain })[];
}

/** What a chapter's exercises.ts exports. */
export interface ExerciseSet {
  /** Slug of the chapter. */
  readonly chapter: string;
  readonly exercises: readonly Exercise[];
}
