import { pythonList, pythonNumber } from '@components/figure/python';
import { alpha, begin, beta, type State } from './model';

/** The book's generator, so that the same units are off as here. */
const masks = (words: readonly (readonly number[])[], rate: number): string => `
class Random:
    """sfc32, the generator of this book: the same units are off as in the figure."""

    def __init__(self, words):
        self.a, self.b, self.c, self.counter = [int(word) & 0xFFFFFFFF for word in words]

    def uint32(self):
        total = (self.a + self.b + self.counter) & 0xFFFFFFFF
        self.counter = (self.counter + 1) & 0xFFFFFFFF
        self.a = self.b ^ (self.b >> 9)
        self.b = (self.c + (self.c << 3)) & 0xFFFFFFFF
        self.c = (((self.c << 21) | (self.c >> 11)) + total) & 0xFFFFFFFF
        return total

    def uniform(self):
        return ((self.uint32() >> 5) * 2**26 + (self.uint32() >> 6)) / 2**53

p = ${pythonNumber(rate)}
generators = [Random(words) for words in ${pythonList(words)}]

def dropped(a, l):
    rows, columns = a.shape[1], a.shape[0]
    mask = [[generators[l].uniform() >= p for _ in range(columns)] for _ in range(rows)]
    return a * torch.tensor(mask, dtype=a.dtype).T / (1 - p)
`;

/** The same network, data, masks and updates in PyTorch, double precision: prints both losses. */
export function pytorch(state: State): string {
  const { network, training, validation } = begin(state);
  const layers = Array.from({ length: network.L }, (_, i) => network.layer(i + 1));
  const words = layers.flatMap(({ dropout }) => (dropout ? [dropout.source.save().words] : []));
  const drops = words.length > 0;
  const set = ({ X, Y }: typeof training): string =>
    `(torch.tensor(${pythonList(X.toRows())}).T, torch.tensor(${pythonList(Y.toRows())}).T)`;
  return `import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)

# One sample a row; frameworks have rows where the book has columns.
training = ${set(training)}
validation = ${set(validation)}
W = [torch.tensor(w, requires_grad=True) for w in [
${layers.map(({ W }) => `    ${pythonList(W.toRows())},`).join('\n')}
]]
b = [torch.zeros(len(w), requires_grad=True) for w in W]
${drops ? masks(words, state.rate) : ''}
def loss(samples, train):
    a, y = samples
    for l in range(2):
        a = torch.relu(a @ W[l].T + b[l])
${drops ? '        if train:\n            a = dropped(a, l)\n' : ''}    return F.binary_cross_entropy_with_logits(a @ W[2].T + b[2], y)

# The book's penalty is lambda * sum of squares: weight_decay is 2 * lambda.
optimiser = torch.optim.SGD([
    {"params": W, "weight_decay": 2 * ${pythonNumber(state.lambda)}},
    {"params": b, "weight_decay": 0},
], lr=${pythonNumber(alpha)}, momentum=${pythonNumber(beta)})
for update in range(${state.step}):
    optimiser.zero_grad()
    loss(training, True).backward()
    optimiser.step()
print("training", loss(training, False).item())
print("validation", loss(validation, False).item())
print("squares", sum((w * w).sum() for w in W).item())
`;
}
