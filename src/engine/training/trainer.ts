import type { Network } from '../network';
import { type NetworkState, restoreNetwork, saveNetwork } from '../network-state';
import { clip, gradientNorm } from '../optimisers/clipping';
import { addL2Gradient, l2Penalty } from '../optimisers/l2';
import { Optimiser } from '../optimisers/optimiser';
import { Random } from '../random';
import { learningRate } from '../schedules';
import { EarlyStopping } from './early-stopping';
import { accuracy, classifies, correctCount } from './metrics';
import { MiniBatches } from './mini-batches';
import type { Divergence, EpochReport, StepReport, TrainingStatus } from './reports';
import { sharpness } from './sharpness';
import { requireTrainingSpec, type Samples, type TrainingSpec } from './training-spec';
import { DivergenceWatch } from './watch';

/**
 * Trains a network step by step. Who calls decides when: in a loop, in a worker, one step for each
 * click. Network, spec and samples fix every bit of the result, whatever happens between steps.
 *
 * ```ts
 * const trainer = new Trainer(network, data, { optimiser: { kind: 'adam' }, alpha: 0.01,
 *   epochs: 50, batchSize: 16, seed: 1 });
 * while (trainer.status === 'training') show(trainer.epoch());
 * ```
 */
export class Trainer {
  /** Where parameters stand after this many epochs: how to draw the loss curves. */
  readonly history: EpochReport[] = [];
  readonly stepsPerEpoch: number;
  private state: TrainingStatus = 'training';
  private broken: Divergence | undefined;
  private readonly report: StepReport;
  private readonly batches: MiniBatches;
  private readonly optimiser: Optimiser;
  private readonly watch: DivergenceWatch;
  private readonly stopping: EarlyStopping | undefined;
  private readonly start: NetworkState;
  private lossSum = 0;
  private correctSum = 0;
  private sampleSum = 0;

  /**
   * @param network trained in place, from the parameters it has
   * @param samples to learn from
   * @param options.validation samples to measure after each epoch, which early stopping watches
   * @throws RangeError if the spec makes no sense
   * @throws ShapeError if samples don't fit each other; if not the network, at the first step
   */
  constructor(
    readonly network: Network,
    private readonly samples: Samples,
    readonly spec: TrainingSpec,
    private readonly options: { readonly validation?: Samples } = {},
  ) {
    requireTrainingSpec(spec);
    const random = new Random(spec.seed);
    network.useRandom(random.split('dropout'));
    this.batches = new MiniBatches(samples, spec, random.split('shuffle'), network.kernel);
    this.stepsPerEpoch = this.batches.count;
    this.optimiser = new Optimiser(spec.optimiser, network.parameters, network.kernel);
    this.watch = new DivergenceWatch(spec.lossLimit ?? 1e6);
    this.stopping = spec.earlyStopping && new EarlyStopping(spec.earlyStopping);
    this.start = saveNetwork(network);
    this.report = { step: 0, epoch: 0, alpha: spec.alpha, loss: 0, penalty: 0, gradientNorm: 0 };
  }

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
    const X = batches.X(batch);
    const Y = batches.Y(batch);
    const A = network.forward(X, true);
    this.sampleSum += X.cols;
    report.loss = network.loss(Y);
    report.penalty = spec.l2 ? l2Penalty(network.parameters, spec.l2) : 0;
    report.alpha = this.alphaNow();
    report.step++;
    this.lossSum += report.loss * X.cols;
    if (classifies(network)) this.correctSum += correctCount(A, Y);
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
    this.sampleSum = 0;
  }

  private endEpoch(): void {
    const { network, report, spec, stopping } = this;
    const mean = (sum: number) => sum / this.sampleSum;
    const loss = mean(this.lossSum);
    const validation = this.validate();
    this.history.push({
      epoch: report.epoch,
      loss,
      penalty: spec.l2 ? l2Penalty(network.parameters, spec.l2) : 0,
      accuracy: classifies(network) ? mean(this.correctSum) : null,
      alpha: report.alpha,
      validation,
    });
    if (stopping?.see(validation?.loss ?? loss, network)) this.state = 'stopped-early';
    else if (report.epoch === spec.epochs) this.state = 'finished';
    if (this.state !== 'training') stopping?.finish(network);
  }

  private validate(): EpochReport['validation'] {
    const { validation } = this.options;
    if (!validation) return null;
    const { network } = this;
    const A = network.forward(validation.X);
    return {
      loss: network.loss(validation.Y),
      accuracy: classifies(network) ? accuracy(A, validation.Y) : null,
    };
  }

  private alphaNow(): number {
    const { alpha, schedule, schedulePer = 'step' } = this.spec;
    if (!schedule) return alpha;
    const t = schedulePer === 'step' ? this.report.step : this.report.epoch - 1;
    return learningRate(schedule, alpha, t);
  }

  private breakDown(reason: Divergence['reason']): void {
    const { network, report } = this;
    this.state = 'diverged';
    this.broken = this.watch.explain(reason, report, network.parameters, this.stableAlpha());
  }

  /** Measured where training began, since where it ended there is nothing to measure. */
  private stableAlpha(): number | null {
    const { network, samples, spec, start } = this;
    const noisy = network.spec.extras?.some((e) => e?.dropout || e?.norm?.kind === 'batch');
    if (spec.optimiser.kind !== 'sgd' || noisy) return null;
    const end = saveNetwork(network);
    restoreNetwork(network, start);
    const curvature = sharpness(network, samples);
    restoreNetwork(network, end);
    return curvature > 0 ? 2 / curvature : null;
  }
}
