import { pythonNumber } from '@components/figure/python';
import { type Choosable, type State, y } from './model';

const functions: Record<Choosable, string> = {
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  relu: 'torch.relu(z)',
  leakyRelu: 'torch.nn.functional.leaky_relu(z, 0.01)',
  identity: 'z',
};

/** The same chain in PyTorch, double precision: prints the output and the gradient of every weight. */
export function pytorch({ f, L, w, b, x }: State): string {
  return `import torch
torch.set_default_dtype(torch.float64)

L = ${L}
W = [torch.tensor(${pythonNumber(w)}, requires_grad=True) for _ in range(L)]
b = [torch.tensor(${pythonNumber(b)}, requires_grad=True) for _ in range(L)]

a = torch.tensor(${pythonNumber(x)})
for l in range(L):
    z = W[l] * a + b[l]
    a = ${functions[f]}

loss = (a - ${pythonNumber(y)}) ** 2 / 2
loss.backward()
print("output", a.item())
print("loss", loss.item())
print("dW", [one.grad.item() for one in W])
`;
}
