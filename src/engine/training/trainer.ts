import type { DataSet } from '../data/dataset';
import { BatchNorm } from '../layers/batch-norm';
import type { Network } from '../network';
import { type NetworkState, restoreNetwork, saveNetwork } from '../network-state';
import { clip, gradientNorm } from '../optimisers/clipping';
import { addL2Gradient, l2Penalty } from '../optimisers/l2';
import { Optimiser } from '../optimisers/optimiser';
import { Random } from '../random';
import { learningRate } from '../schedules';
import { EarlyStopping } from './early-stopping';
import { classifies, correctCount, Evaluator } from './metrics';
import { MiniBatches } from './mini-batches';
import type {
  Divergence,
  DivergenceReason,
  EpochReport,
  StepReport,
  TrainingStatus,
} from './reports';
import type { measureStableAlpha } from './sharpness';
import { requireFit, requireTrainingSpec, type TrainingSpec } from './training-spec';
import { areFinite, DivergenceWatch } from './watch';

/** Samples that are enough to tell how the loss curves. */
const SHARPNESS_SAMPLES = 256;

/** What a trainer may be given besides network, samples and spec. */
export interface TrainerOptions {
  /** Samples to measure after each epoch, which early stopping watches. */
  readonly validation?: DataSet;
  /**
   * `measureStableAlpha`, for pages that explain a divergence by the limit of α: it costs a kilobyte,
   * and without it the explanation has no `stableAlpha`.
   */
  readonly stableAlpha?: typeof measureStableAlpha;
}

/**
 * Trains a network step by step. Who calls decides when: in a loop, in a worker, one step for each
 * click. Network, spec and samples fix every bit of the result, whatever happens between steps.
 *
 * ```ts
 * const trainer = new Trainer(network, data, { optimiser: { kind: 'adam' }, alpha: 0.01,
 *   epochs: 50, batchSize: 16, seed: 1 });
 * while (trainer.status === 'training') trainer.epoch();
 * plot(trainer.history.map(({ loss }) => loss));
 * ```
 */
export class Trainer {
  /** A report for each epoch that came to its end: what loss curves are drawn from. */
  readonly history: EpochReport[] = [];
  /** Mini-batches in an epoch. */
  readonly stepsPerEpoch: number;
  private state: TrainingStatus = 'training';
  private broken: Divergence | undefined;
  private readonly report: StepReport;
  private readonly batches: MiniBatches;
  private readonly optimiser: Optimiser;
  private readonly watch: DivergenceWatch;
  private readonly stopping: EarlyStopping | undefined;
  private readonly validation: Evaluator | undefined;
  private readonly start: NetworkState;
  /** Whether accuracy means something. */
  private readonly classifies: boolean;
  private lossSum = 0;
  private correctSum = 0;

  /**
   * @param network trained in place, from the parameters it has
   * @param samples to learn from
   * @param spec    how to train
   * @param options validation samples; what measures the limit of α
   * @throws RangeError if the spec makes no sense, or leaves batch normalisation a batch of one
   * @throws ShapeError if the samples don't fit each other or the network
   */
  constructor(
    /** The network in training. */
    readonly network: Network,
    samples: DataSet,
    /** How it is trained. */
    readonly spec: TrainingSpec,
    private readonly options: TrainerOptions = {},
  ) {
    requireTrainingSpec(spec);
    requireFit(network, samples, 'samples');
    const random = new Random(spec.seed);
    const order = spec.shuffle === false ? undefined : random.split('shuffle');
    this.batches = new MiniBatches(samples, spec, network.kernel, order);
    this.stepsPerEpoch = this.batches.count;
    this.requireLargeBatches();
    const { validation } = options;
    if (validation) {
      requireFit(network, validation, 'validation');
      this.validation = new Evaluator(network, validation);
    }
    network.useRandom(random.split('dropout'));
    this.optimiser = new Optimiser(spec.optimiser, network.parameters, network.kernel);
    this.watch = new DivergenceWatch(samples, spec);
    this.stopping = spec.earlyStopping && new EarlyStopping(spec.earlyStopping);
    this.start = saveNetwork(network);
    this.classifies = classifies(network);
    this.report = {
      ...{ step: 0, epoch: 0, alpha: spec.alpha },
      ...{ loss: Number.NaN, accuracy: Number.NaN, penalty: 0, gradientNorm: Number.NaN },
    };
  }

  /** Where the training stands. */
  get status(): TrainingStatus {
    return this.state;
  }

  /** Why the status is `diverged`. */
  get divergence(): Divergence | undefined {
    return this.broken;
  }

  /** The last step's report, overwritten by the next; step 0 before the first. */
  get lastStep(): Readonly<StepReport> {
    return this.report;
  }

