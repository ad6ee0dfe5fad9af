import { pythonList, pythonNumber } from '@components/figure/python';
import { begin, depth, type State } from './model';

const functions: Record<State['f'], string> = {
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  relu: 'torch.relu',
};

/** Both networks, their data and updates in PyTorch, double precision. */
export function pytorch(state: State): string {
  const { network, X, Y } = begin(state, true);
  const weights = Array.from({ length: network.L }, (_, i) => network.layer(i + 1).W.toRows());
  return `import torch
torch.set_default_dtype(torch.float64)

# ${X.cols} samples, one a row; frameworks have rows where the book has columns.
X = torch.tensor(${pythonList(X.toRows())}).T
Y = torch.tensor(${pythonList(Y.toRows())}).T
start = [
${weights.map((W) => `    ${pythonList(W)},`).join('\n')}
]
alpha, updates = ${pythonNumber(state.alpha)}, ${state.step}
layer, unit = ${state.layer - 1}, ${state.unit - 1}  # counted from 0 here

def train(normalised):
    W = [torch.tensor(w, requires_grad=True) for w in start]
    b = [torch.zeros(len(w), requires_grad=True) for w in W]
    norms = [torch.nn.BatchNorm1d(len(w)) if normalised else torch.nn.Identity() for w in W[:${depth}]]
    parameters = W + b + [p for norm in norms for p in norm.parameters()]
    for n in range(updates + 1):
        a = X
        for l in range(${depth}):
            z = norms[l](a @ W[l].T + b[l])
            if l == layer:
                seen = z[:, unit]
            a = ${functions[state.f]}(z)
        logits = a @ W[-1].T + b[-1]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, Y)
        if n == updates:
            return [loss.item(), seen.mean().item(), seen.std(unbiased=False).item()]
        for one in parameters:
            one.grad = None
        loss.backward()
        with torch.no_grad():
            for one in parameters:
                one -= alpha * one.grad

print("without", train(False))
print("with", train(True))
`;
}
