"""Every layer: forward, and the gradients of input and parameters for a weighted sum of its output.

A weighted sum, with random weights G = ∂L/∂y: the plain sum of a normalisation's output is constant,
and its gradient zero whatever the formula.
"""

import torch
import torch.nn as nn

from common import columns, generator, numbers, write

random = generator()


def normal(*shape):
    return torch.randn(*shape, generator=random)


def fill(module):
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(normal(*p.shape))
    return module


def run(f, m, n_in, n_out, parameters):
    """The gradients of parameters are means over the batch, as in the book."""
    x = normal(m, n_in).mul(2).add(1).requires_grad_()
    g = normal(m, n_out)
    y = f(x)
    for p in parameters.values():
        p.grad = None
    (y * g).sum().backward()
    return {
        "x": columns(x),
        "y": columns(y),
        "dy": columns(g),
        "dx": columns(x.grad),
        "parameters": {name: numbers(p) for name, p in parameters.items()},
        "gradients": {name: numbers(p.grad / m) for name, p in parameters.items()},
    }


def dense(m, n_in, n_out):
    layer = fill(nn.Linear(n_in, n_out))
    return run(layer, m, n_in, n_out, {"W": layer.weight, "b": layer.bias})


def dropout(form, rate, m, n):
    """PyTorch draws its own masks; here a given one, so that both sides drop the same units."""
    on = (torch.rand(m, n, generator=random) >= rate).double()
    mask = on / (1 - rate) if form == "inverted" else on
    training = run(lambda x: x * mask, m, n, n, {})
    factor = 1 if form == "inverted" else 1 - rate
    testing = run(lambda x: x * factor, m, n, n, {})
    mask = columns(mask)
    return {"form": form, "rate": rate, "mask": mask, "training": training, "testing": testing}


def own_dropout(rate, m, n):
    """nn.Dropout itself: the mask that it drew is read off its output for ones."""
    torch.manual_seed(7)
    mask = nn.functional.dropout(torch.ones(m, n), rate)
    torch.manual_seed(7)
    training = run(nn.Dropout(rate), m, n, n, {})
    testing = run(nn.Dropout(rate).eval(), m, n, n, {})
    mask = columns(mask)
    return {"form": "inverted", "rate": rate, "mask": mask, "training": training, "testing": testing}


def batch_norm(m, n, epsilon, momentum):
    """Three batches in training, then one in inference with the statistics that they left."""
    layer = fill(nn.BatchNorm1d(n, eps=epsilon, momentum=momentum))
    parameters = {"gamma": layer.weight, "beta": layer.bias}
    batches = []
    for _ in range(3):
        batch = run(layer, m, n, n, parameters)
        batch["runningMean"] = numbers(layer.running_mean)
        batch["runningVariance"] = numbers(layer.running_var)
        batches.append(batch)
    layer.eval()
    inference = run(layer, m, n, n, parameters)
    return {"epsilon": epsilon, "momentum": momentum, "batches": batches, "inference": inference}


def layer_norm(m, n, epsilon):
    layer = fill(nn.LayerNorm(n, eps=epsilon))
    return {"epsilon": epsilon, **run(layer, m, n, n, {"gamma": layer.weight, "beta": layer.bias})}


write(
    "layers",
    {
        "dense": [dense(*size) for size in [(1, 3, 2), (5, 4, 3), (7, 1, 6)]],
        "dropout": [
            dropout("inverted", 0.2, 4, 5),
            dropout("classic", 0.3, 4, 5),
            own_dropout(0.4, 6, 5),
        ],
        "batchNorm": [batch_norm(6, 4, 1e-5, 0.1), batch_norm(3, 2, 0.01, 0.7)],
        "layerNorm": [layer_norm(4, 5, 1e-5), layer_norm(3, 2, 0.05)],
    },
)
