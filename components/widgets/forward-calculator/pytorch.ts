import { pythonList } from '@components/figure/python';
import type { State } from './model';

const functions = {
  sigmoid: (z: string) => `torch.sigmoid(${z})`,
  tanh: (z: string) => `torch.tanh(${z})`,
  relu: (z: string) => `torch.relu(${z})`,
  identity: (z: string) => z,
};

/** The same forward pass in PyTorch: prints z and a of both layers. */
export function pytorch({ x, W, b, f }: State): string {
  const column = (values: readonly number[]) => pythonList(values.map((value) => [value]));
  return `import torch
torch.set_default_dtype(torch.float64)

x = torch.tensor(${column(x)})
W1 = torch.tensor(${pythonList(W[0])})
b1 = torch.tensor(${column(b[0])})
W2 = torch.tensor(${pythonList(W[1])})
b2 = torch.tensor(${column(b[1])})

z1 = W1 @ x + b1
a1 = ${functions[f]('z1')}
z2 = W2 @ a1 + b2
a2 = ${functions[f]('z2')}
for name, value in [("z1", z1), ("a1", a1), ("z2", z2), ("a2", a2)]:
    print(name, value.flatten().tolist())
`;
}
