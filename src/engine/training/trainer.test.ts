import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float64Kernel, type Kernel } from '../kernel';
import { Matrix, ShapeError } from '../matrix';
import { Network } from '../network';
import { exampleOf } from '../testing/networks';
import { arbitraryTraining, linearUnit, outcomeOf } from '../testing/training';
import { accuracy } from './metrics';
import { Trainer } from './trainer';
import type { TrainingSpec } from './training-spec';

const plain: TrainingSpec = {
  optimiser: { kind: 'sgd' },
  alpha: 0.1,
  epochs: 1,
  batchSize: 2,
  seed: 1,
  shuffle: false,
};
/** y = 2x + 1 at four places. */
const line = { X: Matrix.from([[0, 1, 2, 3]]), Y: Matrix.from([[1, 3, 5, 7]]) };

describe('a training is the same to the last bit', () => {
  it('whenever it is done, in whatever portions', () => {
    fc.assert(
      fc.property(arbitraryTraining(), fc.array(fc.boolean()), ({ begin }, portions) => {
        const byEpochs = begin();
        while (byEpochs.status === 'training') byEpochs.epoch();
        const mixed = begin();
        for (let i = 0; mixed.status === 'training'; i++) {
          if (portions[i]) mixed.epoch();
          else mixed.step();
        }
        expect(outcomeOf(mixed)).toEqual(outcomeOf(byEpochs));
      }),
      { numRuns: 200 },
    );
  });

  it('but for the seed, which orders samples and masks', () => {
    const { network, X, Y } = exampleOf(
      { sizes: [2, 3, 1], activations: ['tanh', 'tanh'], loss: 'squaredError' },
      10,
      1,
    );
    const start = network.parameters.map(({ value }) => value.clone());
    const weights = (changes: Partial<TrainingSpec>, rate?: number) => {
      const copy = new Network(
        rate ? { ...network.spec, extras: [{ dropout: { rate } }] } : network.spec,
      );
      copy.parameters.forEach(({ value }, p) => {
        value.copyFrom(start[p]!);
      });
      new Trainer(copy, { X, Y }, { ...plain, ...changes }).epoch();
      return copy.layer(1).W.toRows();
    };
    expect(weights({ seed: 2 })).toEqual(weights({ seed: 1 }));
    expect(weights({ seed: 2, shuffle: true })).not.toEqual(weights({ seed: 1, shuffle: true }));
    expect(weights({ seed: 1, shuffle: true })).toEqual(weights({ seed: 1, shuffle: undefined }));
    expect(weights({ seed: 2 }, 0.5)).not.toEqual(weights({ seed: 1 }, 0.5));
  });
});

