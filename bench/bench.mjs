/**
 * `npm run bench`: training samples per second of the engine and of what people use, in one run.
 * Prints, and judges nothing: times belong to a machine. docs/bench.md says how to read it.
 */
import { cpus, loadavg } from 'node:os';
import { heapGrowth, median, race } from './measure.mjs';
import { bundleEngine, installPeers, kernelModule, peakMeter } from './setup.mjs';
import { flopsOf, tasks } from './tasks.mjs';

installPeers();
const { engineNetwork } = await import('./contestants/engine.mjs');
const { plain } = await import('./contestants/plain.mjs');
const { convnet } = await import('./contestants/convnetjs.mjs');
const { synaptic } = await import('./contestants/synaptic.mjs');
const { tensorflow } = await import('./contestants/tensorflow.mjs');

const loadEngine = await bundleEngine();
const module = kernelModule();
/** @type {[string, (engine: typeof import('../src/engine/index.ts')) => import('../src/engine/index.ts').Kernel][]} */
const kernels = [
  ['engine, wasm', ({ createWasmKernel }) => createWasmKernel(module, { megabytes: 64 })],
  ['engine, TypeScript float32', ({ float32Kernel }) => float32Kernel],
  ['engine, TypeScript float64', ({ float64Kernel }) => float64Kernel],
];

let copies = 0;
/** A fresh copy of the engine, with one kernel, on a task. */
async function engineOn(name, task) {
  const engine = await loadEngine(`${copies++}`);
  const kernel = kernels.find(([other]) => other === name)[1](engine);
  return { name, ...engineNetwork(engine, kernel, task) };
}

async function contestantsFor(task) {
  const peers = [
    { name: 'ConvNetJS', ...convnet(task) },
    { name: 'TensorFlow.js cpu', ...(await tensorflow('cpu', task)) },
    { name: 'TensorFlow.js wasm', ...(await tensorflow('wasm', task)) },
  ];
  if (task.output !== 'softmax') peers.push({ name: 'synaptic', ...synaptic(task) });
  const engines = await Promise.all(kernels.map(([name]) => engineOn(name, task)));
  return { reference: { name: 'plain loop', ...plain(task) }, engines, peers };
}

/** Those whose parameters can be read must have learnt the same: a contest of equals. */
function largestDifference(reference, others) {
  const expected = reference.weights();
  let largest = 0;
  for (const { weights } of others) {
    for (const [l, w] of weights().entries()) {
      for (const [k, value] of w.entries()) {
        largest = Math.max(largest, Math.abs(value - expected[l][k]));
      }
    }
  }
  return largest;
}

const table = (rows) => {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
  for (const row of rows) {
    const cells = row.map((cell, c) =>
      c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]),
    );
    console.log(`  ${cells.join('  ')}`);
  }
};
const thousands = (value) => Math.round(value).toLocaleString('en');

const peak = await peakMeter();
console.log(`${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`);

for (const task of tasks) {
  console.log(`\n${task.name}`);
  const { reference, engines, peers } = await contestantsFor(task);
  const readable = [...engines, ...peers].filter(({ weights }) => weights);
  for (const contestant of [reference, ...readable]) {
    await contestant.prepare?.();
    for (let i = 0; i < 10; i++) contestant.step();
  }
  const difference = largestDifference(reference, readable);

  peak();
  const times = await race([reference, ...engines, ...peers]);
  const ratio = (name, other) =>
    median(times.get(name).map((seconds, round) => times.get(other)[round] / seconds));
  const [best] = peers.map(({ name }) => name).sort((a, b) => ratio(b, a) - 1);
  const rows = [reference, ...engines, ...peers].map(({ name }) => {
    const perSecond = task.batch / median(times.get(name));
    return [
      name,
      thousands(perSecond),
      ratio(name, 'plain loop').toFixed(3),
      ratio(name, best).toFixed(2),
      ((perSecond * flopsOf(task.sizes)) / 1e9).toFixed(2),
    ];
  });
  table([['', 'samples/s', '÷ plain loop', '÷ best peer', 'GFLOP/s'], ...rows]);
  console.log(`  single-core peak of WebAssembly SIMD: ${peak().toFixed(1)} GFLOP/s`);
  console.log(
    `  best peer: ${best}; weights after 10 steps agree to ${difference.toExponential(1)}`,
  );

  const steps = 10_000;
  for (const engine of engines.slice(0, task.sizes[0] > 100 ? 1 : undefined)) {
    const { bytes, collections } = await heapGrowth(engine, steps);
    console.log(
      `  heap after ${thousands(steps)} steps of ${engine.name}: ${bytes >= 0 ? '+' : ''}${thousands(bytes)} bytes, ` +
        `${collections} collections`,
    );
  }
}

