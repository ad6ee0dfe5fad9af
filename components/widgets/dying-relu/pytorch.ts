import { pythonList, pythonNumber } from '@components/figure/python';
import { data, type State, shiftedFrom, start, usualRate } from './model';

/** The same two runs in PyTorch up to the present step: w, b, both gradients and the loss. */
export function pytorch({ firstRate, at, kappa, shift }: State): string {
  return `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

x = torch.tensor(${pythonList(data.x)})
y = torch.tensor(${pythonList(data.y)})

def run(name, f):
    w = torch.tensor(${pythonNumber(start.w)}, requires_grad=True)
    b = torch.tensor(${pythonNumber(start.b)}, requires_grad=True)
    for step in range(${at + 1}):
        inputs = x + (${pythonNumber(shift)} if step >= ${shiftedFrom} else 0.0)
        loss = ((f(w * inputs + b) - y) ** 2 / 2).mean()
        dw, db = torch.autograd.grad(loss, (w, b))
        if step == ${at}:
            print(name, w.item(), b.item(), dw.item(), db.item(), loss.item())
        rate = ${pythonNumber(firstRate)} if step == 0 else ${pythonNumber(usualRate)}
        with torch.no_grad():
            w -= rate * dw
            b -= rate * db

run("ReLU", torch.relu)
run("Leaky ReLU", lambda z: F.leaky_relu(z, ${pythonNumber(kappa)}))
`;
}
