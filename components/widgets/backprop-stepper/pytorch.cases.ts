import type { Case, Line } from '@components/figure/pytorch-case';
import { Matrix } from '@engine';
import { derive, networkOf } from './derive';
import { preset } from './presets';
import { pytorch } from './pytorch';
import type { PresetName } from './state';

const numbers = (M: Matrix): number[] => Array.from(M.data);

function stepper(name: PresetName, sample = 0): Case {
  const state = { ...preset(name), sample };
  const network = networkOf(state);
  const { x, y } = state.samples[sample]!;
  network.forward(Matrix.column(x));
  network.backward(Matrix.column(y));
  const layers = Array.from({ length: network.L }, (_, i) => network.layer(i + 1));
  const lines = layers.flatMap(({ number, a, delta, dW, db }): Line[] => [
    [`layer ${number}: a =`, numbers(a)],
    ['  delta =', numbers(delta)],
    ['  dW =', numbers(dW)],
    ['  db =', numbers(db)],
  ]);
  const { loss } = derive(state);
  network.sgdStep(state.alpha);
  const updated: Line = ['W1 after the update', numbers(network.layer(1).W)];
  return {
    name: `${name}, sample ${sample + 1}`,
    script: pytorch(state),
    prints: [['loss', [loss]], ...lines, updated],
  };
}

export const cases: readonly Case[] = [
  stepper('mazur'),
  stepper('dead-relu'),
  stepper('xor'),
  stepper('softmax'),
  stepper('xor', 3),
];
