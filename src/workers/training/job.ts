import type {
  Divergence,
  EpochReport,
  InitialSpec,
  Matrix,
  NetworkSpec,
  NetworkState,
  StepReport,
  TrainingSpec,
  TrainingStatus,
} from '@engine';

/** A matrix as it crosses to another thread: its fields without its methods. */
export type MatrixData = Pick<Matrix, 'rows' | 'cols' | 'data'>;

/** Samples with their targets: column s of X belongs to column s of Y. A `DataSet` will do. */
export interface SampleData {
  readonly X: MatrixData;
  readonly Y: MatrixData;
}

/** A training from its first step to its last. With equal jobs, every bit of the result is equal. */
export interface TrainingJob {
  readonly network: NetworkSpec;
  /** Where it starts: drawn from a seed, or what a network has learned already. */
  readonly start:
    | (InitialSpec & { readonly seed: number | string })
    | { readonly learned: NetworkState };
  readonly samples: SampleData;
  /** Measured after each epoch. */
  readonly validation?: SampleData;
  readonly training: TrainingSpec;
  /**
   * `double`, the default, gives the bits that the page would get. `single` is several times as
   * fast on layers of dozens of units and more: WebAssembly where there is SIMD.
   */
  readonly precision?: 'double' | 'single';
}

/** News of a training: all that happened since the last news. */
export interface TrainingProgress {
  /** The last step. */
  readonly last: StepReport;
  /** The loss of each step since the last news, up to and with `last`. */
  readonly losses: Float64Array;
  /** The epochs that ended since. */
  readonly epochs: readonly EpochReport[];
  /** What the network has learned by now, for `restoreNetwork`; null unless asked for. */
  readonly learned: NetworkState | null;
}

/** How a training ended. */
export interface TrainingEnd {
  readonly status: TrainingStatus;
  /** Why, if it diverged. */
  readonly divergence: Divergence | null;
  /** Steps in all. */
  readonly steps: number;
  readonly history: readonly EpochReport[];
  readonly learned: NetworkState;
}

/** How often, and what, the worker tells. */
export interface NewsOptions {
  /** Least time between two pieces of news, milliseconds. */
  readonly every: number;
  /** Whether each brings what the network has learned. */
  readonly learned: boolean;
}
