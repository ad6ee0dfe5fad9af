/** A printed line: its label, and the numbers after it. */
export type Line = readonly [label: string, values: readonly number[]];

/**
 * A state of a widget whose “As PyTorch” is run, and what the engine says it must print. A widget's
 * cases stand in its `pytorch.cases.ts`: its first state, and others that take another branch of the
 * template.
 */
export interface Case {
  readonly name: string;
  readonly script: string;
  readonly prints: readonly Line[];
  /** How far apart the numbers may be; quotients of differences lose digits to rounding. */
  readonly tolerance?: Readonly<Record<string, number>>;
}
