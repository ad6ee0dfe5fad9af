import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivationName } from './activations';
import type { LossName } from './losses';
import { Matrix } from './matrix';
import { Network } from './network';
import { arbitraryExample, smooth } from './testing/networks';
import { trace } from './trace';
import type { TraceStep } from './trace-types';

function small(): Network {
  const network = new Network({
    sizes: [2, 1, 2],
    activations: ['relu', 'identity'],
    loss: 'squaredError',
  });
  network.layer(1).W.copyFrom(Matrix.from([[1, 2]]));
  network.layer(1).b.copyFrom(Matrix.column([0.5]));
  network.layer(2).W.copyFrom(Matrix.from([[3], [-1]]));
  network.layer(2).b.copyFrom(Matrix.column([0, 1]));
  return network;
}

const label = ({ kind, layer, unit, from }: TraceStep) =>
  `${kind} ${layer} ${unit}${from ? ` ${from}` : ''}`;

/** `δ¹₂ = delta 1 2 <factor>` and so on: what a step says besides its numbers. */
const said = (step: TraceStep) => {
  const operands = step.operands.map(({ symbol, layer, indices, role }) =>
    [symbol, layer, ...indices, `<${role}>`].join(' '),
  );
  return `${label(step)}: ${step.phase}, ${step.equation}: ${operands.join(', ')}`;
};

/** A network without hidden layer, all parameters 0. */
const flat = (outputs: number, activation: ActivationName, loss: LossName) =>
  new Network({ sizes: [1, outputs], activations: [activation], loss });

