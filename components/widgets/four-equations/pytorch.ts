import { pythonList } from '@components/figure/python';
import type { State } from './state';

const functions = {
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  relu: 'torch.relu',
  identity: '',
} as const;

/** The same mini-batch in PyTorch, columns as in the book: prints Z, Δ and the gradients. */
export function pytorch({ X, Y, W1, b1, W2, b2, f1, f2 }: State): string {
  const m = X[0]!.length;
  return `import torch
torch.set_default_dtype(torch.float64)

X = torch.tensor(${pythonList(X)})
Y = torch.tensor(${pythonList(Y)})
W1 = torch.tensor(${pythonList(W1)}, requires_grad=True)
b1 = torch.tensor(${pythonList(b1)}, requires_grad=True)
W2 = torch.tensor(${pythonList(W2)}, requires_grad=True)
b2 = torch.tensor(${pythonList(b2)}, requires_grad=True)

Z1 = W1 @ X + b1
Z2 = W2 @ ${functions[f1] ? `${functions[f1]}(Z1)` : 'Z1'} + b2
A2 = ${functions[f2] ? `${functions[f2]}(Z2)` : 'Z2'}
Z1.retain_grad(); Z2.retain_grad()
loss = ((A2 - Y) ** 2).sum() / 2 / ${m}
loss.backward()

print("Z1", Z1.tolist())
print("Z2", Z2.tolist())
print("Delta1", (${m} * Z1.grad).tolist())
print("Delta2", (${m} * Z2.grad).tolist())
print("dW1", W1.grad.tolist())
print("dW2", W2.grad.tolist())
print("db1", b1.grad.flatten().tolist())
print("db2", b2.grad.flatten().tolist())
`;
}
