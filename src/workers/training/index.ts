import { type Training, type TrainingOptions, trainThrough } from './client';
import type { TrainingJob } from './job';

export type { Training, TrainingOptions } from './client';
export type { SampleData, TrainingEnd, TrainingJob, TrainingProgress } from './job';

/**
 * Trains a network in a worker of its own, which ends with the training. Equal jobs give equal bits,
 * in a worker or not, paused or not.
 */
export function startTraining(job: TrainingJob, options: TrainingOptions = {}): Training {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The training worker failed: ${message || 'its script did not load'}`));
    });
  });
  const training = trainThrough(worker, job, options, broken);
  return { ...training, end: training.end.finally(() => worker.terminate()) };
}
