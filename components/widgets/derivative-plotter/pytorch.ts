import { pythonNumber } from '@components/figure/python';
import { type FunctionName, type State, shown } from './model';

/** Each function as PyTorch writes it. */
const call: Record<FunctionName, (state: State) => string> = {
  sigmoid: () => 'torch.sigmoid(z)',
  tanh: () => 'torch.tanh(z)',
  // torch.relu takes 0 as its slope at 0; where() passes the other convention on.
  relu: ({ atZero }) =>
    atZero === 1 ? 'torch.where(z >= 0, z, torch.zeros_like(z))' : 'torch.relu(z)',
  leakyRelu: ({ kappa }) => `F.leaky_relu(z, ${pythonNumber(kappa)})`,
  elu: () => 'F.elu(z)',
  gelu: () => 'F.gelu(z)',
  silu: () => 'F.silu(z)',
};

/** Values and slopes by PyTorch's own differentiation, one line for each function. */
export function pytorch(state: State): string {
  const lines = shown(state).map((name) => `show("${name}", lambda z: ${call[name](state)})`);
  return `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

def show(name, f):
    z = torch.tensor(${pythonNumber(state.z)}, requires_grad=True)
    a = f(z)
    a.backward()
    print(name, a.item(), z.grad.item())

${lines.join('\n')}
`;
}
