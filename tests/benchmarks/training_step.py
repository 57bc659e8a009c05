"""Race one training step against PyTorch, JAX, Keras and scikit-learn; then import and memory.

    uv run --group peers python tests/benchmarks/training_step.py

with --quick for fewer rounds, --only TEXT for some of the races, --float64 for the other dtype.

All contestants run in one process, on one thread pinned to one core, in turns, many short rounds;
what counts is the ratio of medians, peer ÷ chainrule, where more than 1 means that chainrule is
faster. PyTorch takes part where it can be imported. "equal" gives PyTorch a matrix product as fast
as NumPy's: its time, less that of its own products, plus that of NumPy's.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

# Before anything is imported: one thread everywhere, and no BLAS kernel of another machine.
os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an import is not a compilation
os.environ.update(
    OPENBLAS_NUM_THREADS="1",
    OMP_NUM_THREADS="1",
    MKL_NUM_THREADS="1",
    KERAS_BACKEND="jax",
    JAX_PLATFORMS="cpu",
    XLA_FLAGS="--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
)
sys.path.insert(0, str(Path(__file__).parent))

GOALS = {  # PyTorch with equal products, JAX, and the share of the step that is products
    ("2-16-1, batch 32", "SGD"): (7, 1.8, None),
    ("2-16-1, batch 32", "Adam"): (7, 1.6, None),
    ("64-32-10, batch 32", "SGD"): (5, 1.6, None),
    ("64-32-10, batch 32", "Adam"): (5, 1.4, None),
    ("784-128-10, batch 32", "SGD"): (1.7, 1.0, None),
    ("784-128-10, batch 32", "Adam"): (1.5, 1.0, None),
    ("784-128-10, batch 128", "SGD"): (1.4, 1.0, None),
    ("784-128-10, batch 4096", "SGD"): (1.1, 1.0, 0.95),
    ("784-512-512-10, batch 128", "SGD"): (1.1, 1.0, 0.87),
    ("784-512-512-10, batch 128", "Adam"): (1.05, 1.0, 0.75),
}
NETS = (
    ((2, 16, 1), 32),
    ((64, 32, 10), 32),
    ((784, 128, 10), 32),
    ((784, 128, 10), 128),
    ((784, 128, 10), 4096),
    ((784, 512, 512, 10), 128),
)


def entrants(race):
    """Return everyone who can take part, by name."""
    import contestants as c

    makers = {
        "chainrule": lambda: c.Chainrule(race),
        "products": lambda: c.Products(race, "numpy"),
        "PyTorch": lambda: c.PyTorch(race),
        "PyTorch products": lambda: c.Products(race, "torch"),
        "JAX": lambda: c.Jax(race),
        "Keras": lambda: c.Keras(race),
        "scikit-learn": lambda: c.ScikitLearn(race),
    }
    ready = {}
    for name, make in makers.items():
        try:
            ready[name] = make()
        except ImportError:
            continue
    return ready


def medians(race, rounds, seconds):
    """Return each entrant's median time of one step, in µs, after rounds in turns."""
    ready = entrants(race)
    counts, times = {}, {name: [] for name in ready}
    for name, entrant in ready.items():
        entrant.steps(3)
        start = time.perf_counter()
        entrant.steps(3)
        counts[name] = max(1, int(seconds / ((time.perf_counter() - start) / 3)))
    for _ in range(rounds):
        for name, entrant in ready.items():
            start = time.perf_counter()
            entrant.steps(counts[name])
            times[name].append((time.perf_counter() - start) / counts[name])
    return {name: statistics.median(values) * 1e6 for name, values in times.items()}


def row(race, found):
    """Return the cells of one line: ratios with their goals."""
    own, products = found["chainrule"], found["products"]
    net = race.name.rsplit(", ", 1)[0]
    goals = GOALS.get((net, race.optimizer), (None, None, None))
    torch = found.get("PyTorch")
    equal = None if torch is None else torch - found["PyTorch products"] + products

    def ratio(time, goal=None):
        if time is None:
            return "-"
        met = "" if goal is None else f" ({'≥' if time / own >= goal else '<'} {goal})"
        return f"{time / own:.2f}{met}"

    share = products / own
    wanted = "" if goals[2] is None else f" ({'≥' if share >= goals[2] else '<'} {goals[2]:.0%})"
    return [
        race.name,
        f"{own:.1f}",
        ratio(torch),
        ratio(equal, goals[0]),
        ratio(found.get("JAX"), goals[1]),
        ratio(found.get("Keras")),
        ratio(found.get("scikit-learn")),
        f"{share:.0%}{wanted}",
    ]


def table(rows):
    """Print lines with columns of one width each."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        print("  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)), flush=True)


def main():
    """Run the races, then the costs of import and memory."""
    from contestants import Race

    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--only", default="", help="races whose name contains this")
    parser.add_argument("--float64", action="store_true")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    rounds, seconds = (7, 0.01) if asked.quick else (25, 0.03)
    head = ["step", "µs", "PyTorch", "equal (goal)", "JAX (goal)", "Keras", "sklearn", "products"]
    rows = [head]
    for sizes, batch in NETS:
        for optimizer in ("SGD", "momentum", "Adam"):
            race = Race(sizes, batch, optimizer, "float64" if asked.float64 else "float32")
            if asked.only in race.name:
                rows.append(row(race, medians(race, rounds, seconds)))
                print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
    table(rows)
    if not asked.only:
        import costs

        costs.report()


if __name__ == "__main__":
    main()
