import { pythonList, pythonNumber } from '@components/figure/python';
import type { State } from './model';

/** Probabilities and their Jacobian by PyTorch's own differentiation. */
export function pytorch({ z, logT, c }: State): string {
  return `import torch
torch.set_default_dtype(torch.float64)

z = torch.tensor(${pythonList(z)})
T = ${pythonNumber(10 ** logT)}
c = ${pythonNumber(c)}

def a(z):
    return torch.softmax((z + c) / T, dim=0)

print("a", a(z).tolist())
for row in torch.autograd.functional.jacobian(a, z):
    print("J", row.tolist())
`;
}
