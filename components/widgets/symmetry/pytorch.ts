import { pythonList, pythonNumber } from '@components/figure/python';
import { alpha, nudgeOf, perFrame, type State, startOf, units, X, Y } from './model';

/** The same training in PyTorch, double precision: prints weights and loss at the present step. */
export function pytorch(state: State): string {
  const { W1, W2 } = startOf(state);
  const nudges = state.nudges
    .map((at, j) => {
      const { input, by } = nudgeOf(j, state.size);
      return `(${at}, ${j}, ${input}, ${pythonNumber(by)})`;
    })
    .join(', ');
  return `import torch
torch.set_default_dtype(torch.float64)

X = torch.tensor(${pythonList(X.toRows())})
Y = torch.tensor(${pythonList(Y.toRows())})
W1 = torch.tensor(${pythonList(W1)}, requires_grad=True)
b1 = torch.zeros(${units}, 1, requires_grad=True)
W2 = torch.tensor(${pythonList([W2])}, requires_grad=True)
b2 = torch.zeros(1, 1, requires_grad=True)
nudges = [${nudges}]  # step, unit, input, by how much

for step in range(${state.frame * perFrame + 1}):
    with torch.no_grad():
        for at, unit, k, by in nudges:
            if at == step:
                W1[unit, k] += by
    a1 = torch.tanh(W1 @ X + b1)
    a2 = torch.sigmoid(W2 @ a1 + b2)
    loss = ((a2 - Y) ** 2).sum(0).mean() / 2
    if step == ${state.frame * perFrame}:
        break
    gradients = torch.autograd.grad(loss, (W1, b1, W2, b2))
    with torch.no_grad():
        for p, g in zip((W1, b1, W2, b2), gradients):
            p -= ${alpha} * g

print("loss", loss.item())
print("W1", W1.tolist())
print("W2", W2.tolist())
`;
}
