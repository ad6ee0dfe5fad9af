import { pythonList, pythonNumber } from '@components/figure/python';
import { begin, type State } from './model';

const functions: Record<State['f'], string> = {
  sigmoid: 'torch.sigmoid',
  tanh: 'torch.tanh',
  relu: 'torch.relu',
};

const clips = {
  none: '',
  value: 'torch.nn.utils.clip_grad_value_(parameters, limit)',
  norm: 'torch.nn.utils.clip_grad_norm_(parameters, limit)',
};

/** The same network, data and updates in PyTorch, double precision: prints the layers' gradients. */
export function pytorch(state: State): string {
  const { network, X, Y } = begin(state);
  const weights = Array.from({ length: network.L }, (_, i) => network.layer(i + 1).W.toRows());
  const clipping = clips[state.clipping];
  const update = [
    clipping && `    ${clipping}\n`,
    '    with torch.no_grad():\n        for one in parameters:\n            one -= alpha * one.grad\n',
  ].join('');
  return `import torch
torch.set_default_dtype(torch.float64)

# ${X.cols} samples, one a row; frameworks have rows where the book has columns.
X = torch.tensor(${pythonList(X.toRows())}).T
Y = torch.tensor(${pythonList(Y.toRows())}).T
W = [torch.tensor(w, requires_grad=True) for w in [
${weights.map((W) => `    ${pythonList(W)},`).join('\n')}
]]
b = [torch.zeros(len(w), requires_grad=True) for w in W]
parameters = W + b
alpha, limit, updates = ${pythonNumber(state.alpha)}, ${pythonNumber(state.limit)}, ${state.step}

def look():
    for one in parameters:
        one.grad = None
    a = X
    for l in range(len(W) - 1):
        a = ${functions[state.f]}(a @ W[l].T + b[l])
    logits = a @ W[-1].T + b[-1]
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, Y)
    loss.backward()
    return loss.item()

loss = look()
for _ in range(updates):
${update}    loss = look()
print("loss", loss)
print("norms", [w.grad.norm().item() for w in W])
`;
}