console.log('\nTrainer, 2-8-1 tanh sigmoid, batch 4, Adam, L2, clipping');
for (const [name, kernelOf] of kernels) {
  const engine = await loadEngine(`${copies++}`);
  const steps = 10_000;
  const { bytes } = await heapGrowth(trainerOn(engine, kernelOf(engine), 2 * steps), steps);
  const each = (bytes / steps).toFixed(0);
  console.log(`  heap a step over ${thousands(steps)} steps, ${name}: ${each} bytes`);
}

/** A trainer with enough steps in its only epoch. */
function trainerOn(engine, kernel, steps) {
  const { Matrix, Network, Random, Trainer, initialise } = engine;
  const network = new Network(
    { sizes: [2, 8, 1], activations: ['tanh', 'sigmoid'], loss: 'binaryCrossEntropy' },
    kernel,
  );
  initialise(network, { weights: { kind: 'xavier', form: 'normal' } }, new Random(1));
  const random = new Random(2);
  const X = Matrix.zeros(2, 4 * steps + 4);
  const Y = Matrix.zeros(1, 4 * steps + 4);
  for (let k = 0; k < X.data.length; k++) X.data[k] = random.normal();
  for (let k = 0; k < Y.data.length; k++) Y.data[k] = random.bernoulli(0.5) ? 1 : 0;
  const trainer = new Trainer(
    network,
    { X, Y },
    {
      ...{ optimiser: { kind: 'adam' }, alpha: 0.01, epochs: 1, batchSize: 4, seed: 1 },
      ...{ l2: { lambda: 1e-3 }, clipping: { kind: 'norm', limit: 1 } },
    },
  );
  return { step: () => trainer.step() };
}

/**
 * Time of a step for several sizes of one thing. In proportion to it means: every doubling of the
 * amount doubles the time, so log time over log amount has slope 1.
 */
async function growth(title, sizes, taskOf, amountOf) {
  console.log(`\n${title}`);
  const shown = kernels.map(([name]) => name).filter((name) => !name.includes('float32'));
  const runs = [];
  for (const kernel of shown) {
    for (const n of sizes) {
      runs.push({ ...(await engineOn(kernel, taskOf(n))), name: `${kernel} ${n}`, kernel, n });
    }
  }
  const times = await race(runs, { rounds: 25, milliseconds: 20, warmUp: 150 });
  const rows = runs.map(({ name, kernel, n }) => {
    const seconds = median(times.get(name));
    const micro = (seconds * 1e6).toFixed(1);
    return [
      kernel,
      `${n}`,
      thousands(amountOf(n)),
      micro,
      ((seconds * 1e9) / amountOf(n)).toFixed(1),
    ];
  });
  table([['', 'n', 'amount', 'µs a step', 'ns each'], ...rows]);
  for (const kernel of shown) {
    const points = runs
      .filter((run) => run.kernel === kernel)
      .map(({ name, n }) => [Math.log(amountOf(n)), Math.log(median(times.get(name)))]);
    console.log(`  slope of log time over log amount, ${kernel}: ${slope(points).toFixed(2)}`);
  }
}

/** Least squares. @param {number[][]} points pairs x, y */
function slope(points) {
  const mean = (i) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const along = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  return along / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
}

const base = { ...tasks[1], points: 512 };
await growth(
  'Parameters: n-n-n-10, batch 32',
  [16, 32, 64, 128, 256, 512],
  (n) => ({ ...base, sizes: [n, n, n, 10] }),
  (n) => 2 * n * (n + 1) + 10 * (n + 1),
);
await growth(
  'Batch: 64-64-10, n samples',
  [8, 16, 32, 64, 128, 256, 512],
  (batch) => ({ ...base, sizes: [64, 64, 10], batch }),
  (batch) => batch,
);
