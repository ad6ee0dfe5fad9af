"""Every activation: value and derivative at chosen and random points; softmax with its Jacobian."""

import torch
import torch.nn.functional as F

from common import generator, numbers, write

FUNCTIONS = {
    "identity": lambda z: z * 1,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leakyRelu": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    "gelu": F.gelu,
    "silu": F.silu,
}
# 0 is ReLU's corner; the large ones overflow where e^z is written carelessly.
CHOSEN = [0.0, 1e-12, -1e-12, 0.5, -0.5, 3.0, -3.0, 6.5, -6.5, 30.0, -30.0, 1000.0, -1000.0, 1e4, -1e4]


def elementwise(f, points):
    z = points.clone().requires_grad_()
    a = f(z)
    a.sum().backward()
    return {"value": numbers(a), "derivative": numbers(z.grad)}


def softmax(z):
    jacobian = torch.autograd.functional.jacobian(lambda t: torch.softmax(t, 0), z)
    return {"z": numbers(z), "value": numbers(torch.softmax(z, 0)), "jacobian": numbers(jacobian)}


random = generator()
points = torch.cat([torch.tensor(CHOSEN), 4 * torch.randn(40, generator=random)])
vectors = [scale * torch.randn(n, generator=random) for n, scale in [(1, 1), (2, 1), (3, 5), (6, 20)]]
vectors.append(torch.tensor([1e4, -1e4, 9999.0]))
write(
    "activations",
    {
        "points": numbers(points),
        "elementwise": {name: elementwise(f, points) for name, f in FUNCTIONS.items()},
        "softmax": [softmax(z) for z in vectors],
    },
)
