import type { State } from './model';

/** Times the functions in PyTorch, and prints the sum of the values that the times are for. */
export function pytorch({ logCount }: State): string {
  return `import sys, time, torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

n = ${Math.round(10 ** logCount)}
z = torch.linspace(-4.0, 4.0, n)
functions = {"relu": torch.relu, "leakyRelu": F.leaky_relu, "sigmoid": torch.sigmoid,
             "tanh": torch.tanh, "silu": F.silu, "elu": F.elu}
for name, f in functions.items():
    best = float("inf")
    for _ in range(7):
        start = time.perf_counter()
        a = f(z)
        best = min(best, time.perf_counter() - start)
    print(name, a.sum().item())
    print(f"  {1e9 * best / n:.2f} ns for each value", file=sys.stderr)
`;
}
