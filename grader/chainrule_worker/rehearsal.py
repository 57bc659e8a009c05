"""Before the first notebook comes, a worker's work is done a few times over, on nothing.

What is imported late, compiled once or made quick by use is so there already in every worker that
is forked afterwards; what the rehearsal leaves in the shell is taken out of it again.
"""

from __future__ import annotations

import io
import socket
from typing import Any, Final

import numpy as np

from . import wire
from .serve import Worker
from .shell import Cells
from .values import Seed

ROUNDS: Final = 3
CELLS: Final = (
    "import numpy as np\nfrom chainrule_grader import check",
    "def twice(z, rng=None):\n    z = np.asarray(z, dtype=float)\n    return np.abs(z) + z",
    "def broken(z):\n    # Your code here\n    raise NotImplementedError",
    "print(twice(np.arange(3.0)))\ntwice(1.0)",
    "np.ones((2, 3)) @ np.ones((3, 2))",
    "not_a_name",
)
ARGUMENTS: Final[tuple[tuple[Any, ...], ...]] = (
    (np.linspace(-2.0, 2.0, 12).reshape(3, 4),),
    (np.arange(4),),
    ([1.0, 2.0],),
    (3.0, Seed(1)),
)


def rehearse(cells: Cells) -> None:
    """Run cells and make calls as a judge would ask for them, and leave nothing of it behind."""
    np.random.seed()  # noqa: NPY002  what notebooks draw from without asking for a generator
    np.linalg.norm(np.ones(2))
    judge, inside = socket.socketpair()
    with judge, inside:
        worker = Worker(inside, cells)
        for run in range(ROUNDS):
            for source in CELLS:
                _ask(judge, worker, {"op": "cell", "source": source, "seconds": 10.0})
            for args in ARGUMENTS:
                for name in ("twice", "broken"):
                    call = {"op": "call", "function": name, "args": args, "seconds": 10.0}
                    _ask(judge, worker, call | {"run": run})
    cells.shell.reset(new_session=True)
    history = cells.shell.history_manager
    history._i = history._ii = history._iii = history._i00 = ""  # noqa: SLF001  it forgets these


def rehearse_drawing() -> None:
    """Draw a picture for nobody: the first takes ten times as long as the next."""
    from matplotlib.figure import Figure  # noqa: PLC0415  few notebooks draw

    figure = Figure()
    axes = figure.subplots()
    axes.plot([0.0, 1.0], label="a line")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")


def _ask(judge: socket.socket, worker: Worker, message: dict[str, Any]) -> None:
    """Send a message to a worker in this very process, and take its answer."""
    wire.send(judge, message)
    asked = worker.reader.receive()
    worker.answer({"cell": worker.cell, "call": worker.call}[asked["op"]](asked))
    wire.Reader(judge).receive()
