"""How long a student waits for a verdict: `uv run python tests/benchmarks/check.py [SET …]`.

Each task's `check` runs with nothing cached, as the first one in a fresh kernel, on the right
answer, on a known mistake, on two at once, and on a wrong answer that nobody can name, for which
all mistakes and pairs are tried. Times are processor times. The goal for a first wrong check is a
median over all tasks of at most 0.1 s, and at most 0.25 s for each task. The peer is one start of
Python with NumPy, in turn with the measurements.
"""

from __future__ import annotations

import itertools
import random
import resource
import statistics
import subprocess
import sys
import time

import numpy as np
from chainrule_grader import check
from chainrule_grader.judging import observation, registry, variants
from chainrule_grader.judging.comparison import as_array

GOAL_MEDIAN, GOAL_WORST = 0.1, 0.25
SAMPLE = 6
"""How many known mistakes and pairs of a task are timed."""


def first_check(identity, function):
    """Return the processor time of a check with nothing cached, and its verdict."""
    variants.observations.cache_clear()
    observation._plans.clear()
    began = time.process_time()
    verdict = check(identity, function).verdict
    return time.process_time() - began, verdict


def unnamed(reference):
    """Spoil numbers of a right answer in a way that is no known mistake."""

    def spoil(value):
        if isinstance(value, (list, tuple)):
            return type(value)(map(spoil, value))
        if isinstance(value, dict):
            return {key: spoil(item) for key, item in value.items()}
        array = as_array(value)
        if array is None:
            return value
        return array + 0.037 + 0.011 * np.arange(array.size).reshape(array.shape)

    return lambda *args: spoil(reference(*args))


def start_of_numpy():
    """Return the processor time of a start of Python with NumPy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import numpy"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def answers(task):
    """Return wrong answers by kind: known mistakes, pairs, and one that nobody can name."""
    draw = random.Random(0)
    known = [next(variants.single_variants(task, one)) for one in task.misconceptions]
    pairs = [
        made
        for pair in itertools.combinations(task.misconceptions, 2)
        if variants.compatible(*pair) and (made := variants.variant(task, 0, pair)) is not None
    ]
    return {
        "one": draw.sample(known, min(SAMPLE, len(known))),
        "two": draw.sample(pairs, min(SAMPLE, len(pairs))),
        "unnamed": [unnamed(task.reference)],
    }


def main(sets):
    """Measure, print a row for each task, and fail where the goals are not met."""
    firsts = {}
    print(
        f"{'task':32}{'right ms':>9}{'one':>8}{'two':>8}{'unnamed':>9}{'worst':>8}  ÷ NumPy's start"
    )
    for identity in (i for s in sets or registry.problem_sets() for i in registry.identities(s)):
        task = registry.find(identity)
        first_check(identity, task.reference)  # imports
        right, _ = first_check(identity, task.reference)
        times = {
            kind: [first_check(identity, wrong)[0] for wrong in functions]
            for kind, functions in answers(task).items()
        }
        each = [*itertools.chain(*times.values())]
        firsts[identity] = each
        medians = [statistics.median(found) if found else np.nan for found in times.values()]
        row = "".join(f"{1e3 * ms:8.1f}" for ms in medians)
        ratio = statistics.median(each) / start_of_numpy()
        print(f"{identity:32}{1e3 * right:9.1f}{row}{1e3 * max(each):9.1f}{ratio:8.2f}", flush=True)
    middle = statistics.median(map(statistics.median, firsts.values()))
    worst = max(firsts, key=lambda identity: max(firsts[identity]))
    print(f"first wrong check: median of all tasks {1e3 * middle:.0f} ms (goal 100 ms)")
    print(f"worst: {worst}, {1e3 * max(firsts[worst]):.0f} ms (goal 250 ms)")
    return int(middle > GOAL_MEDIAN or max(firsts[worst]) > GOAL_WORST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
