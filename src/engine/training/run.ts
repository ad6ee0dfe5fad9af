import type { EpochReport, StepReport, TrainingStatus } from './reports';
import type { Trainer } from './trainer';

export interface RunOptions {
  /** Called after each epoch. */
  readonly onEpoch?: (report: EpochReport) => void;
  /** Called after each slice of work with its last step: often enough to draw progress. */
  readonly onProgress?: (report: Readonly<StepReport>) => void;
  /** Time between pauses for other work, milliseconds. Default 12: a page stays smooth. */
  readonly slice?: number;
}

/**
 * Runs a training to its end in slices, so that whatever else happens in the thread gets its turn,
 * and so that it can be paused and cancelled. Slices change when steps happen, not what they compute.
 */
export class TrainingRun {
  private paused = false;
  private wake: (() => void) | undefined;
  private running: Promise<TrainingStatus> | undefined;

  constructor(
    readonly trainer: Trainer,
    private readonly options: RunOptions = {},
  ) {}

  /** Starts, or tells of the run that was started. @returns how training ended */
  start(): Promise<TrainingStatus> {
    this.running ??= this.work();
    return this.running;
  }

  /** Stops before the next step. */
  pause(): void {
    this.paused = true;
  }

  /** Goes on after `pause`. */
  resume(): void {
    this.paused = false;
    this.wake?.();
  }

  /** Ends the training; `start`'s promise resolves with `cancelled`. */
  cancel(): void {
    this.trainer.cancel();
    this.resume();
  }

  private async work(): Promise<TrainingStatus> {
    const { trainer, options } = this;
    const { onEpoch, onProgress, slice = 12 } = options;
    while (trainer.status === 'training') {
      const end = performance.now() + slice;
      const epochs = trainer.history.length;
      // At least one step a slice; epochs are told before the next begins.
      do trainer.step();
      while (this.mayGoOn(epochs) && performance.now() < end);
      onProgress?.(trainer.lastStep);
      const report = trainer.history[epochs];
      if (report) onEpoch?.(report);
      await this.nextTurn();
    }
    return trainer.status;
  }

  private mayGoOn(epochs: number): boolean {
    const { status, history } = this.trainer;
    return status === 'training' && history.length === epochs;
  }

  /** Lets others work, then waits as long as paused. */
  private async nextTurn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    while (this.paused && this.trainer.status === 'training') {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
