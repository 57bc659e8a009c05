"""How fast a class is marked: `uv run python tests/benchmarks/grading.py [--submissions 50]`.

A class of worked and mistaken answers hands in one full problem set, and is marked in one run by

* stock `nbgrader autograde`, on the same answers with plain asserts in place of our checks;
* `nbgrader autograde` with our step, in the sandbox;
* `chainrule autograde`, in the sandbox, with one process and with two.

The ratios count, the seconds do not. Marks must be equal between the last three, and the memory
of the whole process tree is watched. With `--cold`, one notebook is marked by `chainrule grade`,
beside `python -c "import numpy, nbformat"`.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from chainrule_grader.autograde import release
from chainrule_grader.course import MARK, Course

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


def run(folder, command, *arguments):
    """Run a command in a course; return its seconds, and the most memory that all of it took."""
    program = [str(Path(sys.executable).with_name(command)), *arguments]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    began = time.perf_counter()
    process = subprocess.Popen(
        program,
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    with watched(process.pid) as memory:
        _, said = process.communicate()
    seconds = time.perf_counter() - began
    if process.returncode:
        sys.exit(f"{' '.join(program)} failed:\n{said[-2000:]}")
    return seconds, max(memory, default=0.0)


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


def class_of(count, aside):
    """Mark the class in every way, print the ratios, and return whether all goals are met."""
    print(
        f"{count} submissions, {len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f}"
    )
    ours = [course(aside / name, count) for name in ("theirs", "one", "two")]
    plain, _ = run(stock(aside / "stock", count), "nbgrader", "autograde", SET)
    rows = {
        "nbgrader with our step": run(ours[0], "nbgrader", "autograde", SET),
        "chainrule autograde --jobs 1": run(ours[1], "chainrule", "autograde", SET, "--jobs", "1"),
        "chainrule autograde": run(ours[2], "chainrule", "autograde", SET, "--jobs", "2"),
    }
    print(f"{'':32}{'s':>8}{'ms each':>9}{'× stock':>9}{'goal':>6}{'MB':>6}")
    print(f"{'stock nbgrader autograde':32}{plain:8.1f}{1e3 * plain / count:9.1f}{1:9.1f}")
    good = True
    for name, (seconds, memory) in rows.items():
        ratio, goal = plain / seconds, GOALS.get(name)
        good &= goal is None or ratio >= goal
        asked = f"{goal:6.0f}" if goal else " " * 6
        each = 1e3 * seconds / count
        print(f"{name:32}{seconds:8.2f}{each:9.1f}{ratio:9.1f}{asked}{memory:6.0f}")
    first, *others = map(marks, ours)
    equal = all(first == other for other in others) and None not in first.values()
    one, two = (rows[name] for name in list(rows)[1:])
    print(f"marks equal: {equal}; memory {two[1]:.0f} MB of at most {MEMORY:.0f}")
    print(f"two processes: {one[0] / two[0]:.2f} × one, starting included")
    return good and equal and two[1] <= MEMORY


def cold(aside):
    """Mark one notebook with nothing warm, in turn with its measure."""
    folder = course(aside / "cold", 1)
    sample = str(ROOT / "tests" / "sample_class" / "ada.ipynb")
    measure, ours = [], []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import numpy, nbformat"], check=True)
        measure.append(time.perf_counter() - began)
        ours.append(run(folder, "chainrule", "grade", sample)[0])
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
    with tempfile.TemporaryDirectory() as aside:
        good = cold(Path(aside)) if options.cold else class_of(options.submissions, Path(aside))
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
