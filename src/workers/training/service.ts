import {
  type DataSet,
  type EpochReport,
  type Floats,
  float64Kernel,
  initialise,
  type Kernel,
  Matrix,
  measureStableAlpha,
  Network,
  type NetworkState,
  Random,
  restoreNetwork,
  saveNetwork,
  Trainer,
  TrainingRun,
} from '@engine';
import { transfer } from 'comlink';
import type {
  MatrixData,
  NewsOptions,
  SampleData,
  TrainingEnd,
  TrainingJob,
  TrainingProgress,
} from './job';

/** Told of progress; the next news wait until it has returned. */
type Listener = (progress: TrainingProgress) => unknown;

/** What a worker does: one training, under the page's control. */
export class TrainingService {
  private network: Network | undefined;
  private run: TrainingRun | undefined;
  private paused = false;
  private cancelled = false;

  /** @param singlePrecision makes the kernel for jobs that ask for it */
  constructor(private readonly singlePrecision: () => Promise<Kernel>) {}

  /**
   * Trains to the end.
   * @throws Error, RangeError or ShapeError if the job makes no sense
   */
  async train(job: TrainingJob, news: NewsOptions, listener: Listener): Promise<TrainingEnd> {
    const trainer = await this.prepare(job);
    const reporter = new Reporter(trainer, news, listener);
    this.run = new TrainingRun(trainer, reporter);
    // What the page has said before there was anything to pause.
    if (this.paused) this.run.pause();
    if (this.cancelled) this.run.cancel();
    const status = await this.run.start();
    await reporter.tellRest();
    const { divergence = null, lastStep, history, network } = trainer;
    const learned = saveNetwork(network);
    const end = { status, divergence, steps: lastStep.step, history, learned };
    return transfer(end, buffersOf(learned));
  }

  /** Stops before the next step. */
  pause(): void {
    this.paused = true;
    this.run?.pause();
  }

  /** Goes on after `pause`. */
  resume(): void {
    this.paused = false;
    this.run?.resume();
  }

  /** Ends the training, whose `train` resolves with `cancelled`. */
  cancel(): void {
    this.cancelled = true;
    this.run?.cancel();
  }

  /** What the network has learned by now; null before there is one. */
  learned(): NetworkState | null {
    if (!this.network) return null;
    const learned = saveNetwork(this.network);
    return transfer(learned, buffersOf(learned));
  }

  private async prepare(job: TrainingJob): Promise<Trainer> {
    const kernel = job.precision === 'single' ? await this.singlePrecision() : float64Kernel;
    const network = new Network(job.network, kernel);
    if ('learned' in job.start) restoreNetwork(network, job.start.learned);
    else initialise(network, job.start, new Random(job.start.seed));
    this.network = network;
    const validation = job.validation && samplesOf(job.validation);
    const options = { validation, stableAlpha: measureStableAlpha };
    return new Trainer(network, samplesOf(job.samples), job.training, options);
  }
}

/** Collects what happens and tells it in portions, never faster than they are taken. */
class Reporter {
  private losses: number[] = [];
  private epochs: EpochReport[] = [];
  private due = 0;
  private pending: Promise<unknown> | undefined;

  constructor(
    private readonly trainer: Trainer,
    private readonly news: NewsOptions,
    private readonly listener: Listener,
  ) {}

  readonly onStep = ({ loss }: { readonly loss: number }): void => {
    this.losses.push(loss);
  };

  readonly onEpoch = (report: EpochReport): void => {
    this.epochs.push(report);
  };

  readonly onProgress = (): void => {
    if (this.pending || performance.now() < this.due) return;
    this.tell();
  };

  /** Everything that has not been told yet. @throws what the listener threw */
  async tellRest(): Promise<void> {
    await this.pending;
    if (this.losses.length > 0) this.tell();
    await this.pending;
  }

  private tell(): void {
    const { trainer, news, epochs } = this;
    const losses = Float64Array.from(this.losses);
    const learned = news.learned ? saveNetwork(trainer.network) : null;
    const progress = { last: { ...trainer.lastStep }, losses, epochs, learned };
    this.losses = [];
    this.epochs = [];
    this.due = performance.now() + news.every;
    const taken = this.listener(transfer(progress, buffersOf({ losses, ...learned })));
    this.pending = Promise.resolve(taken).finally(() => {
      this.pending = undefined;
    });
  }
}

/** The memory of these copies, to be handed over to the page instead of copied once more. */
function buffersOf(copies: Readonly<Record<string, Floats>>): ArrayBufferLike[] {
  return Object.values(copies).map(({ buffer }) => buffer);
}

/** A matrix came without its methods. */
function matrixOf({ rows, cols, data }: MatrixData, label: string): Matrix {
  return new Matrix(rows, cols, data, label);
}

function samplesOf({ X, Y }: SampleData): DataSet {
  return { X: matrixOf(X, 'X'), Y: matrixOf(Y, 'Y') };
}
