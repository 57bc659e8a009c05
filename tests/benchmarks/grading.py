"""How fast a class is marked: `uv run python tests/benchmarks/grading.py [--submissions 50]`.

A class of worked and mistaken answers hands in one full problem set, and is marked in one run by

* stock `nbgrader autograde`, on the same answers with plain asserts in place of our checks;
* `nbgrader autograde` with our step, in the sandbox;
* `chainrule autograde`, in the sandbox, with one process and with two.

The ratios count, the seconds do not. Packages are compiled before, as an installer leaves them, or
every start would compile them again. What is quick runs three times, around the slow one, and the
median counts. Marks must be equal between the last three. The memory of the whole process tree is
watched in one more run, which is not timed: watching takes longer than marking. With `--cold`, one
notebook is marked by `chainrule grade`, beside `python -c "import numpy, nbformat"`.
"""

from __future__ import annotations

import argparse
import compileall
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from pathlib import Path

from chainrule_grader.authoring.release import release
from chainrule_grader.course.course import MARK, Course

ROOT = Path(__file__).parents[2]
SET = "activations"
KINDS = ("ada", "bruno", "chen", "dina", "emil", "fatima", "nils", "goran")
"""The sample class without those who wait for a time limit, which no speed shortens."""
GOALS = {"nbgrader with our step": 7.0, "chainrule autograde": 50.0}
MEMORY = 250.0
PLAIN = {
    "step": "assert np.allclose(step(np.array([-2.0, 0.0, 3.0])), [0, 0, 1])",
    "sigmoid": "assert np.allclose(sigmoid(np.array([0.0, 1000.0])), [0.5, 1.0])",
    "tanh": "assert np.allclose(tanh(np.array([0.0, 1.0])), np.tanh([0.0, 1.0]))",
    "relu": "assert np.allclose(relu(np.array([-2.0, 0.0, 3.0])), [0, 0, 3])",
    "leaky_relu": "assert np.allclose(leaky_relu(np.array([-2.0, 3.0])), [-0.2, 3])",
    "softmax": "assert np.allclose(softmax(np.zeros((2, 4))), 0.25)",
    "sigmoid_grad": "assert np.allclose(sigmoid_grad(np.zeros(2)), 0.25)",
    "tanh_grad": "assert np.allclose(tanh_grad(np.zeros(2)), 1.0)",
    "relu_grad": "assert np.allclose(relu_grad(np.array([-2.0, 0.0, 3.0])), [0, 0, 1])",
    "leaky_relu_grad": "assert np.allclose(leaky_relu_grad(np.array([-2.0, 3.0])), [0.1, 1])",
    "collapse": "assert np.allclose(collapse([np.eye(2), 2 * np.eye(2)]), 2 * np.eye(2))",
}


def notebook(student):
    """Return a student's notebook."""
    return json.loads((ROOT / "tests" / "sample_class" / f"{student}.ipynb").read_text())


def with_plain_tests(notebook):
    """Return a notebook with asserts for checks, which any nbgrader can run."""
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name.startswith("check-"):
            cell["source"] = PLAIN[name.removeprefix("check-")]
        elif cell["cell_type"] == "code" and "chainrule_grader" in "".join(cell["source"]):
            cell["source"] = "import numpy as np"
    return notebook


def hand_in(folder, count, change=lambda notebook: notebook):
    """Hand the class's notebooks in, until there are so many."""
    for number in range(count):
        place = folder / "submitted" / f"student{number:04}" / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps(change(notebook(KINDS[number % len(KINDS)]))))


def course(folder, count):
    """Make a course of ours, with a class that handed in."""
    folder.mkdir()
    shutil.copy(ROOT / MARK, folder / MARK)
    shutil.copytree(ROOT / "solutions" / SET, folder / "solutions" / SET)
    (folder / ".private-seed").write_text("1")
    release(Course(folder), SET)
    hand_in(folder, count)
    return folder


