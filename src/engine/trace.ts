import type { Activation } from './activations';
import { ShapeError } from './matrix';
import type { Network } from './network';
import { fusedDeltas, scalarLosses, softmaxDelta, softmaxUnit } from './trace-loss';
import type { Operand, OperandRole, OperandSymbol, TraceStep } from './trace-types';

/** What a trace shows besides forward and backward pass. */
export interface TraceOptions {
  /** Learning rate: given, the trace ends with the update of every weight and bias. */
  readonly alpha?: number;
}

/**
 * Every scalar step of a training step on one sample, in the order of computation: forward layer
 * by layer (z_j, a_j for each unit), the loss, then from the output back: each unit's ∂L/∂a, f′
 * and δ, the layer's ∂L/∂W and ∂L/∂b, and so to layer 1; last, with `alpha`, the new parameters.
 *
 * It is computed from the scalar formulas alone, independent of the matrix path, in the same
 * order of summation: both give the same bits. The network is not changed.
 *
 * @param x n_0 inputs
 * @param y n_L targets
 * @throws ShapeError if x or y has another length
 * @throws Error for networks with normalisation or dropout: `traceBatch` is for them
 */
export function trace(
  network: Network,
  x: readonly number[],
  y: readonly number[],
  options: TraceOptions = {},
): TraceStep[] {
  const { extras = [] } = network.spec;
  const l = extras.findIndex((extra) => extra?.norm || extra?.dropout) + 1;
  if (l > 0) {
    throw new Error(
      `trace: layer ${l} has normalisation or dropout: take traceBatch for its parts`,
    );
  }
  requireLength('x', x, network.spec.sizes[0]!);
  requireLength('y', y, network.spec.sizes[network.L]!);
  return new Tracer(network, x, y).run(options.alpha);
}

/** Numbers already computed, by symbol and layer: `known.z[l][j − 1]`. */
interface Known {
  readonly z: number[][];
  readonly a: number[][];
  readonly dLda: number[][];
  readonly delta: number[][];
}

class Tracer {
  private readonly steps: TraceStep[] = [];
  private readonly known: Known;

  constructor(
    private readonly network: Network,
    x: readonly number[],
    private readonly y: readonly number[],
  ) {
    this.known = { z: [], a: [[...x]], dLda: [], delta: [] };
  }

  run(alpha: number | undefined): TraceStep[] {
    const { L } = this.network;
    for (let l = 1; l <= L; l++) this.forward(l);
    this.loss();
    for (let l = L; l >= 1; l--) {
      if (l === L) this.outputDelta();
      else this.hiddenDelta(l);
      this.gradients(l);
    }
    if (alpha !== undefined) for (let l = 1; l <= L; l++) this.update(l, alpha);
    return this.steps;
  }

  /** z_j = Σ_k W_jk a_k + b_j, a_j = f(z_j). */
  private forward(l: number): void {
    const { W, b, units } = this.network.layer(l);
    const aPrev = this.known.a[l - 1]!;
    const z: number[] = [];
    const a: number[] = [];
    this.known.z[l] = z;
    this.known.a[l] = a;
    for (let j = 0; j < units; j++) {
      const operands: Operand[] = [];
      let sum = 0;
      aPrev.forEach((value, k) => {
        sum += W.at(j, k) * value;
        operands.push(operand('W', l, [j, k], W.at(j, k), 'weight'));
        operands.push(operand('a', l - 1, [k], value, 'input'));
      });
      z[j] = sum + b.at(j, 0);
      operands.push(operand('b', l, [j], b.at(j, 0), 'bias'));
      this.push('z', 'forward', 'fb-z-scalar', l, j, operands, z[j]!);
      if (this.f(l)) this.activate(l, j);
    }
    if (!this.f(l)) for (let j = 0; j < units; j++) this.activate(l, j);
  }

  private activate(l: number, j: number): void {
    const z = this.known.z[l]!;
    const f = this.f(l);
    const value = f ? f.value(z[j]!) : softmaxUnit(z, j);
    this.known.a[l]![j] = value;
    const indices = f ? [j] : z.map((_, k) => k);
    const operands = indices.map((k) => operand('z', l, [k], z[k]!, 'argument'));
    this.push('a', 'forward', 'fb-a-scalar', l, j, operands, value);
  }

  private loss(): void {
    const { L, spec } = this.network;
    const loss = scalarLosses[spec.loss];
    const [z, a] = [this.known.z[L]!, this.known.a[L]!];
    const value = this.y.reduce((sum, _, j) => sum + loss.term(z, a, this.y, j), 0);
    const operands = this.y.flatMap((y, j) => [
      operand('a', L, [j], a[j]!, 'output'),
      operand('y', L, [j], y, 'target'),
    ]);
    this.push('loss', 'loss', loss.equation, L, -1, operands, value);
  }

  private outputDelta(): void {
    const { L, spec } = this.network;
    const a = this.known.a[L]!;
    const delta: number[] = [];
    this.known.delta[L] = delta;
    if (spec.loss === 'squaredError') {
      this.known.dLda[L] = a.map((value, j) => value - this.y[j]!);
      this.deltaThroughActivation(L, 'fb-delta-output-scalar', (j) => [
        operand('a', L, [j], a[j]!, 'output'),
        operand('y', L, [j], this.y[j]!, 'target'),
      ]);
      return;
    }
    const { equation, value } = fusedDeltas[spec.loss];
    a.forEach((aj, j) => {
      const yj = this.y[j]!;
      delta[j] = value(aj, yj);
      const operands = [operand('a', L, [j], aj, 'output'), operand('y', L, [j], yj, 'target')];
      this.push('delta', 'backward', equation, L, j, operands, delta[j]!);
    });
  }

