"""50 steps of every optimiser that PyTorch has, and of every schedule, on one small fixed problem.

The problem, L(θ) = Σ_i c_i θ_i² / 2 + 0.1 cos(3 θ_1 θ_2) + 0.2 sin θ_3, is curved unevenly (c from 0.1 to 8)
and couples its coordinates; the test computes its gradient by itself.
"""

import math

import torch
from torch.optim import lr_scheduler as schedules

from common import numbers, write

STEPS = 50
START = [1.5, -0.7, 2.0, -1.2]
CURVATURE = [0.1, 8.0, 1.0, 2.5]


def loss(theta):
    c = torch.tensor(CURVATURE)
    return (c * theta**2).sum() / 2 + 0.1 * torch.cos(3 * theta[0] * theta[1]) + 0.2 * torch.sin(theta[2])


def trajectory(make_optimiser, make_schedule=None):
    theta = torch.tensor(START, requires_grad=True)
    optimiser = make_optimiser([theta])
    schedule = make_schedule(optimiser) if make_schedule else None
    path, rates = [], []
    for _ in range(STEPS):
        optimiser.zero_grad()
        loss(theta).backward()
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        if schedule:
            schedule.step()
        path.append(numbers(theta))
    return {"theta": path, "rates": rates}


O = torch.optim
OPTIMISERS = {
    "sgd": lambda p: O.SGD(p, lr=0.1),
    "sgdL2": lambda p: O.SGD(p, lr=0.1, weight_decay=0.3),
    "momentum": lambda p: O.SGD(p, lr=0.05, momentum=0.8),
    "nesterov": lambda p: O.SGD(p, lr=0.05, momentum=0.8, nesterov=True),
    "adagrad": lambda p: O.Adagrad(p, lr=0.3, eps=1e-10),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.02, alpha=0.9, eps=1e-8),
    "adam": lambda p: O.Adam(p, lr=0.1, betas=(0.9, 0.99), eps=1e-8),
    "adamL2": lambda p: O.Adam(p, lr=0.1, betas=(0.9, 0.99), eps=1e-8, weight_decay=0.3),
    "adamw": lambda p: O.AdamW(p, lr=0.1, betas=(0.9, 0.99), eps=1e-8, weight_decay=0.3),
}
SCHEDULES = {
    "step": lambda o: schedules.StepLR(o, step_size=10, gamma=0.5),
    "exponential": lambda o: schedules.ExponentialLR(o, gamma=0.93),
    "cosine": lambda o: schedules.CosineAnnealingLR(o, T_max=STEPS, eta_min=0.01),
    # Linear warm-up over 10 steps, then constant; and then cosine to 0 at step 50.
    "warmup": lambda o: schedules.LambdaLR(o, lambda t: min(1, (t + 1) / 10)),
    "warmupCosine": lambda o: schedules.LambdaLR(
        o, lambda t: (t + 1) / 10 if t < 10 else (1 + math.cos(math.pi * (t - 10) / 40)) / 2
    ),
}


def clipped(make):
    theta = torch.tensor(START, requires_grad=True)
    path = []
    optimiser = O.SGD([theta], lr=0.1)
    for _ in range(STEPS):
        optimiser.zero_grad()
        loss(theta).backward()
        make([theta])
        optimiser.step()
        path.append(numbers(theta))
    return {"theta": path}


clip = torch.nn.utils
write(
    "optimisers",
    {
        "start": START,
        "curvature": CURVATURE,
        "optimisers": {name: trajectory(make) for name, make in OPTIMISERS.items()},
        "schedules": {name: trajectory(lambda p: O.SGD(p, lr=0.1), s) for name, s in SCHEDULES.items()},
        "clipping": {
            "value": clipped(lambda p: clip.clip_grad_value_(p, 0.5)),
            "norm": clipped(lambda p: clip.clip_grad_norm_(p, 0.5)),
        },
    },
)