describe('a step', () => {
  it('is forward, loss, backward, L2, clipping, update: by hand', () => {
    const trainer = new Trainer(linearUnit(line), line, {
      ...plain,
      l2: { lambda: 0.5, convention: 'whole' },
      clipping: { kind: 'value', limit: 4 },
    });
    const { W, b } = trainer.network.layer(1);
    W.set(0, 0, 2);
    b.set(0, 0, 3);
    expect(trainer.lastStep.step).toBe(0);
    // Errors 2 and 2: loss ½·4; ∂W = 1 + 2·0.5·2 = 3, ∂b = 2, none clipped; penalty 0.5·4.
    expect(trainer.step()).toEqual({
      ...{ step: 1, epoch: 1, alpha: 0.1, loss: 2, accuracy: Number.NaN, penalty: 2 },
      gradientNorm: Math.sqrt(13),
    });
    expect(W.at(0, 0)).toBeCloseTo(1.7, 14);
    expect(b.at(0, 0)).toBeCloseTo(2.8, 14);
    // Errors 1.2 and 0.9: ∂W = (2·1.2 + 3·0.9)/2 + 1.7 = 4.25, clipped to 4; ∂b = 1.05.
    const report = trainer.step();
    expect(report).toBe(trainer.lastStep);
    expect(report.gradientNorm).toBeCloseTo(Math.hypot(4.25, 1.05), 14);
    expect(report.loss).toBeCloseTo((1.44 + 0.81) / 4, 14);
    expect(report.penalty).toBeCloseTo(0.5 * 1.7 ** 2, 14);
    expect(W.at(0, 0)).toBeCloseTo(1.3, 14);
    expect(b.at(0, 0)).toBeCloseTo(2.695, 14);
  });

  it('takes its learning rate from the schedule, by step or by epoch', () => {
    const rates = (schedulePer?: 'step' | 'epoch') => {
      const schedule = { kind: 'exponential', factor: 0.5 } as const;
      const spec = { ...plain, alpha: 0.8, epochs: 2, schedule, schedulePer };
      const trainer = new Trainer(linearUnit(line), line, spec);
      const seen: number[] = [];
      while (trainer.status === 'training') seen.push(trainer.step().alpha);
      expect(trainer.history.map(({ alpha }) => alpha)).toEqual([seen[1], seen[3]]);
      return seen;
    };
    expect(rates()).toEqual([0.8, 0.4, 0.2, 0.1]);
    expect(rates('step')).toEqual([0.8, 0.4, 0.2, 0.1]);
    expect(rates('epoch')).toEqual([0.8, 0.8, 0.4, 0.4]);
  });

  it('scores the batch that it saw', () => {
    const network = new Network({
      sizes: [1, 1],
      activations: ['sigmoid'],
      loss: 'binaryCrossEntropy',
    });
    network.layer(1).W.set(0, 0, 1);
    const X = Matrix.from([[-1, 1, 2, 3, -4]]);
    // Right, right; wrong, wrong; right.
    const Y = Matrix.from([[0, 1, 0, 0, 0]]);
    const trainer = new Trainer(network, { X, Y }, { ...plain, alpha: 1e-9 });
    expect([1, 2, 3].map(() => trainer.step().accuracy)).toEqual([1, 0, 1]);
    expect(trainer.history[0]!.accuracy).toBe(3 / 5);
  });
});

describe('an epoch', () => {
  it('reports means over its samples, and validation after its end', () => {
    const samples = { X: Matrix.from([[0, 1, 2]]), Y: Matrix.from([[1, 3, 5]]) };
    const trainer = new Trainer(
      linearUnit(samples),
      samples,
      { ...plain, l2: { lambda: 2 } },
      { validation: line },
    );
    const [first, second] = [trainer.step().loss, trainer.step().loss];
    expect(trainer.stepsPerEpoch).toBe(2);
    const [report] = trainer.history;
    // A batch of two and one of one.
    expect(report!.loss).toBeCloseTo((2 * first + second) / 3, 14);
    const { network } = trainer;
    const w = network.layer(1).W.at(0, 0);
    expect(report!.penalty).toBeCloseTo(w * w, 14);
    network.forward(line.X);
    expect(report!.validation!.loss).toBeCloseTo(network.loss(line.Y), 14);
    expect(report).toMatchObject({ epoch: 1, alpha: 0.1, accuracy: null });
    expect(report!.validation!.accuracy).toBeNull();
    expect(trainer.status).toBe('finished');
    expect(() => trainer.step()).toThrow('Trainer.step: training is finished');
    expect(trainer.epoch()).toBeUndefined();
  });

  it('validates as the network predicts: without dropout, by running statistics', () => {
    const { network, X, Y } = exampleOf(
      {
        sizes: [2, 4, 2],
        activations: ['tanh', 'softmax'],
        loss: 'softmaxCrossEntropy',
        extras: [{ norm: { kind: 'batch' }, dropout: { rate: 0.5 } }],
      },
      8,
      3,
    );
    const trainer = new Trainer(network, { X, Y }, plain, { validation: { X, Y } });
    const { validation } = trainer.epoch()!;
    const A = network.forward(X, false);
    expect(validation!.loss).toBeCloseTo(network.loss(Y), 13);
    expect(validation!.accuracy).toBe(accuracy(A, Y));
    expect(Object.keys(trainer.history[0]!)).toContain('accuracy');
    expect(trainer.history[0]!.accuracy).toBeGreaterThanOrEqual(0);
  });

  it('is one pass: the rest of one that began, then a whole one', () => {
    const trainer = new Trainer(linearUnit(line), line, { ...plain, epochs: 3, batchSize: 1 });
    trainer.step();
    expect(trainer.epoch()).toBe(trainer.history[0]);
    expect(trainer.lastStep).toMatchObject({ step: 4, epoch: 1 });
    expect(trainer.epoch()!.epoch).toBe(2);
    expect(trainer.lastStep).toMatchObject({ step: 8, epoch: 2 });
  });

  it('can be left in the middle for good', () => {
    const trainer = new Trainer(linearUnit(line), line, plain);
    trainer.step();
    trainer.cancel();
    const { status, learned } = outcomeOf(trainer);
    expect(status).toBe('cancelled');
    expect(trainer.epoch()).toBeUndefined();
    expect(outcomeOf(trainer).learned).toEqual(learned);
    const finished = new Trainer(linearUnit(line), line, plain);
    finished.epoch();
    finished.cancel();
    expect(finished.status).toBe('finished');
  });
});