  /** ∂L/∂a_j = Σ_k δ^{l+1}_k W^{l+1}_kj over all units k of the next layer. */
  private hiddenDelta(l: number): void {
    const next = this.known.delta[l + 1]!;
    const { W } = this.network.layer(l + 1);
    const terms = (j: number) =>
      next.flatMap((deltaK, k) => [
        operand('delta', l + 1, [k], deltaK, 'factor'),
        operand('W', l + 1, [k, j], W.at(k, j), 'weight'),
      ]);
    this.known.dLda[l] = this.known.a[l]!.map((_, j) =>
      next.reduce((sum, deltaK, k) => sum + W.at(k, j) * deltaK, 0),
    );
    this.deltaThroughActivation(l, 'fb-delta-hidden-scalar', terms);
  }

  /** ∂L/∂a_j, f′(z_j), then δ_j = ∂L/∂a_j f′(z_j), unit by unit; softmax needs all ∂L/∂a first. */
  private deltaThroughActivation(
    l: number,
    equation: 'fb-delta-output-scalar' | 'fb-delta-hidden-scalar',
    dLdaOperands: (j: number) => Operand[],
  ): void {
    const dLda = this.known.dLda[l]!;
    const a = this.known.a[l]!;
    const z = this.known.z[l]!;
    const f = this.f(l);
    const delta: number[] = [];
    this.known.delta[l] = delta;
    dLda.forEach((g, j) => {
      this.push('dLda', 'backward', equation, l, j, dLdaOperands(j), g);
      if (!f) return;
      const fprime = f.derivative(z[j]!, a[j]!);
      const argument = [operand('z', l, [j], z[j]!, 'argument')];
      this.push('fprime', 'backward', equation, l, j, argument, fprime);
      delta[j] = g * fprime;
      const operands = [
        operand('dLda', l, [j], g, 'factor'),
        operand('fprime', l, [j], fprime, 'factor'),
      ];
      this.push('delta', 'backward', equation, l, j, operands, delta[j]!);
    });
    if (f) return;
    a.forEach((_, j) => {
      delta[j] = softmaxDelta(a, dLda, j);
      const operands = a.flatMap((ai, i) => [
        operand('dLda', l, [i], dLda[i]!, 'factor'),
        operand('a', l, [i], ai, 'output'),
      ]);
      this.push('delta', 'backward', 'fb-delta-softmax-jacobian', l, j, operands, delta[j]!);
    });
  }

  /** ∂L/∂W_jk = δ_j a^{l−1}_k, ∂L/∂b_j = δ_j. */
  private gradients(l: number): void {
    this.known.delta[l]!.forEach((deltaJ, j) => {
      this.known.a[l - 1]!.forEach((ak, k) => {
        const operands = [
          operand('delta', l, [j], deltaJ, 'factor'),
          operand('a', l - 1, [k], ak, 'input'),
        ];
        this.push('dW', 'gradient', 'fb-grad-w-scalar', l, j, operands, deltaJ * ak, k);
      });
      const operands = [operand('delta', l, [j], deltaJ, 'factor')];
      this.push('db', 'gradient', 'fb-grad-b-scalar', l, j, operands, deltaJ);
    });
  }

  /** W_jk ← W_jk − α ∂L/∂W_jk, b_j ← b_j − α ∂L/∂b_j. */
  private update(l: number, alpha: number): void {
    const { W, b, units } = this.network.layer(l);
    const rate = operand('alpha', 0, [], alpha, 'rate');
    for (let j = 0; j < units; j++) {
      const deltaJ = this.known.delta[l]![j]!;
      this.known.a[l - 1]!.forEach((ak, k) => {
        const old = operand('W', l, [j, k], W.at(j, k), 'old');
        const gradient = operand('dW', l, [j, k], deltaJ * ak, 'gradient');
        const value = old.value - alpha * gradient.value;
        this.push('W-new', 'update', 'fb-sgd-w', l, j, [old, rate, gradient], value, k);
      });
      const old = operand('b', l, [j], b.at(j, 0), 'old');
      const gradient = operand('db', l, [j], deltaJ, 'gradient');
      const value = old.value - alpha * gradient.value;
      this.push('b-new', 'update', 'fb-sgd-b', l, j, [old, rate, gradient], value);
    }
  }

  private f(l: number): Activation | undefined {
    return this.network.layer(l).f;
  }

  /** Indices come from 0, as in arrays, and leave from 1, as in formulas; −0 leaves as 0. */
  private push(
    kind: TraceStep['kind'],
    phase: TraceStep['phase'],
    equation: TraceStep['equation'],
    layer: number,
    j: number,
    operands: readonly Operand[],
    value: number,
    k?: number,
  ): void {
    const from = k === undefined ? {} : { from: k + 1 };
    this.steps.push({
      kind,
      phase,
      equation,
      layer,
      unit: j + 1,
      ...from,
      operands,
      value: value + 0,
    });
  }
}

function operand(
  symbol: OperandSymbol,
  layer: number,
  indices: readonly number[],
  value: number,
  role: OperandRole,
): Operand {
  return { symbol, layer, indices: indices.map((index) => index + 1), value: value + 0, role };
}

function requireLength(name: string, values: readonly number[], length: number): void {
  if (values.length !== length) {
    throw new ShapeError(`trace: ${name} needs ${length} numbers, got ${values.length}`);
  }
}
