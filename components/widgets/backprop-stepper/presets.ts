import type { PresetName, State } from './state';

type Network = Omit<State, 'preset' | 'step' | 'predict' | 'losses' | 'sample'>;

const networks: Record<PresetName, Network> = {
  // Matt Mazur, “A Step by Step Backpropagation Example” (2015): his numbers, to the digit.
  mazur: {
    activations: ['sigmoid', 'sigmoid'],
    loss: 'squaredError',
    samples: [{ x: [0.05, 0.1], y: [0.01, 0.99] }],
    W: [
      [
        [0.15, 0.2],
        [0.25, 0.3],
      ],
      [
        [0.4, 0.45],
        [0.5, 0.55],
      ],
    ],
    b: [
      [0.35, 0.35],
      [0.6, 0.6],
    ],
    alpha: 0.5,
  },
  // The second hidden unit gets a negative sum: its slope is 0 and nothing flows through it.
  'dead-relu': {
    activations: ['relu', 'identity'],
    loss: 'squaredError',
    samples: [{ x: [1, 0.5], y: [1] }],
    W: [
      [
        [0.6, 0.4],
        [-0.7, 0.2],
        [0.3, -0.1],
      ],
      [[0.5, 0.9, -0.4]],
    ],
    b: [[0.1, -0.2, 0.2], [0.1]],
    alpha: 0.1,
  },
  xor: {
    activations: ['tanh', 'sigmoid'],
    loss: 'squaredError',
    samples: [
      { x: [0, 1], y: [1] },
      { x: [1, 1], y: [0] },
      { x: [1, 0], y: [1] },
      { x: [0, 0], y: [0] },
    ],
    W: [
      [
        [1.1, 0.9],
        [-0.7, -1.2],
      ],
      [[0.8, 0.6]],
    ],
    b: [[-0.3, 0.5], [-0.2]],
    alpha: 2,
  },
  softmax: {
    activations: ['tanh', 'identity'],
    loss: 'softmaxCrossEntropy',
    samples: [{ x: [0.9, -0.5], y: [0, 1, 0] }],
    W: [
      [
        [0.7, -0.3],
        [0.2, 0.8],
      ],
      [
        [0.9, -0.6],
        [-0.4, 0.3],
        [0.1, 0.5],
      ],
    ],
    b: [
      [0.1, -0.2],
      [0.2, 0, -0.1],
    ],
    alpha: 0.5,
  },
};

/** A preset at its start. */
export const preset = (name: PresetName, predict = false): State => ({
  ...networks[name],
  preset: name,
  sample: 0,
  step: 0,
  predict,
  losses: [],
});

/** The figure opens inside the backward pass of Mazur’s network: the question of chapter 2. */
export const first: State = { ...preset('mazur'), step: 24 };
