"""Write torch.json: the paths that PyTorch's optimizers take from w = 1, in float64.

    python tests/golden/make_torch.py

Run it where PyTorch 2.13 is installed; the default suite reads the file.
"""

import json
from pathlib import Path

import torch

GRADIENTS = [3.0, -1.0, 2.0, 1e-2, 5.0]
OPTIMIZERS = {
    "sgd": lambda w: torch.optim.SGD([w], 0.1),
    "momentum": lambda w: torch.optim.SGD([w], 0.1, momentum=0.9),
    "nesterov": lambda w: torch.optim.SGD([w], 0.1, momentum=0.9, nesterov=True),
    "adagrad": lambda w: torch.optim.Adagrad([w], 0.1, eps=1e-2),
    "adadelta": lambda w: torch.optim.Adadelta([w], 0.1, rho=0.9, eps=1e-2),
    "rmsprop": lambda w: torch.optim.RMSprop([w], 0.1, alpha=0.9, eps=1e-2),
    "adam": lambda w: torch.optim.Adam([w], 0.1, eps=1e-2),
}


def path(make):
    """The weight after each step."""
    w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
    optimizer, seen = make(w), []
    for gradient in GRADIENTS:
        w.grad = torch.tensor([gradient], dtype=torch.float64)
        optimizer.step()
        seen.append(w.item())
    return seen


def main():
    """Write the file."""
    found = {"gradients": GRADIENTS} | {name: path(make) for name, make in OPTIMIZERS.items()}
    text = json.dumps(found, indent=1)
    Path(__file__).with_name("torch.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
