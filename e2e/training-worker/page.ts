import {
  float64Kernel,
  initialise,
  loadWasmKernel,
  moons,
  Network,
  type NetworkState,
  Random,
  saveNetwork,
  Trainer,
} from '@engine';
import kernelUrl from '@engine/wasm/kernel.wasm?url';
import { startTraining, type TrainingJob } from '@workers/training';

/** What the test in training-worker.spec.ts calls: the same training here and in a worker. */
const job = (precision: 'double' | 'single', epochs: number) =>
  ({
    network: {
      sizes: [2, 16, 16, 1],
      activations: ['tanh', 'relu', 'sigmoid'],
      loss: 'binaryCrossEntropy',
      extras: [{ norm: { kind: 'batch' } }, { dropout: { rate: 0.1 } }],
    },
    start: { weights: { kind: 'he', form: 'normal' }, seed: 7 },
    samples: moons({ samples: 300, seed: 1 }),
    training: { optimiser: { kind: 'adam' }, alpha: 0.01, epochs, batchSize: 16, seed: 2 },
    precision,
  }) satisfies TrainingJob;

const numbers = (learned: NetworkState) =>
  Object.entries(learned).map(([name, values]) => [name, ...Array.from(values)]);

async function here(precision: 'double' | 'single', epochs: number) {
  const { network: spec, start, samples, training } = job(precision, epochs);
  const kernel = precision === 'single' ? await loadWasmKernel(kernelUrl) : float64Kernel;
  const network = new Network(spec, kernel);
  initialise(network, start, new Random(start.seed));
  const trainer = new Trainer(network, samples, training);
  while (trainer.status === 'training') trainer.step();
  return { kernel: kernel.name, history: trainer.history, learned: numbers(saveNetwork(network)) };
}

/** Paused before the first step and at each of these numbers of news, and resumed later. */
async function inWorker(precision: 'double' | 'single', epochs: number, pauses: number[] = []) {
  let news = 0;
  let steps = 0;
  const training = startTraining(job(precision, epochs), {
    every: 0,
    onProgress: ({ losses }) => {
      steps += losses.length;
      if (!pauses.includes(news++)) return;
      training.pause();
      setTimeout(() => training.resume(), 30);
    },
  });
  let waited = 0;
  if (pauses.length > 0) {
    training.pause();
    await training.learned();
    await new Promise((resolve) => setTimeout(resolve, 30));
    waited = news;
    training.resume();
  }
  const end = await training.end;
  return { ...end, told: steps, waited, learned: numbers(end.learned) };
}

/** Cancelled at the first news; what is asked of it afterwards is answered all the same. */
async function cancelled() {
  const training = startTraining(job('double', 1_000_000), {
    every: 0,
    onProgress: () => training.cancel(),
  });
  const { status, steps, learned } = await training.end;
  const later = await training.learned();
  return { status, steps, same: JSON.stringify(later) === JSON.stringify(learned) };
}

async function senseless() {
  const wrong = job('double', 1);
  const { end } = startTraining({ ...wrong, training: { ...wrong.training, alpha: 0 } });
  return end.catch((error: Error) => `${error.name}: ${error.message}`);
}

const lab = { here, inWorker, cancelled, senseless };
export type Lab = typeof lab;
Object.assign(globalThis, { lab });