  /** Ends the training; the network stays as it is. No effect after an end. */
  cancel(): void {
    if (this.state === 'training') this.state = 'cancelled';
  }

  /**
   * One mini-batch: forward, loss, backward, L2, clipping, update; after an epoch's last one the
   * epoch's report joins `history`. Allocates nothing but at an epoch's end.
   * @returns the step's report, overwritten by the next
   * @throws Error after the end
   */
  step(): Readonly<StepReport> {
    if (this.state !== 'training') throw new Error(`Trainer.step: training is ${this.state}`);
    const { network, batches, report, spec } = this;
    const batch = report.step % this.stepsPerEpoch;
    if (batch === 0) this.startEpoch();
    report.alpha = this.alphaNow();
    report.step++;
    const Y = batches.Y(batch);
    const A = network.forward(batches.X(batch), true);
    report.loss = network.loss(Y);
    this.lossSum += report.loss * Y.cols;
    if (this.classifies) {
      const correct = correctCount(A, Y);
      report.accuracy = correct / Y.cols;
      this.correctSum += correct;
    }
    report.penalty = this.penalty();
    network.backward(Y);
    if (spec.l2) addL2Gradient(network.parameters, spec.l2);
    report.gradientNorm = gradientNorm(network.parameters);
    const reason = this.watch.see(report);
    if (reason) {
      this.breakDown(reason);
      return report;
    }
    if (spec.clipping) clip(network.parameters, spec.clipping, report.gradientNorm);
    this.optimiser.step(report.alpha);
    if (batch === this.stepsPerEpoch - 1) this.endEpoch();
    return report;
  }

  /**
   * The rest of the current epoch, or a whole one.
   * @returns its report; undefined if training ended before its end
   */
  epoch(): EpochReport | undefined {
    const before = this.history.length;
    while (this.state === 'training' && this.history.length === before) this.step();
    return this.history[before];
  }

  private startEpoch(): void {
    this.report.epoch++;
    this.batches.startEpoch();
    this.lossSum = 0;
    this.correctSum = 0;
  }

  private endEpoch(): void {
    const { network, report, spec, stopping } = this;
    // The epoch's last step has not been looked at by a next one, and may have no next one.
    if (!areFinite(network.parameters)) {
      this.breakDown('parameters-not-finite');
      return;
    }
    const { samplesPerEpoch } = this.batches;
    const loss = this.lossSum / samplesPerEpoch;
    const validation = this.validation?.measure() ?? null;
    this.history.push({
      epoch: report.epoch,
      loss,
      accuracy: this.classifies ? this.correctSum / samplesPerEpoch : null,
      penalty: this.penalty(),
      alpha: report.alpha,
      validation,
    });
    if (stopping?.see(validation?.loss ?? loss, network)) this.state = 'stopped-early';
    else if (report.epoch === spec.epochs) this.state = 'finished';
    if (this.state !== 'training') stopping?.finish(network);
  }

  private penalty(): number {
    const { network, spec } = this;
    return spec.l2 ? l2Penalty(network.parameters, spec.l2) : 0;
  }

  private alphaNow(): number {
    const { alpha, schedule, schedulePer = 'step' } = this.spec;
    if (!schedule) return alpha;
    const t = schedulePer === 'step' ? this.report.step : this.report.epoch - 1;
    return learningRate(schedule, alpha, t);
  }

  private breakDown(reason: DivergenceReason): void {
    const { network, report } = this;
    this.state = 'diverged';
    this.broken = this.watch.explain(reason, report, network.parameters, this.stableAlpha());
    this.stopping?.finish(network);
  }

  /** Measured where training began, since where it ended there is nothing to measure. */
  private stableAlpha(): number | null {
    const { network, batches, spec, start, options } = this;
    if (!options.stableAlpha) return null;
    const end = saveNetwork(network);
    restoreNetwork(network, start);
    const count = Math.min(batches.count, Math.ceil(SHARPNESS_SAMPLES / batches.sizeOf(0)));
    const some = { count, X: (i: number) => batches.X(i), Y: (i: number) => batches.Y(i) };
    const limit = options.stableAlpha(network, some, spec);
    restoreNetwork(network, end);
    return limit;
  }

  /** Batch normalisation makes nothing of one sample: better told now than in the middle. */
  private requireLargeBatches(): void {
    const { network, batches, stepsPerEpoch } = this;
    const sizes = [batches.sizeOf(0), batches.sizeOf(stepsPerEpoch - 1)];
    if (!sizes.includes(1)) return;
    for (let l = 1; l <= network.L; l++) {
      if (!(network.layer(l).norm instanceof BatchNorm)) continue;
      throw new RangeError(
        'training: batch normalisation needs at least 2 samples in every batch, and the last has 1: ' +
          "take another batchSize, or lastBatch 'drop'",
      );
    }
  }
}
