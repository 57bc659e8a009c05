"""Measure what importing the library costs, beside importing NumPy.

    uv run python tests/benchmarks/imports.py

Each import runs in a process of its own, in turns; the ratio is that of the shortest times, because
other processes on the machine can only make an import slower.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

PROGRAMS = {
    "numpy": "import numpy",
    "chainrule": "import chainrule",
    "every part": "import chainrule; [getattr(chainrule, part) for part in chainrule.__all__]",
}


def import_ratios(rounds=25):
    """Return the time to import chainrule, and every part of it, ÷ that of `import numpy`."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # an import is not a compilation
    clock = "import time; t = time.process_time(); {}; print(time.process_time() - t)"
    times = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, program in PROGRAMS.items():
            command = [sys.executable, "-c", clock.format(program)]
            done = subprocess.run(
                command, capture_output=True, check=True, text=True, env=environment
            )
            times[name].append(float(done.stdout))
    plain, bare, full = (min(values) for values in times.values())
    return bare / plain, full / plain


def main():
    """Print both ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=25)
    bare, full = import_ratios(parser.parse_args().rounds)
    print(f"import chainrule ÷ import numpy: {bare:.2f}")
    print(f"every part of chainrule ÷ import numpy: {full:.2f} (goal ≤ 1.2)")


if __name__ == "__main__":
    main()
