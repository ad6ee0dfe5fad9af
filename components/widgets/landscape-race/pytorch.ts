import { pythonNumber } from '@components/figure/python';
import { type RacerName, racers, type State } from './model';
import { surfaces } from './surfaces';

const optimisers: Record<RacerName, string> = {
  sgd: 'torch.optim.SGD([p], lr=alpha)',
  momentum: 'torch.optim.SGD([p], lr=alpha, momentum=0.9)',
  nesterov: 'torch.optim.SGD([p], lr=alpha, momentum=0.9, nesterov=True)',
  adagrad: 'torch.optim.Adagrad([p], lr=adaptive)',
  rmsprop: 'torch.optim.RMSprop([p], lr=adaptive, alpha=0.9)',
  adam: 'torch.optim.Adam([p], lr=adaptive)',
};

/** The same race in PyTorch, double precision: prints where each is at the step shown. */
export function pytorch({ surface, x, y, alpha, adaptive, field, step }: State): string {
  const entries = racers
    .filter(({ name }) => field.includes(name))
    .map(({ name }) => `    "${name}": lambda p: ${optimisers[name]},\n`);
  return `import torch
torch.set_default_dtype(torch.float64)

def loss(x, y):
    return ${surfaces[surface].python}

alpha, adaptive = ${pythonNumber(alpha)}, ${pythonNumber(adaptive)}
racers = {
${entries.join('')}}
for name, optimiser_of in racers.items():
    p = torch.tensor([${pythonNumber(x)}, ${pythonNumber(y)}], requires_grad=True)
    optimiser = optimiser_of(p)
    for _ in range(${step}):
        # One that left the map stays where it was seen last.
        before = p.detach().clone()
        optimiser.zero_grad()
        loss(*p).backward()
        optimiser.step()
        if not p.detach().norm() < 1e3:
            p = before
            break
    print(name, *p.tolist(), loss(*p).item())
`;
}
