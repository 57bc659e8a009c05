"""Feed the judge's functions with the arguments that a coverage-guided fuzzer invents.

    uv run --with atheris python tests/fuzz/callbacks.py -max_total_time=180

Every message gets a response that can be sent, or WireError; and no call takes long.
"""

import sys
import time

import atheris
import numpy as np

with atheris.instrument_imports(include=["chainrule_worker", "chainrule_grader.execution"]):
    from chainrule_grader.execution.callbacks import answer_callback
    from chainrule_worker import encoding

from chainrule_grader.judging import registry

USED = (
    "perceptron/weighted_sum",
    "gradient_descent/update",
    "backprop/dense_backward",
    "backprop/forward",
    "evaluation/confusion_matrix",
    "training/minibatches",
    "optimizers/sgd",
)
FUNCTIONS = [registry.find(identity).reference for identity in USED]
SEEDS = (
    {"op": "callback", "function": 0, "args": (np.ones((2, 3)), np.ones(3), 1.0), "options": {}},
    {"op": "callback", "function": 1, "args": (1.0, "x", 1_500_000_000), "options": {}},
    {"op": "callback", "function": 4, "args": ([0], [0], 12_000), "options": {}},
    {"op": "callback", "function": 5, "args": (np.ones(3), encoding.Seed(7)), "options": {"n": 1}},
)


def one_message(data):
    """Read header and body from the fuzzer's bytes; the first two give the header's length."""
    length = int.from_bytes(data[:2], "little")
    began = time.monotonic()
    try:
        message = encoding.decode(data[2 : 2 + length], data[2 + length :])
        if isinstance(message, dict):
            encoding.encode(answer_callback(message, FUNCTIONS))
    except encoding.WireError:
        return
    assert time.monotonic() - began < 15


def seeds(folder):
    """Write a few real messages for the fuzzer to begin with."""
    for number, message in enumerate(SEEDS):
        frame = encoding.encode(message)
        size = encoding.PREFIX.size
        header, _ = encoding.read_prefix(frame[:size])
        (folder / str(number)).write_bytes(header.to_bytes(2, "little") + frame[size:])


def main():
    """Fuzz until the time is up."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as corpus:
        seeds(Path(corpus))
        atheris.Setup([*sys.argv, corpus], one_message)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