describe('early stopping', () => {
  /** Learns y = 1 where validation wants y = −1: the first epoch is the best. */
  const against = { X: Matrix.from([[1, 1]]), Y: Matrix.from([[-1, -1]]) };
  const samples = { X: Matrix.from([[1, 1]]), Y: Matrix.from([[1, 1]]) };
  const train = (restoreBest?: boolean) => {
    const spec = { ...plain, epochs: 50, earlyStopping: { patience: 3, restoreBest } };
    const trainer = new Trainer(linearUnit(samples), samples, spec, { validation: against });
    const first = trainer.epoch() && outcomeOf(trainer).learned;
    while (trainer.status === 'training') trainer.epoch();
    return { trainer, first };
  };

  it('ends after so many epochs without gain and brings the best back', () => {
    const { trainer, first } = train();
    expect(trainer.status).toBe('stopped-early');
    expect(trainer.history).toHaveLength(4);
    expect(outcomeOf(trainer).learned).toEqual(first);
  });

  it('keeps the last parameters when told to', () => {
    const { trainer, first } = train(false);
    expect(trainer.history).toHaveLength(4);
    expect(outcomeOf(trainer).learned).not.toEqual(first);
  });

  it('watches the training loss where there is no validation, and lets a falling one be', () => {
    const spec = { ...plain, epochs: 5, earlyStopping: { patience: 1 } };
    const trainer = new Trainer(linearUnit(samples), samples, spec);
    while (trainer.status === 'training') trainer.epoch();
    expect(trainer.status).toBe('finished');
    const greedy = { ...spec, earlyStopping: { patience: 2, leastGain: 100 } };
    const second = new Trainer(linearUnit(samples), samples, greedy);
    while (second.status === 'training') second.epoch();
    expect(second.status).toBe('stopped-early');
    expect(second.history).toHaveLength(3);
  });
});

describe('a training step allocates nothing', () => {
  const { network, X, Y } = exampleOf(
    {
      sizes: [40, 50, 30, 3],
      activations: ['relu', 'tanh', 'softmax'],
      loss: 'softmaxCrossEntropy',
      extras: [{ norm: { kind: 'batch' }, dropout: { rate: 0.2 } }, { norm: { kind: 'layer' } }],
    },
    70,
    1,
  );

  it.each(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'] as const)(
    '%s: no array comes from the kernel or from anywhere else',
    (kind) => {
      let allocations = 0;
      const kernel: Kernel = {
        ...float64Kernel,
        allocate: (length) => {
          allocations++;
          return float64Kernel.allocate(length);
        },
      };
      // Batches of 32, 32 and 6.
      const trainer = new Trainer(
        new Network(network.spec, kernel),
        { X, Y },
        {
          ...plain,
          ...{ optimiser: { kind }, alpha: 1e-4, epochs: 30, batchSize: 32, shuffle: true },
          ...{ l2: { lambda: 0.01 }, clipping: { kind: 'norm', limit: 1 } },
          schedule: { kind: 'cosine', length: 90 },
        },
      );
      trainer.epoch();
      const [before, bytes] = [allocations, process.memoryUsage().arrayBuffers];
      while (trainer.status === 'training') trainer.step();
      expect(trainer.status).toBe('finished');
      expect(allocations).toBe(before);
      // Less is possible: what a test before this one left may be collected meanwhile.
      expect(process.memoryUsage().arrayBuffers).toBeLessThanOrEqual(bytes);
    },
  );
});

