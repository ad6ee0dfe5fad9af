import type { FunctionName } from './model';

/** The chapter's equations for value and slope; the smooth relatives have both in one. */
export const equationsOf: Record<FunctionName, readonly [value: string, slope: string]> = {
  sigmoid: ['act-sigmoid', 'act-sigmoid-slope'],
  tanh: ['act-tanh', 'act-tanh-slope'],
  relu: ['act-relu', 'act-relu-slope'],
  leakyRelu: ['act-leaky', 'act-leaky-slope'],
  elu: ['act-elu', 'act-elu'],
  gelu: ['act-gelu', 'act-gelu'],
  silu: ['act-silu', 'act-silu'],
};
