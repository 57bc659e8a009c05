"""How long a student waits for a verdict: `uv run python tests/benchmarks/check.py`.

Each task's `check` runs on the right answer and on every known mistake, first with nothing
cached, as in a fresh kernel, then again. The peer is one start of Python with NumPy, in turn
with the measurements; the law is that no check takes longer than 0.1 s.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from chainrule_grader import check
from chainrule_grader.judging import judge, registry

ROUNDS = 3
LAW = 0.1


def seconds(call):
    """Return how long a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def first_and_later(identity, function):
    """Time a check with nothing cached, then again."""
    judge.known.cache_clear()
    judge._replay.cache_clear()
    return seconds(lambda: check(identity, function)), seconds(lambda: check(identity, function))


def main():
    """Measure, print a row for each task, and fail where the law does not hold."""
    peer = [sys.executable, "-c", "import numpy"]
    slowest = []
    print(f"{'task':32}{'first ms':>10}{'later ms':>10}{'Python + NumPy starts ÷ first':>32}")
    for identity in (i for s in registry.problem_sets() for i in registry.identities(s)):
        task = registry.find(identity)
        firsts, laters, peers = [], [], []
        for _ in range(ROUNDS):
            for function in (task.reference, *(m.wrong for m in task.misconceptions)):
                first, later = first_and_later(identity, lambda *args, f=function: f(*args))
                firsts.append(first)
                laters.append(later)
            peers.append(seconds(lambda: subprocess.run(peer, check=True)))
        first, later, start = map(statistics.median, (firsts, laters, peers))
        slowest.append(max(firsts))
        print(f"{identity:32}{1e3 * first:10.2f}{1e3 * later:10.2f}{start / first:32.0f}")
    print(f"slowest of all: {1e3 * max(slowest):.1f} ms, where {1e3 * LAW:.0f} ms are allowed")
    return int(max(slowest) > LAW)


if __name__ == "__main__":
    sys.exit(main())
