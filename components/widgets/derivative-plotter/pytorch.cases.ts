import type { Case } from '@components/figure/pytorch-case';
import { first, model, type State } from './model';
import { pytorch } from './pytorch';

function plotted(name: string, part: Partial<State>): Case {
  const state = { ...first, ...part };
  return {
    name,
    script: pytorch(state),
    prints: model(state).at.map(({ name: f, value, slope }) => [f, [value, slope]]),
  };
}

export const cases: readonly Case[] = [
  plotted('first', {}),
  plotted('smooth', { f: 'elu', g: 'gelu', h: 'silu', z: -1.25 }),
  plotted('others', { f: 'tanh', g: 'leakyRelu', h: 'relu', z: -0.4 }),
  plotted('ReLU at 0 is 0', { f: 'relu', g: 'none', z: 0 }),
  plotted('ReLU at 0 is 1', { f: 'relu', g: 'none', z: 0, atZero: 1 }),
];
