"""Before the first notebook comes, a worker's work is done a few times over, on nothing.

What is imported late, compiled once or made quick by use is so there already in every worker that
is forked afterwards; what the rehearsal leaves in the shell is taken out of it again.
"""

from __future__ import annotations

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
MAGICS: Final = ("%timeit -n1 -r1 len('')", "len?")
DRAWING: Final = (
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    "plt.plot([0.0, 1.0], label='a line')\nplt.legend()\nplt.show()",
)
WISHES: Final = {"magics": MAGICS, "drawing": (*MAGICS, *DRAWING)}
"""What takes long the first time and only some notebooks want, so that it is tried for those."""
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
    cells.forget()


def rehearse_wish(cells: Cells, wish: str) -> None:
    """Run what notebooks with a wish will want, and leave nothing of it behind.

    What is missing here, a notebook misses in its turn, and is told so.
    """
    for source in WISHES[wish]:
        cells.run(source, 10.0)
    cells.forget()


def _ask(judge: socket.socket, worker: Worker, message: dict[str, Any]) -> None:
    """Send a message to a worker in this very process, and take its answer."""
    wire.send(judge, message)
    asked = worker.reader.receive()
    worker.answer({"cell": worker.cell, "call": worker.call}[asked["op"]](asked))
    wire.Reader(judge).receive()
