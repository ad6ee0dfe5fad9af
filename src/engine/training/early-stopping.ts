import type { Network } from '../network';
import { type NetworkState, restoreNetwork, saveNetwork } from '../network-state';
import type { EarlyStoppingSpec } from './training-spec';

/** Counts epochs without improvement and keeps the best parameters. */
export class EarlyStopping {
  private bestLoss = Number.POSITIVE_INFINITY;
  private best: NetworkState | undefined;
  private without = 0;

  constructor(private readonly spec: EarlyStoppingSpec) {}

  /**
   * Takes note of an epoch's loss: of the validation samples where there are any.
   * @returns whether training should end
   */
  see(loss: number, network: Network): boolean {
    const { patience, leastGain = 0 } = this.spec;
    if (loss < this.bestLoss - leastGain) {
      this.bestLoss = loss;
      this.best = saveNetwork(network);
      this.without = 0;
    } else {
      this.without++;
    }
    return this.without >= patience;
  }

  /** Brings the parameters of the best epoch back, if the spec says so and there was one. */
  finish(network: Network): void {
    if (this.best && this.spec.restoreBest !== false) restoreNetwork(network, this.best);
  }
}