def stock(folder, count):
    """Make a course as nbgrader knows it, with the same answers."""
    source = folder / "source" / SET / f"{SET}.ipynb"
    source.parent.mkdir(parents=True)
    text = (ROOT / "solutions" / SET / f"{SET}.ipynb").read_text()
    source.write_text(json.dumps(with_plain_tests(json.loads(text))))
    (folder / MARK).write_text(f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\n")
    run(folder, "nbgrader", "generate_assignment", SET)
    hand_in(folder, count, with_plain_tests)
    return folder


def started(folder, command, *arguments):
    """Start a command in a course."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.Popen(
        [str(Path(sys.executable).with_name(command)), *arguments],
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process):
    """Wait for a command that must succeed."""
    _, said = process.communicate()
    if process.returncode:
        sys.exit(f"{' '.join(process.args)} failed:\n{said[-2000:]}")


def run(folder, command, *arguments):
    """Run a command in a course; return its seconds."""
    began = time.perf_counter()
    ended(started(folder, command, *arguments))
    return time.perf_counter() - began


def most_memory(folder, command, *arguments):
    """Run a command in a course; return the most megabytes that all of it took together."""
    process = started(folder, command, *arguments)
    with watched(process.pid) as found:
        ended(process)
    return max(found, default=0.0)


@contextlib.contextmanager
def watched(pid):
    """Note now and then how many megabytes a process and all below it take, shares counted once."""
    found, done = [], threading.Event()

    def watch():
        while not done.wait(0.25):
            found.append(sum(map(proportional, tree(pid))))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield found
    finally:
        done.set()
        thread.join()


def tree(pid):
    """Return a process and all that it started."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
    found, new = set(), {pid}
    while new:
        found |= new
        new = {child for child, parent in parents.items() if parent in new} - found
    return found


def proportional(pid):
    """Return a process's memory in MB, with what it shares counted in part."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def marks(folder):
    """Return every score in a course's gradebook."""
    query = (
        "select s.student_id, c.name, g.auto_score from grade g "
        "join base_cell c on c.id = g.cell_id "
        "join submitted_notebook n on n.id = g.notebook_id "
        "join submitted_assignment s on s.id = n.assignment_id"
    )
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as books:
        return {(student, cell): score for student, cell, score in books.execute(query)}


WAYS = {
    "nbgrader with our step": ("nbgrader", "autograde", SET),
    "chainrule autograde --jobs 1": ("chainrule", "autograde", SET, "--jobs", "1"),
    "chainrule autograde": ("chainrule", "autograde", SET, "--jobs", "2"),
}
ROUNDS = 3


def class_of(count, aside):
    """Mark the class in every way, print the ratios, and return whether all goals are met."""
    load = os.getloadavg()[0]
    print(f"{count} submissions, {len(os.sched_getaffinity(0))} cores, load {load:.1f}")
    seconds, last = {name: [] for name in WAYS}, {}
    for turn in range(ROUNDS):
        for name, command in WAYS.items():
            last[name] = course(aside / f"{turn} {name}", count)
            seconds[name].append(run(last[name], *command))
        if turn == 0:
            plain = run(stock(aside / "stock", count), "nbgrader", "autograde", SET)
    print(f"{'':32}{'s':>8}{'ms each':>9}{'× stock':>9}{'goal':>6}")
    print(f"{'stock nbgrader autograde':32}{plain:8.1f}{1e3 * plain / count:9.1f}{1:9.1f}")
    took, good = {name: statistics.median(each) for name, each in seconds.items()}, True
    for name, whole in took.items():
        ratio, goal = plain / whole, GOALS.get(name)
        good &= goal is None or ratio >= goal
        asked = f"{goal:6.0f}" if goal else ""
        print(f"{name:32}{whole:8.2f}{1e3 * whole / count:9.1f}{ratio:9.1f}{asked}")
    first, *others = map(marks, last.values())
    equal = all(first == other for other in others) and None not in first.values()
    _, one, two = took.values()
    print(f"marks equal: {equal}")
    print(f"two processes: {one / two:.2f} × one, starting included")
    memory = most_memory(course(aside / "memory", count), *WAYS["chainrule autograde"])
    print(f"memory {memory:.0f} MB of at most {MEMORY:.0f}")
    return good and equal and memory <= MEMORY


def cold(aside):
    """Mark one notebook with nothing warm, in turn with its measure."""
    folder = course(aside / "cold", 1)
    sample = str(ROOT / "tests" / "sample_class" / "ada.ipynb")
    measure, ours = [], []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import numpy, nbformat"], check=True)
        measure.append(time.perf_counter() - began)
        ours.append(run(folder, "chainrule", "grade", sample))
    allowed = 1.5 * statistics.median(measure) + 0.3
    took = statistics.median(ours)
    print(f"chainrule grade, one notebook, cold: {took:.2f} s, where {allowed:.2f} s are allowed")
    return took <= allowed


def main():
    """Run what was asked for; fail where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=50)
    parser.add_argument("--cold", action="store_true", help="one notebook by itself, and no class")
    options = parser.parse_args()
    for place in (sysconfig.get_paths()["purelib"], ROOT / "grader", ROOT / "lib"):
        compileall.compile_dir(place, quiet=2, workers=0)
    with tempfile.TemporaryDirectory() as aside:
        good = cold(Path(aside)) if options.cold else class_of(options.submissions, Path(aside))
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
