import type { Case, Line } from '@components/figure/pytorch-case';
import { first, placeAt, type Side } from './model';
import { pytorch } from './pytorch';

function curve(z: number): Case {
  const { crossEntropy, squaredError } = placeAt(z);
  const line = (name: string, { loss, byZ }: Side): Line => [name, [loss, byZ]];
  return {
    name: `z = ${z}`,
    script: pytorch({ ...first, z }),
    prints: [line('cross-entropy', crossEntropy), line('squared error', squaredError)],
  };
}

export const cases: readonly Case[] = [first.z, 2.5].map(curve);
