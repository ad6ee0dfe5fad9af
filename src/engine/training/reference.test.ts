import { expect, it } from 'vitest';
import { Matrix } from '../matrix';
import { Network } from '../network';
import { restoreNetwork, saveNetwork } from '../network-state';
import { expectClose, type Rows, reference } from '../testing/reference';
import type { StepReport } from './reports';
import { Trainer } from './trainer';

type Learned = Readonly<Record<string, Rows | readonly number[]>>;

it('a whole training takes the steps that it takes in PyTorch', () => {
  const torch = reference<{
    x: Rows;
    y: Rows;
    heldX: Rows;
    heldY: Rows;
    start: Learned;
    losses: number[];
    penalties: number[];
    gradientNorms: number[];
    accuracies: number[];
    heldLosses: number[];
    end: Learned;
  }>('training');
  const flat = (learned: Learned) =>
    Object.fromEntries(Object.entries(learned).map(([name, rows]) => [name, rows.flat()]));
  const network = new Network({
    sizes: [3, 5, 4, 3],
    activations: ['tanh', 'relu', 'softmax'],
    loss: 'softmaxCrossEntropy',
    extras: [{ norm: { kind: 'batch' } }],
  });
  restoreNetwork(network, flat(torch.start));
  const trainer = new Trainer(
    network,
    { X: Matrix.from(torch.x), Y: Matrix.from(torch.y) },
    {
      optimiser: { kind: 'adam', beta2: 0.99 },
      ...{ alpha: 0.05, epochs: 4, batchSize: 8, shuffle: false, seed: 0 },
      schedule: { kind: 'cosine', length: 12, least: 0.001 },
      l2: { lambda: 0.1 },
      clipping: { kind: 'norm', limit: 0.8, epsilon: 1e-6 },
    },
    { validation: { X: Matrix.from(torch.heldX), Y: Matrix.from(torch.heldY) } },
  );
  const steps: StepReport[] = [];
  while (trainer.status === 'training') steps.push({ ...trainer.step() });
  const each = (name: 'loss' | 'penalty' | 'gradientNorm' | 'accuracy') =>
    steps.map((step) => step[name]);
  expectClose(each('loss'), torch.losses, 'losses');
  expectClose(each('penalty'), torch.penalties, 'penalties');
  expectClose(each('gradientNorm'), torch.gradientNorms, 'gradient norms');
  expectClose(each('accuracy'), torch.accuracies, 'accuracies');
  const validation = trainer.history.map((report) => report.validation!.loss);
  expectClose(validation, torch.heldLosses, 'validation');
  const end = flat(torch.end);
  const learned = saveNetwork(network);
  expect(Object.keys(learned).sort()).toEqual(Object.keys(end).sort());
  for (const [name, numbers] of Object.entries(learned)) expectClose(numbers, end[name]!, name);
  // Some steps were clipped and some were not.
  expect(Math.min(...torch.gradientNorms)).toBeLessThan(0.8);
  expect(Math.max(...torch.gradientNorms)).toBeGreaterThan(0.8);
});
