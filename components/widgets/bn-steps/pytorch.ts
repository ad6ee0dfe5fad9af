import { pythonList, pythonNumber } from '@components/figure/python';
import { earlier, type State } from './model';

/** The same layer in PyTorch, double precision, after the same earlier batches. */
export function pytorch(state: State): string {
  const before = earlier(state);
  return `import torch
torch.set_default_dtype(torch.float64)

z = torch.tensor(${pythonList(state.z)}).reshape(-1, 1)  # a row for each sample
norm = torch.nn.BatchNorm1d(1, eps=1e-5, momentum=0.1)
with torch.no_grad():
    norm.weight.fill_(${pythonNumber(state.gamma)})
    norm.bias.fill_(${pythonNumber(state.beta)})

# The batches that came before.
for batch in ${before.length === 0 ? '[]' : `[\n${before.map((batch) => `    ${pythonList(batch)},`).join('\n')}\n]`}:
    norm(torch.tensor(batch).reshape(-1, 1))
print("running", [norm.running_mean.item(), norm.running_var.item()])

norm.${state.mode === 'training' ? 'train()' : 'eval()'}
print("out", norm(z).flatten().tolist())
`;
}
