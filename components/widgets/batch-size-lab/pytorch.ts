import { pythonList, pythonNumber } from '@components/figure/python';
import { alphaOf, begin, orders, type State, sizes } from './model';

/** The same networks, data and batches in PyTorch, double precision: prints each one's loss. */
export function pytorch(state: State): string {
  const { network, X, Y } = begin(state);
  const rows = (order: readonly number[]): string => `    [${order.join(', ')}],\n`;
  const weights = [1, 2].map((l) => pythonList(network.layer(l).W.toRows()));
  const alphas = sizes.map((size) => `${size}: ${pythonNumber(alphaOf(state, size))}`);
  return `import torch
torch.set_default_dtype(torch.float64)

# ${X.cols} samples, one a row; frameworks have rows where the book has columns.
X = torch.tensor(${pythonList(X.toRows())}).T
Y = torch.tensor(${pythonList(Y.toRows())}).T
W1 = torch.tensor(${weights[0]})
W2 = torch.tensor(${weights[1]})
# The order of the samples in every epoch.
orders = [
${orders(state, state.step).map(rows).join('')}]
alphas = {${alphas.join(', ')}}

for size, alpha in alphas.items():
    parameters = [W1.clone(), torch.zeros(len(W1)), W2.clone(), torch.zeros(len(W2))]
    for one in parameters:
        one.requires_grad_()

    def loss_of(X, Y):
        W1, b1, W2, b2 = parameters
        logits = torch.tanh(X @ W1.T + b1) @ W2.T + b2
        return torch.nn.functional.binary_cross_entropy_with_logits(logits, Y)

    optimiser = torch.optim.SGD(parameters, lr=alpha)
    for order in orders:
        for which in torch.tensor(order).split(size):
            optimiser.zero_grad()
            loss_of(X[which], Y[which]).backward()
            optimiser.step()
    print("batch", size, "loss", loss_of(X, Y).item())
`;
}
