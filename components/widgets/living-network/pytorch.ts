import { pythonList, pythonNumber } from '@components/figure/python';
import { alpha, type State } from './model';

/** The present network in PyTorch: prints the loss, every gradient, and the loss after a step. */
export function pytorch({ x, y, W1, b1, W2, b2 }: State): string {
  const column = (values: readonly number[]) => pythonList(values.map((value) => [value]));
  return `import torch
torch.set_default_dtype(torch.float64)

x = torch.tensor(${column(x)})
y = torch.tensor([[${pythonNumber(y)}]])
W1 = torch.tensor(${pythonList(W1)}, requires_grad=True)
b1 = torch.tensor(${column(b1)}, requires_grad=True)
W2 = torch.tensor(${pythonList(W2)}, requires_grad=True)
b2 = torch.tensor(${column(b2)}, requires_grad=True)

def loss():
    a1 = torch.tanh(W1 @ x + b1)
    a2 = torch.sigmoid(W2 @ a1 + b2)
    return ((a2 - y) ** 2).sum() / 2

before = loss()
before.backward()
print("loss", before.item())
print("dW1", W1.grad.tolist())
print("dW2", W2.grad.tolist())
with torch.no_grad():
    for p in [W1, b1, W2, b2]:
        p -= ${pythonNumber(alpha)} * p.grad
print("loss after one step", loss().item())
`;
}
