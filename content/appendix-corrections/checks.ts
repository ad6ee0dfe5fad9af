import { check, type SealedCheck } from '@book/equations';
import { Network } from '@engine';

/** Checks of corrections that no displayed equation makes. */

/** A network with layers 0 … L: how many of them are hidden. */
export const hiddenLayers: SealedCheck = check({
  setup: (random) => Array.from({ length: 3 + random.integer(4) }, () => 1 + random.integer(5)),
  left: (sizes) =>
    new Network({
      sizes,
      activations: sizes.slice(1).map(() => 'tanh' as const),
      loss: 'squaredError',
    }).L - 1,
  right: (sizes) => sizes.slice(1, -1).length,
  wrong: [
    {
      slip: { zh: '把输入层也算作隐藏层', en: 'the input counted among the hidden layers' },
      right: (sizes) => sizes.slice(0, -1).length,
    },
  ],
});
