import type { EpochReport, StepReport, TrainingStatus } from './reports';
import type { Trainer } from './trainer';

/** Who is told how a run goes on, and how often. */
export interface RunOptions {
  /** Called after each step, with a report that the next one overwrites. */
  readonly onStep?: (report: Readonly<StepReport>) => void;
  /** Called after each epoch, and after `onStep` for its last step. */
  readonly onEpoch?: (report: EpochReport) => void;
  /** Called after each slice of work with its last step: often enough to draw progress. */
  readonly onProgress?: (report: Readonly<StepReport>) => void;
  /** Time between turns for other work, milliseconds. Default 12: a page stays smooth. */
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

  /**
   * A run that waits for `start`.
   * @param trainer the training to run
   * @param options who is told of it
   */
  constructor(
    /** What is run. */
    readonly trainer: Trainer,
    private readonly options: RunOptions = {},
  ) {}

  /**
   * Starts, or tells of the run that was started; returns before the first step.
   * @returns how training ended
   */
  start(): Promise<TrainingStatus> {
    this.running ??= this.work();
    return this.running;
  }

  /** Stops before the next step; also before the first. */
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
    const { onStep, onEpoch, onProgress, slice = 12 } = options;
    await this.nextTurn();
    while (trainer.status === 'training') {
      const end = performance.now() + slice;
      do {
        const epochs = trainer.history.length;
        const report = trainer.step();
        onStep?.(report);
        const epoch = trainer.history[epochs];
        if (epoch) onEpoch?.(epoch);
      } while (trainer.status === 'training' && !this.paused && performance.now() < end);
      onProgress?.(trainer.lastStep);
      await this.nextTurn();
    }
    return trainer.status;
  }

  /** Lets others work, then waits as long as paused. */
  private async nextTurn(): Promise<void> {
    await othersTurn();
    while (this.paused && this.trainer.status === 'training') {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

/** Resolves after what waits in the thread. Not by setTimeout: browsers add 4 ms to each of many. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
