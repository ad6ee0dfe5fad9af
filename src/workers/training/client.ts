import type { NetworkState } from '@engine';
import { type Endpoint, proxy, type Remote, transfer, wrap } from 'comlink';
import type { SampleData, TrainingEnd, TrainingJob, TrainingProgress } from './job';
import type { TrainingService } from './service';

export interface TrainingOptions {
  /** Called with news of the training. What it throws cancels the training and rejects `end`. */
  readonly onProgress?: (progress: TrainingProgress) => void;
  /** Least time between two pieces of news, milliseconds. Default 50. */
  readonly every?: number;
  /** Whether news bring what the network has learned by then. Default false. */
  readonly learned?: boolean;
  /**
   * Whether the samples' memory goes to the worker instead of being copied: for large ones, which
   * are empty here afterwards. Default false.
   */
  readonly handOver?: boolean;
}

/** A training in another thread. */
export interface Training {
  /** How it ended; rejects if the job makes no sense or the worker cannot run. */
  readonly end: Promise<TrainingEnd>;
  /** Stops before the next step. */
  pause(): void;
  /** Goes on after `pause`. */
  resume(): void;
  /** Ends it where it is: `end` resolves with the status `cancelled`. */
  cancel(): void;
  /** What the network has learned by now, or at the end; null before its first numbers are drawn. */
  learned(): Promise<NetworkState | null>;
}

/**
 * Starts a training at the other side of an endpoint.
 * @param broken rejects when that side can answer no more
 */
export function trainThrough(
  endpoint: Endpoint,
  job: TrainingJob,
  { onProgress, every = 50, learned = false, handOver = false }: TrainingOptions,
  broken: Promise<never> = new Promise(() => {}),
): Training {
  const service: Remote<TrainingService> = wrap<TrainingService>(endpoint);
  const failures: unknown[] = [];
  const listener = (progress: TrainingProgress): void => {
    try {
      onProgress?.(progress);
    } catch (error) {
      failures.push(error);
      service.cancel();
    }
  };
  const sent = transfer(plain(job), handOver ? buffersOf(job) : []);
  const trained = service.train(sent, { every, learned }, proxy(listener)).then((result) => {
    if (failures.length > 0) throw failures[0];
    return result;
  });
  const end = Promise.race([trained, broken]);
  return {
    end,
    pause: () => void service.pause(),
    resume: () => void service.resume(),
    cancel: () => void service.cancel(),
    // A worker that has ended answers no more.
    learned: () => Promise.race([service.learned(), end.then((result) => result.learned)]),
  };
}

/** Matrices without what cannot cross to another thread. */
function plain(job: TrainingJob): TrainingJob {
  const matrix = ({ rows, cols, data }: SampleData['X']) => ({ rows, cols, data });
  const data = ({ X, Y }: SampleData): SampleData => ({ X: matrix(X), Y: matrix(Y) });
  const validation = job.validation && data(job.validation);
  return { ...job, samples: data(job.samples), ...(validation && { validation }) };
}

function buffersOf({ samples, validation }: TrainingJob): ArrayBufferLike[] {
  const all = [samples.X, samples.Y, validation?.X, validation?.Y];
  return [...new Set(all.flatMap((matrix) => (matrix ? [matrix.data.buffer] : [])))];
}
