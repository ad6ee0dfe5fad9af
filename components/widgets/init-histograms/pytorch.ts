import { pythonNumber } from '@components/figure/python';
import { depth, type State, samples, sizes } from './model';

/** How a weight is drawn, in Python. */
function drawing({ kind, sigma, value }: State): string {
  switch (kind) {
    case 'constant':
      return pythonNumber(value);
    case 'normal':
      return `r.normal(0.0, ${pythonNumber(10 ** sigma)})`;
    case 'xavier':
      return 'r.uniform(-(6 / (n_in + n_out)) ** 0.5, (6 / (n_in + n_out)) ** 0.5)';
    case 'he':
      return 'r.normal(0.0, (2 / n_in) ** 0.5)';
  }
}

/**
 * The same network in PyTorch, double precision, with this book's random numbers (random.ts) written
 * out, so that every weight is the same; prints log₁₀ of the standard deviations in the figure.
 */
export function pytorch(state: State): string {
  const f = { tanh: 'torch.tanh', relu: 'torch.relu', sigmoid: 'torch.sigmoid' }[state.f];
  return `import math, torch
torch.set_default_dtype(torch.float64)
M = 0xFFFFFFFF

class Random:  # sfc32, seeded by a text: the generator of this book
    def __init__(self, text):
        h = 0x811C9DC5
        for c in text:
            h = ((h ^ ord(c)) * 16777619) & M
        words = []
        for _ in range(3):
            h = (h + 0x9E3779B9) & M
            w = ((h ^ (h >> 16)) * 0x85EBCA6B) & M
            w = ((w ^ (w >> 13)) * 0xC2B2AE35) & M
            words.append(w ^ (w >> 16))
        self.a, self.b, self.c = words
        self.n, self.spare = 1, None
        for _ in range(12):
            self.bits()

    def bits(self):
        t = (self.a + self.b + self.n) & M
        self.n = (self.n + 1) & M
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & M
        self.c = ((((self.c << 21) | (self.c >> 11)) & M) + t) & M
        return t

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * (((self.bits() >> 5) * 2**26 + (self.bits() >> 6)) / 2**53)

    def normal(self, mean=0.0, sigma=1.0):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return mean + sigma * value
        s = 0.0
        while s >= 1 or s == 0:
            u, v = self.uniform(-1, 1), self.uniform(-1, 1)
            s = u * u + v * v
        factor = math.sqrt(-2 * math.log(s) / s)
        self.spare = v * factor
        return mean + sigma * (u * factor)

    def split(self, name):
        return Random(f"{self.a},{self.b},{self.c},{self.n}/{name}")

def matrix(rows, cols, draw):
    return torch.tensor([[draw() for _ in range(cols)] for _ in range(rows)])

random = Random("${state.seed}")
sizes = ${JSON.stringify(sizes)}
weights = random.split("weights")
W = []
for l in range(1, ${depth + 1}):
    n_in, n_out = sizes[l - 1], sizes[l]
    r = weights.split(f"W{l}")
    W.append(matrix(n_out, n_in, lambda: ${drawing(state)}))
X = matrix(sizes[0], ${samples}, random.split("inputs").normal)
G = matrix(sizes[-1], ${samples}, random.split("signal").normal)

a, zs, activations = X, [], []
for Wl in W:
    z = (Wl @ a).requires_grad_()
    a = ${f}(z)
    zs.append(z)
    activations.append(a)
deltas = torch.autograd.grad((G * a).sum(), zs)

def log_std(t):
    return torch.log10(t.std(unbiased=False)).item()

print("log10 std of a", [log_std(t) for t in activations])
print("log10 std of delta", [log_std(t) for t in deltas])
`;
}
