"""What one hostile submission costs the others: `uv run python tests/benchmarks/hostile.py`.

Two processes mark honest submissions, in turn with and without one hostile submission at their
head. Printed for each kind: the hostile one's own time, how many honest ones were marked meanwhile,
and their median time as a ratio to that of the run without, of several such pairs the one in the
middle. They must not be slowed by more than a tenth, and the hostile one must not take longer than
a notebook may.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.pool import mark_all
from chainrule_grader.execution.sandbox import Limits, warm_up

ROOT = Path(__file__).parents[2]
SLOWED = 1.1
LIMITS = Limits(cell_seconds=2.0, call_seconds=1.0, notebook_seconds=15)
HOSTILE = {
    "a loop": "while True:\n    pass",
    "a loop in C": "sum(range(10**13))",
    "threads that spin": (
        "import threading\n\ndef spin():\n    while True:\n        sum(range(10**6))\n\n"
        "for _ in range(100):\n    try:\n        threading.Thread(target=spin).start()\n"
        "    except RuntimeError:\n        break\nspin()"
    ),
    "a loop that is deaf": (
        "while True:\n    try:\n        while True:\n            pass\n"
        "    except BaseException:\n        pass"
    ),
    "a fork storm": (
        "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass"
    ),
    "a flood of text": "while True:\n    print('x' * 10**6)",
    "a flood of files": (
        "import itertools\nfor n in itertools.count():\n    try:\n"
        "        with open(str(n), 'wb') as file:\n            file.write(bytes(2**20))\n"
        "    except OSError:\n        pass"
    ),
    "hoarding": (
        "kept = []\nwhile True:\n    try:\n        kept.append(bytearray(2**24))\n"
        "        kept[-1][::4096] = b'x' * 4096\n    except MemoryError:\n        pass"
    ),
}


def hand_in(folder, honest):
    """Write the honest submissions, and each hostile one; return their paths."""
    text = (ROOT / "tests" / "sample_class" / "ada.ipynb").read_text()
    paths = [folder / f"honest{number:04}.ipynb" for number in range(honest)]
    for path in paths:
        path.write_text(text)
    hostile = {}
    for kind, attack in HOSTILE.items():
        notebook = json.loads(text)
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "relu":
                cell["source"] = attack
        hostile[kind] = folder / f"{kind}.ipynb"
        hostile[kind].write_text(json.dumps(notebook))
    return paths, hostile


def marked(paths):
    """Mark notebooks with two processes, and return the records in the order they came in."""
    orders = [GradingJob(str(path), 1, limits=LIMITS, secrets=(str(ROOT),)) for path in paths]
    return list(mark_all(orders, jobs=2))


def compared(honest, hostile):
    """Return a hostile submission's seconds, who was marked meanwhile, and how much slower."""
    alone = statistics.median(record.seconds for record in marked(honest))
    records = marked([hostile, *honest])
    at = next(number for number, one in enumerate(records) if one.notebook == str(hostile))
    beside = [record.seconds for record in records[:at]]
    return records[at].seconds, len(beside), statistics.median(beside or [alone]) / alone


def main():
    """Measure each kind; fail where the others are slowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--honest", type=int, default=150, help="how many honest submissions")
    parser.add_argument("--rounds", type=int, default=5, help="how many pairs")
    parser.add_argument("--only", nargs="*", default=list(HOSTILE), choices=list(HOSTILE))
    options = parser.parse_args()
    good = True
    warm_up((str(ROOT),))
    with tempfile.TemporaryDirectory() as aside:
        honest, hostile = hand_in(Path(aside), options.honest)
        marked(honest[:4])  # what is known once is known to both
        print(f"{'':20}{'own s':>8}{'honest':>8}{'slowed':>8}")
        for kind in options.only:
            rounds = [compared(honest, hostile[kind]) for _ in range(options.rounds)]
            own, meanwhile, slowed = map(statistics.median, zip(*rounds, strict=True))
            print(f"{kind:20}{own:8.1f}{meanwhile:8}{slowed:8.2f}", flush=True)
            good &= slowed <= SLOWED and own <= LIMITS.notebook_seconds
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