describe('what makes no sense is refused before the first step', () => {
  const begin = (changes: object, samples = line, options = {}) =>
    expect(() => new Trainer(linearUnit(line), samples, { ...plain, ...changes }, options));

  it('by the name of the field', () => {
    begin({ alpha: 0 }).toThrow('training: alpha must be above 0, got 0');
    begin({ alpha: Number.POSITIVE_INFINITY }).toThrow('alpha');
    begin({ epochs: 0 }).toThrow('epochs must be a whole number of at least 1, got 0');
    begin({ batchSize: 1.5 }).toThrow('batchSize must be a whole number');
    begin({ schedule: { kind: 'step', every: 0, factor: 1 } }).toThrow('every must be above 0');
    begin({ l2: { lambda: -1 } }).toThrow('l2.lambda must be at least 0, got -1');
    begin({ l2: { lambda: Number.POSITIVE_INFINITY } }).toThrow('l2.lambda');
    begin({ l2: { lambda: 0 } }).not.toThrow();
    begin({ clipping: { kind: 'norm', limit: 0 } }).toThrow('clipping.limit must be above 0');
    begin({ earlyStopping: { patience: 0 } }).toThrow('earlyStopping.patience');
    begin({ earlyStopping: { patience: 1, leastGain: -1 } }).toThrow('earlyStopping.leastGain');
    begin({ lossLimit: 0 }).toThrow('lossLimit must be above 0');
    begin({ optimiser: { kind: 'momentum', beta: 2 } }).toThrow('momentum: beta');
  });

  it('and by shapes', () => {
    const wide = { X: Matrix.zeros(2, 4), Y: Matrix.zeros(1, 4) };
    begin({}, wide).toThrow(ShapeError);
    begin({}, wide).toThrow('1 inputs and 1 outputs, but X of the samples is 2×4 and Y is 1×4');
    begin({}, line, { validation: wide }).toThrow('X of the validation is 2×4');
    begin({}, { X: Matrix.zeros(1, 4), Y: Matrix.zeros(2, 4) }).toThrow('Y is 2×4');
    begin({}, { X: Matrix.zeros(1, 4), Y: Matrix.zeros(1, 3) }).toThrow('one column per sample');
    begin({}, { X: Matrix.zeros(1, 0), Y: Matrix.zeros(1, 0) }).toThrow('one column per sample');
    begin({ batchSize: 5, lastBatch: 'drop' }).toThrow('no batch of 5 in 4 samples is full');
  });

  it('a batch of one, where batch normalisation would be left with nothing', () => {
    const normalised = { ...linearUnit(line).spec, extras: [{ norm: { kind: 'batch' } }] } as const;
    const start = (changes: Partial<TrainingSpec>) => () =>
      new Trainer(new Network(normalised), line, { ...plain, ...changes });
    expect(start({ batchSize: 3 })).toThrow('at least 2 samples in every batch');
    expect(start({ batchSize: 3 })).toThrow("take another batchSize, or lastBatch 'drop'");
    expect(start({ batchSize: 1 })).toThrow(RangeError);
    expect(start({ batchSize: 3, lastBatch: 'drop' })).not.toThrow();
    expect(start({ batchSize: 2 })).not.toThrow();
    const layerNorm = { ...normalised, extras: [{ norm: { kind: 'layer' } }] } as const;
    expect(
      () => new Trainer(new Network(layerNorm), line, { ...plain, batchSize: 3 }),
    ).not.toThrow();
  });
});
