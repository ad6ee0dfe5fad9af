import { pythonList } from '@components/figure/python';
import type { State } from './state';

const functions: Record<State['f'], string> = {
  sigmoid: 'torch.sigmoid(z1)',
  tanh: 'torch.tanh(z1)',
  relu: 'torch.relu(z1)',
  identity: 'z1',
};

/** The present network in PyTorch: prints where the four points go, and the answers. */
export function pytorch({ W1, b1, W2, b2, f }: State): string {
  const column = (values: readonly number[]) => pythonList(values.map((value) => [value]));
  return `import torch
torch.set_default_dtype(torch.float64)

# The four points of XOR, one in each column.
x = torch.tensor([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
W1 = torch.tensor(${pythonList(W1)})
b1 = torch.tensor(${column(b1)})
W2 = torch.tensor(${pythonList(W2)})
b2 = torch.tensor(${column(b2)})

z1 = W1 @ x + b1
a1 = ${functions[f]}
a2 = torch.sigmoid(W2 @ a1 + b2)
print("a1", a1.tolist())
print("a2", a2.tolist())
`;
}
