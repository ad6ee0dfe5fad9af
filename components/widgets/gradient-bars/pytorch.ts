import { pythonList } from '@components/figure/python';
import type { PairName, State } from './model';

const losses: Record<PairName, string> = {
  softmax: 'a = torch.softmax(z, 0)\nloss = F.cross_entropy(z[None], y[None], reduction="sum")',
  note: 'a = torch.sigmoid(z)\nloss = -(y * F.logsigmoid(z)).sum()',
  binary: 'a = torch.sigmoid(z)\nloss = F.binary_cross_entropy_with_logits(z, y, reduction="sum")',
};

/** The same output layer in PyTorch, double precision: prints both losses and both gradients. */
export const pytorch = ({ z, target, pair }: State): string => `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

z = torch.tensor(${pythonList(z)}, requires_grad=True)
y = torch.tensor(${pythonList(z.map((_, j) => (j === target ? 1 : 0)))})

${losses[pair]}
squared = ((a - y) ** 2).sum() / 2

def gradient(of):
    return torch.autograd.grad(of, z, retain_graph=True)[0].tolist()

print("a", a.tolist())
print("loss", loss.item())
print("dL/dz", gradient(loss))
print("squared error", squared.item())
print("its dL/dz", gradient(squared))
`;