describe('trace', () => {
  it('names phase, equation and the role of each operand for every kind of step', () => {
    const steps = trace(small(), [1, 1], [10, -3], { alpha: 0.1 }).map(said);
    const expected = [
      'a 1 1: forward, fb-a-scalar: z 1 1 <argument>',
      'z 2 2: forward, fb-z-scalar: W 2 2 1 <weight>, a 1 1 <input>, b 2 2 <bias>',
      'dLda 2 2: backward, fb-delta-output-scalar: a 2 2 <output>, y 2 2 <target>',
      'fprime 2 2: backward, fb-delta-output-scalar: z 2 2 <argument>',
      'delta 2 2: backward, fb-delta-output-scalar: dLda 2 2 <factor>, fprime 2 2 <factor>',
      'fprime 1 1: backward, fb-delta-hidden-scalar: z 1 1 <argument>',
      'delta 1 1: backward, fb-delta-hidden-scalar: dLda 1 1 <factor>, fprime 1 1 <factor>',
      'dW 2 2 1: gradient, fb-grad-w-scalar: delta 2 2 <factor>, a 1 1 <input>',
      'db 2 2: gradient, fb-grad-b-scalar: delta 2 2 <factor>',
      'W-new 2 2 1: update, fb-sgd-w: W 2 2 1 <old>, alpha 0 <rate>, dW 2 2 1 <gradient>',
      'b-new 2 2: update, fb-sgd-b: b 2 2 <old>, alpha 0 <rate>, db 2 2 <gradient>',
    ];
    expect(steps).toEqual(expect.arrayContaining(expected));
  });

  it('shows −0 as 0, in operands too', () => {
    const [z] = trace(flat(1, 'identity', 'squaredError'), [-0], [0]);
    expect(z!.operands.map(({ value }) => value)).toEqual([0, 0, 0]);
    expect(z!.value).toBe(0);
  });

  it('takes softmax back through its Jacobian where the loss does not include it', () => {
    const steps = trace(flat(2, 'softmax', 'squaredError'), [1], [1, 0]);
    expect(steps.map(said)).toEqual(
      expect.arrayContaining([
        'a 1 2: forward, fb-a-scalar: z 1 1 <argument>, z 1 2 <argument>',
        'delta 1 2: backward, fb-delta-softmax-jacobian: dLda 1 1 <factor>, a 1 1 <output>, dLda 1 2 <factor>, a 1 2 <output>',
      ]),
    );
    expect(steps.some(({ kind }) => kind === 'fprime')).toBe(false);
    // a = ½, ½ and g = −½, ½: δ_2 = ½ (½ − 0).
    expect(steps.find((step) => label(step) === 'delta 1 2')!.value).toBe(0.25);
  });

  it.each<[ActivationName, LossName, number[], number]>([
    // z = 0, a = ½: log 2 for each output, and a − y.
    ['sigmoid', 'binaryCrossEntropy', [1], Math.LN2],
    ['sigmoid', 'sigmoidCrossEntropy', [1], Math.LN2],
    ['softmax', 'softmaxCrossEntropy', [1, 0], Math.LN2],
  ])('%s with %s has its own equations', (activation, loss, y, value) => {
    const short = {
      binaryCrossEntropy: 'bce',
      sigmoidCrossEntropy: 'sigmoid-ce',
      softmaxCrossEntropy: 'softmax-ce',
      squaredError: '',
    }[loss];
    const steps = trace(flat(y.length, activation, loss), [1], y);
    const of = (kind: string) => steps.find((step) => step.kind === kind)!;
    expect(of('loss').value).toBeCloseTo(value, 15);
    expect(of('loss').equation).toBe(`fb-loss-${short === 'softmax-ce' ? 'ce' : short}`);
    expect(said(of('delta'))).toBe(
      `delta 1 1: backward, fb-delta-${short}: a 1 1 <output>, y 1 1 <target>`,
    );
    expect(of('delta').value).toBe(-0.5);
  });

  it('goes forward, to the loss, back layer by layer with gradients, then updates', () => {
    const steps = trace(small(), [1, 1], [10, -3], { alpha: 0.1 });
    expect(steps.map(label)).toEqual([
      ...['z 1 1', 'a 1 1', 'z 2 1', 'a 2 1', 'z 2 2', 'a 2 2', 'loss 2 0'],
      ...['dLda 2 1', 'fprime 2 1', 'delta 2 1', 'dLda 2 2', 'fprime 2 2', 'delta 2 2'],
      ...['dW 2 1 1', 'db 2 1', 'dW 2 2 1', 'db 2 2'],
      ...['dLda 1 1', 'fprime 1 1', 'delta 1 1', 'dW 1 1 1', 'dW 1 1 2', 'db 1 1'],
      ...['W-new 1 1 1', 'W-new 1 1 2', 'b-new 1 1'],
      ...['W-new 2 1 1', 'b-new 2 1', 'W-new 2 2 1', 'b-new 2 2'],
    ]);
  });

  it('gives operands in the order of the formula, with 1-based indices and values', () => {
    const steps = trace(small(), [1, 1], [10, -3], { alpha: 0.1 });
    const find = (text: string) => steps.find((step) => label(step) === text)!;
    expect(find('z 1 1')).toEqual({
      kind: 'z',
      phase: 'forward',
      equation: 'fb-z-scalar',
      layer: 1,
      unit: 1,
      operands: [
        { symbol: 'W', layer: 1, indices: [1, 1], value: 1, role: 'weight' },
        { symbol: 'a', layer: 0, indices: [1], value: 1, role: 'input' },
        { symbol: 'W', layer: 1, indices: [1, 2], value: 2, role: 'weight' },
        { symbol: 'a', layer: 0, indices: [2], value: 1, role: 'input' },
        { symbol: 'b', layer: 1, indices: [1], value: 0.5, role: 'bias' },
      ],
      value: 3.5,
    });
    expect(find('dLda 1 1')).toMatchObject({
      phase: 'backward',
      equation: 'fb-delta-hidden-scalar',
      operands: [
        { symbol: 'delta', layer: 2, indices: [1], value: 0.5, role: 'factor' },
        { symbol: 'W', layer: 2, indices: [1, 1], value: 3, role: 'weight' },
        { symbol: 'delta', layer: 2, indices: [2], value: 0.5, role: 'factor' },
        { symbol: 'W', layer: 2, indices: [2, 1], value: -1, role: 'weight' },
      ],
      value: 1,
    });
    expect(find('loss 2 0')).toMatchObject({
      phase: 'loss',
      equation: 'fb-loss-se',
      operands: [
        { symbol: 'a', layer: 2, indices: [1], value: 10.5, role: 'output' },
        { symbol: 'y', layer: 2, indices: [1], value: 10, role: 'target' },
        { symbol: 'a', layer: 2, indices: [2], value: -2.5, role: 'output' },
        { symbol: 'y', layer: 2, indices: [2], value: -3, role: 'target' },
      ],
      value: 0.25,
    });
    expect(find('dW 1 1 2')).toMatchObject({
      phase: 'gradient',
      equation: 'fb-grad-w-scalar',
      unit: 1,
      from: 2,
      operands: [
        { symbol: 'delta', layer: 1, indices: [1], value: 1, role: 'factor' },
        { symbol: 'a', layer: 0, indices: [2], value: 1, role: 'input' },
      ],
      value: 1,
    });
    expect(find('W-new 1 1 2')).toMatchObject({
      phase: 'update',
      equation: 'fb-sgd-w',
      operands: [
        { symbol: 'W', layer: 1, indices: [1, 2], value: 2, role: 'old' },
        { symbol: 'alpha', layer: 0, indices: [], value: 0.1, role: 'rate' },
        { symbol: 'dW', layer: 1, indices: [1, 2], value: 1, role: 'gradient' },
      ],
      value: 1.9,
    });
    expect(find('b-new 1 1')).toMatchObject({
      equation: 'fb-sgd-b',
      operands: [{ symbol: 'b', role: 'old' }, { symbol: 'alpha' }, { symbol: 'db', value: 1 }],
      value: 0.4,
    });
  });

  it('records δ = a − y for softmax with cross-entropy', () => {
    const network = new Network({
      sizes: [1, 2],
      activations: ['softmax'],
      loss: 'softmaxCrossEntropy',
    });
    const steps = trace(network, [1], [1, 0]);
    expect(steps.map(label).slice(0, 7)).toEqual([
      ...['z 1 1', 'z 1 2', 'a 1 1', 'a 1 2', 'loss 1 0', 'delta 1 1', 'delta 1 2'],
    ]);
    expect(steps[3]!.operands.map(({ symbol, indices }) => [symbol, ...indices])).toEqual([
      ['z', 1],
      ['z', 2],
    ]);
    expect(steps[5]).toMatchObject({
      equation: 'fb-delta-softmax-ce',
      operands: [
        { symbol: 'a', value: 0.5, role: 'output' },
        { symbol: 'y', value: 1, role: 'target' },
      ],
      value: -0.5,
    });
  });

  it('leaves the network as it was and ends before the update without alpha', () => {
    const network = small();
    const before = network.parameters.map(({ value }) => value.toRows());
    const steps = trace(network, [1, 1], [0, 0]);
    expect(steps.some(({ phase }) => phase === 'update')).toBe(false);
    expect(network.parameters.map(({ value }) => value.toRows())).toEqual(before);
  });

  it('agrees with the matrix path to the last bit', () => {
    const all = [...smooth, 'relu', 'leakyRelu', 'elu'] as const;
    fc.assert(
      fc.property(arbitraryExample(all, 1), ({ network, X, Y }) => {
        const alpha = 0.3;
        const steps = trace(network, X.toColumn(), Y.toColumn(), { alpha });
        network.forward(X);
        const loss = network.loss(Y);
        network.backward(Y);
        const values = {
          z: (s: TraceStep) => network.layer(s.layer).z.at(s.unit - 1, 0),
          a: (s: TraceStep) => network.layer(s.layer).a.at(s.unit - 1, 0),
          loss: () => loss,
          delta: (s: TraceStep) => network.layer(s.layer).delta.at(s.unit - 1, 0),
          dW: (s: TraceStep) => network.layer(s.layer).dW.at(s.unit - 1, s.from! - 1),
          db: (s: TraceStep) => network.layer(s.layer).db.at(s.unit - 1, 0),
        };
        const isForwardOrBackward = (kind: string): kind is keyof typeof values => kind in values;
        for (const step of steps) {
          if (isForwardOrBackward(step.kind)) expect(step.value).toBe(values[step.kind](step) + 0);
        }
        network.sgdStep(alpha);
        for (const step of steps) {
          const { W, b } = network.layer(step.layer);
          if (step.kind === 'W-new') expect(step.value).toBe(W.at(step.unit - 1, step.from! - 1));
          if (step.kind === 'b-new') expect(step.value).toBe(b.at(step.unit - 1, 0));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves networks with normalisation or dropout to traceBatch', () => {
    const { spec } = small();
    for (const extra of [{ norm: { kind: 'layer' } }, { dropout: { rate: 0.5 } }] as const) {
      const network = new Network({ ...spec, extras: [null, extra] });
      expect(() => trace(network, [1, 1], [1, 1])).toThrow('trace: layer 2 has normalisation');
    }
    expect(trace(new Network({ ...spec, extras: [{}, null] }), [1, 1], [1, 1])).not.toHaveLength(0);
  });

  it('refuses a sample of another length', () => {
    expect(() => trace(small(), [1], [1, 2])).toThrow('trace: x needs 2 numbers, got 1');
    expect(() => trace(small(), [1, 2], [1])).toThrow('trace: y needs 2 numbers, got 1');
  });
});
