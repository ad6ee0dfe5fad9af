import { pythonNumber } from '@components/figure/python';
import type { State } from './model';

/** Both losses of the unit in PyTorch, double precision: prints them and their slopes by z. */
export const pytorch = ({ z }: State): string => `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

y = torch.tensor(1.0)
z = torch.tensor(${pythonNumber(z)}, requires_grad=True)

def show(name, loss):
    (slope,) = torch.autograd.grad(loss, z)
    print(name, "loss", loss.item(), "dL/dz", slope.item())

show("cross-entropy", F.binary_cross_entropy_with_logits(z, y))
show("squared error", (torch.sigmoid(z) - y) ** 2 / 2)
`;
