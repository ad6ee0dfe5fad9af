import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matrix } from '../matrix';
import { arbitraryTraining, linearUnit, outcomeOf } from '../testing/training';
import { TrainingRun } from './run';
import { Trainer } from './trainer';
import type { TrainingSpec } from './training-spec';

const line = { X: Matrix.from([[0, 1, 2, 3]]), Y: Matrix.from([[1, 3, 5, 7]]) };
const begin = (changes: Partial<TrainingSpec> = {}) =>
  new Trainer(linearUnit(line), line, {
    ...{ optimiser: { kind: 'sgd' }, alpha: 0.1, epochs: 3, batchSize: 2, seed: 1 },
    ...changes,
  });
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a run in slices', () => {
  it('does the same to the last bit as a loop, however often it is paused', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryTraining(),
        fc.array(fc.nat({ max: 4 }), { maxLength: 12 }),
        async (example, pauses) => {
          const loop = example.begin();
          while (loop.status === 'training') loop.step();
          const trainer = example.begin();
          const run: TrainingRun = new TrainingRun(trainer, {
            slice: pauses.length % 2 ? 0 : 5,
            onStep: ({ step }) => {
              if (pauses[step] !== 0) return;
              run.pause();
              setTimeout(() => run.resume());
            },
          });
          expect(await run.start()).toBe(loop.status);
          expect(outcomeOf(trainer)).toEqual(outcomeOf(loop));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells of each step, then of the epoch that it ended, and of progress after each slice', async () => {
    const told: string[] = [];
    const trainer = begin({ epochs: 2 });
    const run = new TrainingRun(trainer, {
      onStep: ({ step }) => told.push(`step ${step}`),
      onEpoch: ({ epoch }) => told.push(`epoch ${epoch}`),
      onProgress: ({ step }) => told.push(`progress ${step}`),
      slice: 0,
    });
    expect(await run.start()).toBe('finished');
    expect(told).toEqual([
      ...['step 1', 'progress 1', 'step 2', 'epoch 1', 'progress 2'],
      ...['step 3', 'progress 3', 'step 4', 'epoch 2', 'progress 4'],
    ]);
  });

  it('fills a slice with as many epochs as go in', async () => {
    let slices = 0;
    const options = { slice: 60_000, onProgress: () => slices++ };
    await new TrainingRun(begin({ epochs: 500 }), options).start();
    expect(slices).toBe(1);
  });

  it('starts once, not before others had their turn', async () => {
    const trainer = begin();
    const run = new TrainingRun(trainer);
    const end = run.start();
    expect(trainer.lastStep.step).toBe(0);
    expect(run.start()).toBe(end);
    await end;
    expect(trainer.history).toHaveLength(3);
    expect(await run.start()).toBe('finished');
  });

  it('lets others work between slices', async () => {
    const trainer = begin({ epochs: 50 });
    let seen = 0;
    let ended = false;
    const run = new TrainingRun(trainer, { slice: 0 });
    run.start().then(() => {
      ended = true;
    });
    for (let last = -1; !ended; await turn()) {
      if (trainer.lastStep.step > last) seen++;
      last = trainer.lastStep.step;
    }
    expect(seen).toBeGreaterThan(2);
  });
});

describe('pause, resume and cancel', () => {
  it('a pause takes effect before the next step, within a slice too', async () => {
    const trainer = begin();
    const run: TrainingRun = new TrainingRun(trainer, {
      slice: 60_000,
      onStep: ({ step }) => step === 3 && run.pause(),
    });
    const end = run.start();
    for (let i = 0; i < 20; i++) await turn();
    expect(trainer.lastStep.step).toBe(3);
    run.resume();
    expect(await end).toBe('finished');
    expect(trainer.lastStep.step).toBe(6);
  });

  it('a run paused before its start waits', async () => {
    const trainer = begin();
    const run = new TrainingRun(trainer);
    run.pause();
    const end = run.start();
    for (let i = 0; i < 20; i++) await turn();
    expect(trainer.lastStep.step).toBe(0);
    run.resume();
    expect(await end).toBe('finished');
  });

  it('pausing and resuming at once changes nothing', async () => {
    const run = new TrainingRun(begin());
    run.pause();
    run.resume();
    expect(await run.start()).toBe('finished');
  });

  it('cancels in the middle, while paused, before the start; after the end no more', async () => {
    const middle = begin();
    const run: TrainingRun = new TrainingRun(middle, {
      onStep: ({ step }) => step === 2 && run.cancel(),
    });
    expect(await run.start()).toBe('cancelled');
    expect(middle.lastStep.step).toBe(2);

    const paused = new TrainingRun(begin());
    paused.pause();
    const end = paused.start();
    await turn();
    paused.cancel();
    expect(await end).toBe('cancelled');

    const early = new TrainingRun(begin());
    early.cancel();
    expect(await early.start()).toBe('cancelled');
    expect(early.trainer.lastStep.step).toBe(0);

    const late = new TrainingRun(begin());
    await late.start();
    late.cancel();
    expect(late.trainer.status).toBe('finished');
  });

  it('cancels a run that waits, and ends one that was paused at its last step', async () => {
    const waiting = new TrainingRun(begin());
    waiting.pause();
    const end = waiting.start();
    for (let i = 0; i < 20; i++) await turn();
    waiting.cancel();
    expect(await end).toBe('cancelled');

    const last: TrainingRun = new TrainingRun(begin(), {
      onStep: ({ step }) => step === 6 && last.pause(),
    });
    expect(await last.start()).toBe('finished');
  });

  it('what a callback throws ends the run', async () => {
    const run = new TrainingRun(begin(), {
      onStep: () => {
        throw new Error('no paper');
      },
    });
    await expect(run.start()).rejects.toThrow('no paper');
  });
});
