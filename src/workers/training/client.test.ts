import {
  float32Kernel,
  float64Kernel,
  initialise,
  Matrix,
  moons,
  Network,
  type NetworkSpec,
  Random,
  restoreNetwork,
  saveNetwork,
  Trainer,
  type TrainingSpec,
} from '@engine';
import { expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { type TrainingOptions, trainThrough } from './client';
import type { TrainingJob, TrainingProgress } from './job';
import { TrainingService } from './service';

// Both sides of a real channel: what crosses it is cloned and handed over as between threads.
// e2e/training-worker.spec.ts does the same with a worker in a browser.
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function start(
  job: TrainingJob,
  options: TrainingOptions = {},
  kernel = async () => float32Kernel,
) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(new TrainingService(kernel), port1);
  return trainThrough(port2, job, options);
}

const network: NetworkSpec = {
  sizes: [2, 6, 1],
  activations: ['tanh', 'sigmoid'],
  loss: 'binaryCrossEntropy',
  extras: [{ norm: { kind: 'batch' }, dropout: { rate: 0.2 } }],
};
const training: TrainingSpec = {
  optimiser: { kind: 'adam' },
  alpha: 0.02,
  epochs: 8,
  batchSize: 16,
  seed: 3,
};
const initial = { weights: { kind: 'xavier', form: 'normal' } } as const;
const job = (changes: Partial<TrainingJob> = {}): TrainingJob => ({
  network,
  start: { ...initial, seed: 5 },
  samples: moons({ samples: 64, seed: 1 }),
  training,
  ...changes,
});

/** The same job, done here. */
function doneHere({ samples, validation, precision }: TrainingJob = job()) {
  const own = new Network(network, precision === 'single' ? float32Kernel : float64Kernel);
  initialise(own, initial, new Random(5));
  const as = ({ rows, cols, data }: { rows: number; cols: number; data: Matrix['data'] }) =>
    new Matrix(rows, cols, data);
  const trainer = new Trainer(
    own,
    { X: as(samples.X), Y: as(samples.Y) },
    training,
    validation && { validation: { X: as(validation.X), Y: as(validation.Y) } },
  );
  const losses: number[] = [];
  while (trainer.status === 'training') losses.push(trainer.step().loss);
  return { trainer, losses, learned: saveNetwork(own) };
}

describe('a training through a channel', () => {
  it('ends with the bits that the page itself would get', async () => {
    const validated = job({ validation: moons({ samples: 20, seed: 2 }) });
    const here = doneHere(validated);
    const end = await start(validated).end;
    expect(end).toEqual({
      ...{ status: 'finished', divergence: null, steps: 32 },
      history: here.trainer.history,
      learned: here.learned,
    });
    expect(end.history[0]!.validation).not.toBeNull();
  });

  it('single precision takes the kernel for it', async () => {
    const single = job({ precision: 'single' });
    const { learned } = await start(single).end;
    expect(learned.W1).toBeInstanceOf(Float32Array);
    expect(learned).toEqual(doneHere(single).learned);
  });

  it('tells of every step and epoch, once, in order', async () => {
    const news: TrainingProgress[] = [];
    const { end } = start(job(), { every: 0, onProgress: (progress) => news.push(progress) });
    const { history } = await end;
    const { losses } = doneHere();
    expect(news.flatMap((progress) => [...progress.losses])).toEqual(losses);
    expect(news.flatMap(({ epochs }) => epochs)).toEqual(history);
    let steps = 0;
    for (const { last, losses: some, learned } of news) {
      steps += some.length;
      expect(last.step).toBe(steps);
      expect(last.loss).toBe(some.at(-1));
      expect(learned).toBeNull();
    }
  });

  it('brings what the network has learned with the news, if asked', async () => {
    const news: TrainingProgress[] = [];
    const options = { learned: true, onProgress: (p: TrainingProgress) => news.push(p) };
    const { learned } = await start(job(), options).end;
    expect(news.at(-1)!.learned).toEqual(learned);
    const copy = new Network(network);
    restoreNetwork(copy, news.at(-1)!.learned!);
    expect(saveNetwork(copy)).toEqual(doneHere().learned);
  });

  it('goes on from what has been learned', async () => {
    const { learned } = doneHere();
    const { end } = start(job({ start: { learned }, training: { ...training, epochs: 1 } }));
    const again = new Network(network);
    restoreNetwork(again, learned);
    const trainer = new Trainer(again, moons({ samples: 64, seed: 1 }), {
      ...training,
      epochs: 1,
    });
    while (trainer.status === 'training') trainer.step();
    expect((await end).learned).toEqual(saveNetwork(again));
  });

  it('copies the samples, or hands their memory over', async () => {
    const kept = job();
    await start(kept).end;
    expect(kept.samples.X.data).toHaveLength(128);
    const { samples } = job();
    const given = job({ samples, validation: samples });
    const { status } = await start(given, { handOver: true }).end;
    expect(status).toBe('finished');
    expect(samples.X.data).toHaveLength(0);
  });
});

