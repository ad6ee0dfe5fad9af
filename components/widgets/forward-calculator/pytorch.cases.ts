import type { Case, Line } from '@components/figure/pytorch-case';
import { activationNames, first, model, type State } from './model';
import { pytorch } from './pytorch';

function forward(f: State['f']): Case {
  const state = { ...first, f };
  const { steps } = model(state);
  const line = (kind: string, layer: number): Line => [
    `${kind}${layer}`,
    steps.filter((s) => s.kind === kind && s.layer === layer).map(({ value }) => value),
  ];
  const prints = [line('z', 1), line('a', 1), line('z', 2), line('a', 2)];
  return { name: f, script: pytorch(state), prints };
}

export const cases: readonly Case[] = activationNames.map(forward);
