import { expect, it } from 'vitest';
import { Matrix } from './matrix';
import { Network, type NetworkSpec } from './network';
import { learnedMatrices, restoreNetwork, saveNetwork } from './network-state';

const spec: NetworkSpec = {
  sizes: [1, 2, 2, 1],
  activations: ['tanh', 'tanh', 'identity'],
  loss: 'squaredError',
  extras: [{ norm: { kind: 'batch' } }, { norm: { kind: 'layer' } }],
};

it('knows everything learned by name: parameters, and the running statistics of batches', () => {
  expect([...learnedMatrices(new Network(spec)).keys()]).toEqual([
    ...['W1', 'b1', 'gamma1', 'beta1', 'W2', 'b2', 'gamma2', 'beta2', 'W3', 'b3'],
    ...['runningMean1', 'runningVariance1'],
  ]);
  const last = { ...spec, extras: [{}, {}, { norm: { kind: 'batch' } as const }] };
  expect(learnedMatrices(new Network(last)).has('runningMean3')).toBe(true);
});

it('saves a copy, which later training leaves alone, and restores it', () => {
  const network = new Network(spec);
  network.layer(1).W.data.set([3, 4]);
  network.forward(Matrix.from([[1, 2]]), true);
  const saved = saveNetwork(network);
  expect(saved.W1).toEqual(new Float64Array([3, 4]));
  // z₁ = 3 and 6: a tenth of the mean 4.5.
  expect(saved.runningMean1![0]).toBeCloseTo(0.45, 15);
  for (const M of learnedMatrices(network).values()) M.data.fill(9);
  expect(saved.W1).toEqual(new Float64Array([3, 4]));
  restoreNetwork(network, saved);
  expect(network.layer(1).W.toColumn()).toEqual([3, 4]);
  expect(saveNetwork(network)).toEqual(saved);
});

it('refuses a state of another network before it changes anything', () => {
  const network = new Network(spec);
  const saved = saveNetwork(network);
  const { b3, ...rest } = saved;
  const changed = { ...rest, W1: [5, 5] };
  expect(b3).toHaveLength(1);
  expect(() => restoreNetwork(network, changed)).toThrow(
    'restoreNetwork: b3 needs 1 numbers, got none',
  );
  expect(() => restoreNetwork(network, { ...saved, W1: [5] })).toThrow(
    'restoreNetwork: W1 needs 2 numbers, got 1',
  );
  expect(network.layer(1).W.toColumn()).toEqual([0, 0]);
});
