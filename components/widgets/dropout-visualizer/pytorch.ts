import { pythonList, pythonNumber } from '@components/figure/python';
import { parameters, type State, units, x, y } from './model';

/** One mask, all masks and the test output in PyTorch, double precision. */
export function pytorch(state: State, drawn: number): string {
  const on = Array.from({ length: units }, (_, k) => 1 - (((drawn ^ state.hand) >> k) & 1));
  const inverted = state.form === 'inverted';
  const end = state.output === 'sigmoid' ? 'torch.sigmoid(z)' : 'z';
  return `import itertools
import torch
torch.set_default_dtype(torch.float64)

p = ${pythonNumber(state.rate)}
x, y = torch.tensor(${pythonList(x)}), ${pythonNumber(y)}
W1 = torch.tensor(${pythonList(parameters.W1)})
b1 = torch.tensor(${pythonList(parameters.b1)})
W2 = torch.tensor(${pythonList(parameters.W2)})
b2 = torch.tensor(${pythonList(parameters.b2)})

def output(a, factor):
    z = W2 @ (a * factor) + b2
    return ${end}

a = torch.relu(W1 @ x + b1).requires_grad_()
training, test = ${inverted ? '1 / (1 - p), 1.0' : '1.0, 1 - p'}

# The mask of the figure: 1 is on, 0 is off.
mask = torch.tensor(${pythonList(on)})
out = output(a, mask * training)
((out - y) ** 2 / 2).sum().backward()
print("output", out.item())
print("gradient", a.grad.tolist())

# All masks, each with its probability.
mean = 0.0
for bits in itertools.product([0.0, 1.0], repeat=${units}):
    probability = 1.0
    for bit in bits:
        probability *= 1 - p if bit else p
    mean += probability * output(a, torch.tensor(bits) * training).item()
print("mean", mean)
print("test", output(a, torch.full((${units},), test)).item())
`;
}
