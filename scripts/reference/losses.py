"""Every loss: mean over the batch, gradient of each sample's own loss."""

import torch
import torch.nn.functional as F

from common import columns, generator, write

# By the library's own function where it has one; ½Σ(a − y)² and −Σ y log σ(z) it has in parts.
LOSSES = {
    "squaredError": lambda z, y: 0.5 * F.mse_loss(z, y, reduction="sum"),
    "softmaxCrossEntropy": lambda z, y: F.cross_entropy(z, y, reduction="sum"),
    "binaryCrossEntropy": lambda z, y: F.binary_cross_entropy_with_logits(z, y, reduction="sum"),
    "sigmoidCrossEntropy": lambda z, y: -(y * F.logsigmoid(z)).sum(),
}


def case(name, m, n, scale, random):
    z = (scale * torch.randn(m, n, generator=random)).requires_grad_()
    y = torch.rand(m, n, generator=random)
    if name == "softmaxCrossEntropy":
        y = y / y.sum(1, keepdim=True)
    loss = LOSSES[name](z, y)
    loss.backward()
    return {
        "z": columns(z),
        "y": columns(y),
        "mean": loss.item() / m,
        "gradient": columns(z.grad),
    }


random = generator()
sizes = [(1, 3, 1), (5, 4, 2), (3, 2, 40), (2, 6, 300)]
write("losses", {"losses": {name: [case(name, *size, random) for size in sizes] for name in LOSSES}})
