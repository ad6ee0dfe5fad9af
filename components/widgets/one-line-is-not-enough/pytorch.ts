import { pythonList, pythonNumber } from '@components/figure/python';
import { model } from './model';
import type { State } from './state';

/** The present line or network in PyTorch: prints the sum at every point, and how many are wrong. */
export function pytorch(state: State): string {
  const { points, line, layers } = model(state);
  const column = (values: readonly number[]) => pythonList(values.map((value) => [value]));
  const single = line
    ? `W = torch.tensor(${pythonList([line.W])})
b = torch.tensor([[${pythonNumber(line.b)}]])
z = W @ x + b
`
    : '';
  const network = (layers ?? [])
    .map(
      ({ W, b }, i) => `W${i + 1} = torch.tensor(${pythonList(W)})
b${i + 1} = torch.tensor(${column(b)})
`,
    )
    .join('');
  return `import torch
torch.set_default_dtype(torch.float64)

# One column a sample.
x = torch.tensor(${pythonList([points.map(({ at }) => at[0]), points.map(({ at }) => at[1])])})
y = torch.tensor(${pythonList([points.map(({ y }) => y)])})
${single}${network}${
  layers
    ? `a1 = torch.sigmoid(W1 @ x + b1)
z = W2 @ a1 + b2
`
    : ''
}print("z", z.flatten().tolist())
print("wrong", ((z > 0) != (y == 1)).sum().item())
`;
}
