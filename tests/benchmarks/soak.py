"""Thousands of submissions in a row: `uv run python tests/benchmarks/soak.py [--submissions 2000]`.

The sample class's kinds hand in again and again, hostile ones among them, and one process marks
them all. Memory of the whole process tree must stay flat, and in the end no process and no
temporary file may be left. Time limits are short, so that those who wait for one cost little.
"""

from __future__ import annotations

import argparse
import itertools
import os
import runpy
import shutil
import sys
import tempfile
import time
from pathlib import Path

from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.sandbox import Limits, zygote

ROOT = Path(__file__).parents[2]
QUICK = Limits(cell_seconds=0.5, call_seconds=0.2, notebook_seconds=20)
FLAT = 1.1
"""How much more memory the last tenth may take than the second."""
grading = runpy.run_path(str(Path(__file__).with_name("grading.py")))


def soak(count, notebooks):
    """Mark so many notebooks, and return the memory after each hundredth part of them."""
    memory, scores = [], {}
    began = time.monotonic()
    for number, path in zip(range(count), itertools.cycle(notebooks), strict=False):
        record = mark(GradingJob(str(path), seed=1, limits=QUICK, secrets=(str(ROOT),)))
        found = scores.setdefault(path.stem, record.score)
        if found != record.score:
            sys.exit(f"{path.stem} had {found} points once, and {record.score} at number {number}")
        if number % max(count // 100, 1) == 0:
            memory.append(sum(map(grading["proportional"], grading["tree"](os.getpid()))))
            rate = (number + 1) / (time.monotonic() - began)
            print(f"{number + 1:6} {memory[-1]:7.1f} MB {rate:6.1f}/s", flush=True)
    return memory


def main():
    """Soak; fail where memory grows or anything is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--without", nargs="*", default=[], help="students who are left out")
    options = parser.parse_args()
    own = tempfile.tempdir = tempfile.mkdtemp()
    class_ = sorted((ROOT / "tests" / "sample_class").glob("*.ipynb"))
    memory = soak(options.submissions, [p for p in class_ if p.stem not in options.without])
    zygote.close_all()
    tenth = max(len(memory) // 10, 1)
    early, late = max(memory[tenth : 2 * tenth + 1]), max(memory[-tenth:])
    processes = grading["tree"](os.getpid()) - {os.getpid()}
    files = sorted(path.name for path in Path(own).iterdir())
    shutil.rmtree(own)
    print(f"memory {early:.1f} MB, then {late:.1f} MB; left: {len(processes)} processes, {files}")
    return int(late > FLAT * early or bool(processes or files))


if __name__ == "__main__":
    sys.exit(main())
