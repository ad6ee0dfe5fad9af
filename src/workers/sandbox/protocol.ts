/** One call of the reader's function. */
export interface Call {
  /** Plain data, copied into the sandbox. */
  readonly args: readonly unknown[];
}

/** What came back from one call. */
export type CallResult =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The reader's code threw; `line` counts from 1 in the reader's own text. */
  | { readonly kind: 'error'; readonly message: string; readonly line: number | undefined };

/** What a run of the reader's code came to. */
export type RunResult =
  | { readonly kind: 'done'; readonly results: readonly CallResult[]; readonly output: Output }
  /** The code did not even load, or has no such function. */
  | { readonly kind: 'broken'; readonly message: string; readonly line: number | undefined }
  | { readonly kind: 'missing'; readonly name: string }
  /** Stopped from outside: too long, too much, or the sandbox gone silent. */
  | {
      readonly kind: 'stopped';
      readonly why: 'time' | 'flood' | 'closed';
      readonly output: Output;
    };

/** What the code wrote with `console.log`, cut where it became too much. */
export interface Output {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

export const noOutput: Output = { lines: [], cut: false };

/** How long the reader's code may run, in milliseconds, and how much it may write. */
export const limits = { time: 2000, lines: 200, lineLength: 500, messages: 50 } as const;

/** From the page to the sandbox's frame: run this. */
export interface RunRequest {
  readonly type: 'run';
  /** Answers without it did not come from the harness. */
  readonly secret: string;
  readonly code: string;
  readonly name: string;
  readonly calls: readonly Call[];
}
