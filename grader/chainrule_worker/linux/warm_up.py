"""The zygote runs typical cells and calls once, so that forked workers are fast from the start.

Modules that are imported late, and code that is fast only after its first run, are then ready in
every forked worker. The warm-up leaves nothing in the shell.
"""

from __future__ import annotations

import socket
from typing import Any, Final

import numpy as np

from chainrule_worker import wire
from chainrule_worker.handles import Seed
from chainrule_worker.shell import CellRunner
from chainrule_worker.worker import Worker

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
PLOTTING: Final = (
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    "plt.plot([0.0, 1.0], label='a line')\nplt.legend()\nplt.show()",
)
PROFILES: Final = {"magics": MAGICS, "drawing": (*MAGICS, *PLOTTING)}
"""Cells that are slow the first time and that only some notebooks need, by profile."""
ARGUMENTS: Final[tuple[tuple[Any, ...], ...]] = (
    (np.linspace(-2.0, 2.0, 12).reshape(3, 4),),
    (np.arange(4),),
    ([1.0, 2.0],),
    (3.0, Seed(1)),
)


def warm_up(cells: CellRunner) -> None:
    """Run cells and calls as a judge requests them, and reset the shell."""
    np.random.seed()  # noqa: NPY002  notebooks that use no generator draw from this one
    np.linalg.norm(np.ones(2))
    judge, connection = socket.socketpair()
    with judge, connection:
        worker = Worker(connection, cells)
        for batch in range(ROUNDS):
            for source in CELLS:
                _request(judge, worker, {"op": "cell", "source": source, "seconds": 10.0})
            for args in ARGUMENTS:
                for name in ("twice", "broken"):
                    call = {"op": "call", "function": name, "args": args, "seconds": 10.0}
                    _request(judge, worker, call | {"batch": batch})
    cells.reset()


def warm_up_profile(cells: CellRunner, profile: str) -> None:
    """Run the cells of a profile, and reset the shell.

    A cell that fails here, because a package is missing, fails in the notebook too.
    """
    for source in PROFILES[profile]:
        cells.run(source, 10.0)
    cells.reset()


def _request(judge: socket.socket, worker: Worker, message: dict[str, Any]) -> None:
    """Send a request to a worker in this process, and receive the response."""
    wire.send(judge, message)
    worker.respond(worker.handle(worker.reader.receive()))
    wire.MessageReader(judge).receive()
