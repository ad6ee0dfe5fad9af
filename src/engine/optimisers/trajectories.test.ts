import { describe, expect, it } from 'vitest';
import type { Parameter } from '../layers/layer';
import { Matrix } from '../matrix';
import { learningRate, type ScheduleSpec } from '../schedules';
import { expectClose, type Rows, reference } from '../testing/reference';
import { type ClippingSpec, clip, gradientNorm } from './clipping';
import { addL2Gradient, type L2Spec } from './l2';
import { Optimiser, type OptimiserSpec } from './optimiser';

interface Path {
  /** θ after each of the 50 steps. */
  readonly theta: Rows;
  /** Learning rate of each step. */
  readonly rates: readonly number[];
}

const expected = reference<{
  start: number[];
  curvature: number[];
  optimisers: Record<string, Path>;
  schedules: Record<string, Path>;
  clipping: Record<'value' | 'norm', { theta: Rows }>;
}>('optimisers');
const steps = 50;

/** ∂L/∂θ of the loss in scripts/reference/optimisers.py, by hand. */
function slope(theta: ArrayLike<number>): number[] {
  const [t1, t2, t3] = [theta[0]!, theta[1]!, theta[2]!];
  const gradient = expected.curvature.map((c, i) => c * theta[i]!);
  const coupling = -0.3 * Math.sin(3 * t1 * t2);
  gradient[0]! += coupling * t2;
  gradient[1]! += coupling * t1;
  gradient[2]! += 0.2 * Math.cos(t3);
  return gradient;
}

/** Fifty steps from PyTorch's start with what PyTorch was told, in our words. */
function path(
  spec: OptimiserSpec,
  alpha: (t: number) => number,
  { l2, clipping }: { l2?: L2Spec; clipping?: ClippingSpec } = {},
): number[] {
  const value = Matrix.column(expected.start);
  const gradient = Matrix.column(expected.start);
  const parameters: Parameter[] = [{ name: 'W1', value, gradient, decays: true }];
  const optimiser = new Optimiser(spec, parameters);
  return Array.from({ length: steps }, (_, t) => {
    gradient.data.set(slope(value.data));
    if (l2) addL2Gradient(parameters, l2);
    if (clipping) clip(parameters, clipping, gradientNorm(parameters));
    optimiser.step(alpha(t));
    return value.toColumn();
  }).flat();
}

describe('fifty steps go where they go in PyTorch', () => {
  const betas = { beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };
  const l2: L2Spec = { lambda: 0.3 };
  const optimisers: Record<string, { spec: OptimiserSpec; alpha: number; l2?: L2Spec }> = {
    sgd: { spec: { kind: 'sgd' }, alpha: 0.1 },
    sgdL2: { spec: { kind: 'sgd' }, alpha: 0.1, l2 },
    momentum: { spec: { kind: 'momentum', beta: 0.8 }, alpha: 0.05 },
    nesterov: { spec: { kind: 'nesterov', beta: 0.8 }, alpha: 0.05 },
    adagrad: { spec: { kind: 'adagrad', epsilon: 1e-10 }, alpha: 0.3 },
    rmsprop: { spec: { kind: 'rmsprop', beta: 0.9, epsilon: 1e-8 }, alpha: 0.02 },
    adam: { spec: { kind: 'adam', ...betas }, alpha: 0.1 },
    adamL2: { spec: { kind: 'adam', ...betas }, alpha: 0.1, l2 },
    adamw: { spec: { kind: 'adamw', ...betas, weightDecay: 0.3 }, alpha: 0.1 },
  };

  it.each(Object.entries(optimisers))('optimiser %s', (name, { spec, alpha, l2 }) => {
    expectClose(
      path(spec, () => alpha, { l2 }),
      expected.optimisers[name]!.theta.flat(),
      name,
    );
  });

  const schedules: Record<string, ScheduleSpec> = {
    step: { kind: 'step', every: 10, factor: 0.5 },
    exponential: { kind: 'exponential', factor: 0.93 },
    cosine: { kind: 'cosine', length: steps, least: 0.01 },
    warmup: { kind: 'warmup', length: 10 },
    warmupCosine: { kind: 'warmup', length: 10, next: { kind: 'cosine', length: 40 } },
  };

  it.each(Object.entries(schedules))('schedule %s', (name, schedule) => {
    const alpha = (t: number) => learningRate(schedule, 0.1, t);
    const { theta, rates } = expected.schedules[name]!;
    expectClose(
      Array.from({ length: steps }, (_, t) => alpha(t)),
      rates,
      'rates',
    );
    expectClose(path({ kind: 'sgd' }, alpha), theta.flat(), name);
  });

  // 1e-6 is what torch.nn.utils.clip_grad_norm_ adds to the norm.
  it.each<ClippingSpec>([
    { kind: 'value', limit: 0.5 },
    { kind: 'norm', limit: 0.5, epsilon: 1e-6 },
  ])('clipping by $kind', (clipping) => {
    expectClose(
      path({ kind: 'sgd' }, () => 0.1, { clipping }),
      expected.clipping[clipping.kind].theta.flat(),
    );
  });

  it('all that PyTorch was asked is compared', () => {
    expect(Object.keys(optimisers)).toEqual(Object.keys(expected.optimisers));
    expect(Object.keys(schedules)).toEqual(Object.keys(expected.schedules));
  });
});
