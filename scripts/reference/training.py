"""A whole training: batch normalisation, L2, clipping, Adam and a schedule together, in mini-batches."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from common import columns, generator, numbers, write

M, BATCH, EPOCHS, LAMBDA = 22, 8, 4, 0.1
random = generator()
x = torch.randn(M, 3, generator=random)
labels = torch.randint(0, 3, (M,), generator=random)
held_x = torch.randn(10, 3, generator=random)
held_labels = torch.randint(0, 3, (10,), generator=random)

dense1, norm, dense2, dense3 = nn.Linear(3, 5), nn.BatchNorm1d(5), nn.Linear(5, 4), nn.Linear(4, 3)
net = nn.Sequential(dense1, norm, nn.Tanh(), dense2, nn.ReLU(), dense3)
with torch.no_grad():
    for p in net.parameters():
        p.copy_(0.8 * torch.randn(*p.shape, generator=random))


def learned():
    """By the book's names."""
    return {
        **{f"W{l}": numbers(d.weight) for l, d in enumerate([dense1, dense2, dense3], 1)},
        **{f"b{l}": numbers(d.bias) for l, d in enumerate([dense1, dense2, dense3], 1)},
        "gamma1": numbers(norm.weight),
        "beta1": numbers(norm.bias),
        "runningMean1": numbers(norm.running_mean),
        "runningVariance1": numbers(norm.running_var),
    }


start = learned()
steps = EPOCHS * -(-M // BATCH)
optimiser = torch.optim.Adam(net.parameters(), lr=0.05, betas=(0.9, 0.99), eps=1e-8)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, T_max=steps, eta_min=0.001)
losses, penalties, norms, correct, held = [], [], [], [], []
for _ in range(EPOCHS):
    net.train()
    for i in range(0, M, BATCH):
        optimiser.zero_grad()
        logits = net(x[i : i + BATCH])
        loss = F.cross_entropy(logits, labels[i : i + BATCH])
        penalty = LAMBDA / 2 * sum((d.weight**2).sum() for d in [dense1, dense2, dense3])
        (loss + penalty).backward()
        norms.append(nn.utils.clip_grad_norm_(net.parameters(), 0.8).item())
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
        penalties.append(penalty.item())
        correct.append((logits.argmax(1) == labels[i : i + BATCH]).double().mean().item())
    net.eval()
    held.append(F.cross_entropy(net(held_x), held_labels).item())

write(
    "training",
    {
        "x": columns(x),
        "y": columns(F.one_hot(labels, 3).double()),
        "heldX": columns(held_x),
        "heldY": columns(F.one_hot(held_labels, 3).double()),
        "start": start,
        "losses": losses,
        "penalties": penalties,
        "gradientNorms": norms,
        "accuracies": correct,
        "heldLosses": held,
        "end": learned(),
    },
)
