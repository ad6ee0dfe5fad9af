import { pythonList, pythonNumber } from '@components/figure/python';
import { points, type State, start } from './model';

/** The three trainings in PyTorch, double precision: prints loss and weights after `at` steps. */
export function pytorch({ seed, sure, alpha, at }: State): string {
  const { X, Y } = points(seed);
  const { W, b } = start(sure);
  return `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

X = torch.tensor(${pythonList(X.toRows())})
Y = torch.tensor(${pythonList(Y.toRows())})

losses = {
    "squaredError": lambda Z: ((torch.sigmoid(Z) - Y) ** 2).sum(0).mean() / 2,
    "sigmoidCrossEntropy": lambda Z: -(Y * F.logsigmoid(Z)).sum(0).mean(),
    "binaryCrossEntropy": lambda Z: F.binary_cross_entropy_with_logits(Z, Y, reduction="none").sum(0).mean(),
}
for name, loss in losses.items():
    W = torch.tensor(${pythonList(W)}, requires_grad=True)
    b = torch.tensor(${pythonList(b.map((one) => [one]))}, requires_grad=True)
    for step in range(${at}):
        dW, db = torch.autograd.grad(loss(W @ X + b), [W, b])
        with torch.no_grad():
            W -= ${pythonNumber(alpha)} * dW
            b -= ${pythonNumber(alpha)} * db
    print(name, "loss", loss(W @ X + b).item())
    print(name, "W", W.tolist())
`;
}
