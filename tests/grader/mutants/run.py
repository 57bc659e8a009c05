"""Change right functions in small ways, and count how many of these mutants the judge refuses.

    uv run python tests/grader/mutants/run.py                      # all of them: an hour
    uv run python tests/grader/mutants/run.py --sample 300         # what CI runs
    uv run python tests/grader/mutants/run.py --task optimizers/adam --json adam.json

The worked answers, the right answers that the tests know, and the grader's own implementations are
changed: operators, constants, axes, indices, names, functions, statements, results that are written
into an argument. Inputs that are not the judge's (`wide`) decide whether a mutant is still right by
any accepted convention. What cannot be decided is counted and listed. Of the wrong mutants the
command prints how many are refused, how many are told their mistake by name or in another specific
sentence, and how many by a name that is false: the mutant does something else than the mistake.

`digits/train_digits` takes seconds for each mutant and is left out unless it is asked for.
"""

import argparse
import contextlib
import json
import os
import random
import sys
from pathlib import Path

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # before NumPy is imported: each worker has one processor
sys.path.insert(0, str(Path(__file__).parent))

from examining import examined, subject  # noqa: E402
from rates import listed, table, write_readme  # noqa: E402
from sources import ROOT, sources  # noqa: E402
from workers import PATIENCE, run  # noqa: E402

SLOW = {"digits/train_digits": 600.0}
"""Tasks that are left out, with the seconds that one mutant may take."""


def main():
    """Run the command."""
    options = _options()
    if options.read:
        lines = [line for file in options.read for line in file.read_text().splitlines()]
        records = list(map(json.loads, lines))
    else:
        records = _examined(options)
    print(table(records))
    for line in listed(records):
        print(line)
    if options.write_readme:
        write_readme(ROOT / "README.md", records)


def _examined(options):
    """Examine the mutants that were asked for, and keep a record of each as it comes."""
    jobs = chosen(options)
    patience = max(SLOW.get(task, PATIENCE) for task in options.task or [""])
    records = {}
    with contextlib.ExitStack() as files:
        out = files.enter_context(options.json.open("w")) if options.json else None
        for job, result in run(jobs, examine, options.jobs, patience):
            records[job] = result or lost(job)
            if out:
                print(json.dumps(records[job], ensure_ascii=False), file=out, flush=True)
    return [records[job] for job in jobs]


def _options():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--set", action="append", default=[], help="only this problem set")
    parser.add_argument("--task", action="append", default=[], help="only this task, <set>/<task>")
    parser.add_argument("--kind", action="append", default=[], help="only such sources: worked, …")
    parser.add_argument("--sample", type=int, help="so many mutants, drawn by the seed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1, help="so many processes")
    parser.add_argument("--json", type=Path, help="write a record a line into this file")
    parser.add_argument("--read", type=Path, nargs="+", help="count the records of such files")
    parser.add_argument(
        "--write-readme", action="store_true", help="write the rates, with the date"
    )
    return parser.parse_args()


def chosen(options):
    """Return the mutants to examine: the places of a source and of its mutation."""
    jobs = [
        (i, k)
        for i, source in enumerate(sources())
        if _wanted(source, options)
        for k in range(len(source.mutations))
    ]
    if options.sample is None or options.sample >= len(jobs):
        return jobs
    return sorted(random.Random(options.seed).sample(jobs, options.sample))


def _wanted(source, options):
    if options.kind and source.kind not in options.kind:
        return False
    if options.task:
        return source.identity in options.task
    if options.set and source.identity.partition("/")[0] not in options.set:
        return False
    return source.identity not in SLOW or source.identity.partition("/")[0] in options.set


def examine(job):
    """Examine one mutant, in a worker process."""
    i, k = job
    source = sources()[i]
    mutation = source.mutations[k]
    try:
        mutant = source.defined(mutation.tree)
    except Exception as error:  # noqa: BLE001  a mutant that cannot be defined fails at each call
        mutant = _failing(error)
    return _about(job) | examined(subject(source.identity), source.function, mutant)


def _failing(error):
    def mutant(*_args):
        raise error

    return mutant


def _about(job):
    i, k = job
    source = sources()[i]
    mutation = source.mutations[k]
    return {
        "set": source.identity.partition("/")[0],
        "task": source.identity,
        "source": source.kind,
        "file": f"{source.file}, {source.name}",
        "family": mutation.family,
        "mutation": mutation.name,
    }


def lost(job):
    """Describe a mutant whose worker process was lost; the sandbox refuses such an answer."""
    return _about(job) | {
        "standing": "different",
        "refused": True,
        "described": True,
        "named": False,
        "name": None,
        "kind": "lost",
        "score": 0.0,
        "sentence": "",
        "mistakes": [],
    }


if __name__ == "__main__":
    main()
