import { pythonList, pythonNumber } from '@components/figure/python';
import { gradients, type State, start } from './model';

const corrected = `optimiser = torch.optim.Adam([theta], lr=alpha, betas=(beta1, beta2), eps=1e-8)
for g in gradients:
    theta.grad = torch.tensor([g])
    optimiser.step()
state = optimiser.state[theta]
m, v = state["exp_avg"], state["exp_avg_sq"]
`;
const plain = `# PyTorch's Adam always corrects, so this is written out.
m, v = torch.zeros(1), torch.zeros(1)
for g in gradients:
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    with torch.no_grad():
        theta -= alpha * m / (v.sqrt() + 1e-8)
`;

/** The same steps in PyTorch, double precision, up to the one that is looked at. */
export function pytorch(state: State): string {
  const { alpha, beta1, beta2, t } = state;
  return `import torch
torch.set_default_dtype(torch.float64)

theta = torch.tensor([${pythonNumber(start)}], requires_grad=True)
gradients = ${pythonList(gradients(state).slice(0, t))}
alpha, beta1, beta2 = ${pythonList([alpha, beta1, beta2]).slice(1, -1)}

${state.corrected ? corrected : plain}
print("theta", theta.item())
print("m", m.item())
print("v", v.item())
`;
}