describe('pause, resume, cancel, learned', () => {
  const long = job({ training: { ...training, epochs: 100_000 } });

  it('a paused training stands still, tells what it has learned, and goes on to the same end', async () => {
    let seen = 0;
    const run = start(job(), {
      every: 0,
      onProgress: ({ last }) => {
        seen = last.step;
        if (last.step < 10) run.pause();
      },
    });
    run.pause();
    const before = await run.learned();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toBe(0);
    expect(await run.learned()).toEqual(before);
    const fresh = new Network(network);
    initialise(fresh, initial, new Random(5));
    expect(before).toEqual(saveNetwork(fresh));
    run.resume();
    // Paused by the first news again, if they came before the end.
    const resume = setInterval(() => run.resume(), 5);
    const end = await run.end;
    clearInterval(resume);
    expect(end.learned).toEqual(doneHere().learned);
    expect(await run.learned()).toEqual(end.learned);
  });

  it('cancels in the middle, with what has been learned by then', async () => {
    const run = start(long, { every: 0, onProgress: () => run.cancel() });
    const { status, steps, learned } = await run.end;
    expect(status).toBe('cancelled');
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(400_000);
    expect(learned.W1).toHaveLength(12);
  });

  it('cancels before the first step, while the kernel is still loading too', async () => {
    const early = start(long);
    early.cancel();
    expect((await early.end).status).toBe('cancelled');
    let load = () => {};
    const kernel = new Promise<typeof float32Kernel>((resolve) => {
      load = () => resolve(float32Kernel);
    });
    const loading = start({ ...long, precision: 'single' }, {}, () => kernel);
    expect(await loading.learned()).toBeNull();
    loading.cancel();
    loading.pause();
    load();
    expect(await loading.end).toMatchObject({ status: 'cancelled', steps: 0 });
  });

  it('news wait until the last ones have been taken, and lose nothing', async () => {
    const service = new TrainingService(async () => float32Kernel);
    let taking = 0;
    let most = 0;
    const losses: number[] = [];
    const many = { ...training, epochs: 200 };
    await service.train(job({ training: many }), { every: 0, learned: false }, async (news) => {
      most = Math.max(most, ++taking);
      losses.push(...news.losses);
      await new Promise((resolve) => setTimeout(resolve, 30));
      taking--;
    });
    expect(most).toBe(1);
    expect(losses).toHaveLength(800);
    expect(losses.slice(0, 32)).toEqual(doneHere().losses);
  });
});

describe('what goes wrong', () => {
  it('a job without sense rejects with its reason', async () => {
    await expect(start(job({ training: { ...training, alpha: -1 } })).end).rejects.toThrow(
      'training: alpha must be above 0, got -1',
    );
    const samples = { X: Matrix.zeros(3, 2), Y: Matrix.zeros(1, 2) };
    await expect(start(job({ samples })).end).rejects.toMatchObject({ name: 'ShapeError' });
    await expect(start(job({ start: { learned: {} } })).end).rejects.toThrow('W1 needs 12 numbers');
  });

  it('a divergence arrives with its explanation', async () => {
    const run = start(
      job({
        network: { sizes: [1, 1], activations: ['identity'], loss: 'squaredError' },
        samples: { X: Matrix.from([[3, 1]]), Y: Matrix.from([[1, 2]]) },
        training: { ...training, optimiser: { kind: 'sgd' }, alpha: 5, epochs: 100 },
      }),
    );
    const { status, divergence } = await run.end;
    expect(status).toBe('diverged');
    expect(divergence!.remedies[0]!.kind).toBe('lower-alpha');
    expect(divergence!.stableAlpha).toBeLessThan(5);
  });

  it('what the page throws at news ends the training and rejects', async () => {
    const run = start(job({ training: { ...training, epochs: 100_000 } }), {
      every: 0,
      onProgress: () => {
        throw new Error('no canvas');
      },
    });
    await expect(run.end).rejects.toThrow('no canvas');
  });
});
