import { float64Kernel, type Kernel, Matrix, Network } from '@engine';

/** Multiplications that the engine does, counted where they happen: in its kernel. */
export interface Counted {
  sizes: readonly number[];
  forward: number;
  backward: number;
  parameters: number;
}

/** Runs a network of these sizes forward and back on one sample, and counts. */
export function countedOn(sizes: readonly number[]): Counted {
  let count = 0;
  const counting =
    (work: Kernel['multiply']): Kernel['multiply'] =>
    (rows, inner, cols, A, B, C) => {
      count += rows * inner * cols;
      work(rows, inner, cols, A, B, C);
    };
  const kernel: Kernel = {
    ...float64Kernel,
    multiply: counting(float64Kernel.multiply),
    multiplyTN: counting(float64Kernel.multiplyTN),
    multiplyNT: counting(float64Kernel.multiplyNT),
    affine: (units, inputs, m, ...arrays) => {
      count += units * inputs * m;
      float64Kernel.affine(units, inputs, m, ...arrays);
    },
    affineGradients: (units, inputs, m, ...arrays) => {
      count += units * inputs * m;
      float64Kernel.affineGradients(units, inputs, m, ...arrays);
    },
  };
  const activations = sizes.slice(1).map(() => 'tanh' as const);
  const network = new Network({ sizes, activations, loss: 'squaredError' }, kernel);
  network.forward(Matrix.zeros(sizes[0]!, 1));
  const forward = count;
  network.backward(Matrix.zeros(sizes.at(-1)!, 1));
  const parameters = network.parameters.reduce((sum, { value }) => sum + value.data.length, 0);
  return { sizes, forward, backward: count - forward, parameters };
}
