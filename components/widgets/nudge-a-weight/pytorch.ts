import { pythonList, pythonNumber } from '@components/figure/python';
import { example, nudgeable, type State } from './model';

/** The same nudge in PyTorch, double precision: prints both quotients and the gradient. */
export function pytorch({ weight, value, exponent }: State): string {
  const { name, layer, index } = nudgeable[weight]!;
  const [row = 1, column = 1] = [...index].map(Number);
  const parameter = `${name}${layer}`;
  const place = name === 'W' ? `${row - 1}, ${column - 1}` : `${row - 1}, 0`;
  return `import torch
torch.set_default_dtype(torch.float64)

x = torch.tensor(${pythonList(example.x.map((n) => [n]))})
y = torch.tensor(${pythonList(example.y.map((n) => [n]))})
W1 = torch.tensor(${pythonList(example.W1)})
b1 = torch.tensor(${pythonList(example.b1.map((n) => [n]))})
W2 = torch.tensor(${pythonList(example.W2)})
b2 = torch.tensor(${pythonList(example.b2.map((n) => [n]))})
${parameter}[${place}] = ${pythonNumber(value)}
${parameter}.requires_grad_()

def loss():
    a1 = torch.tanh(W1 @ x + b1)
    a2 = torch.sigmoid(W2 @ a1 + b2)
    return ((a2 - y) ** 2).sum() / 2

loss().backward()
gradient = ${parameter}.grad[${place}].item()

def at(theta):
    with torch.no_grad():
        ${parameter}[${place}] = theta
        return loss().item()

eps = ${pythonNumber(10 ** exponent)}
theta = ${pythonNumber(value)}
print("backprop ", gradient)
print("one-sided", (at(theta + eps) - at(theta)) / eps)
print("two-sided", (at(theta + eps) - at(theta - eps)) / (2 * eps))
`;
}
