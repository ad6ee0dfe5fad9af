"""What the reference scripts share: double precision, one seed, one way of writing JSON."""

import json
import platform
from pathlib import Path

import torch

SEED = 20261125
torch.set_default_dtype(torch.float64)
HERE = Path(__file__).parent


def numbers(tensor):
    """Nested lists; repr of a double reads back as the same double."""
    return tensor.detach().tolist()


def columns(tensor):
    """A PyTorch batch (one row per sample) as the book writes it: one column per sample."""
    return tensor.detach().T.tolist()


def generator():
    return torch.Generator().manual_seed(SEED)


def write(name, content):
    """Writes NAME.json beside this file, with what made it."""
    made_by = {"torch": torch.__version__, "python": platform.python_version(), "seed": SEED}
    path = HERE / f"{name}.json"
    path.write_text(json.dumps({"madeBy": made_by, **content}, allow_nan=False) + "\n")
    print(f"{path.name}: {path.stat().st_size} bytes")
