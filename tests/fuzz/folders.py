"""Hand in folders that chance invents, and check that a neighbour gets marks and a page.

    uv run python tests/fuzz/folders.py --seconds 180

A folder has files, folders, pipes and links of every name that the system allows, in the place of
what a submission has.
"""

import argparse
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.folders import FolderError, OutputFolders, timestamp
from chainrule_grader.gradebook.writing import refusal

NAMES = (
    *(b"data.csv", b"pictures", b"timestamp.txt", b"submission_secret.txt", b"mine.ipynb"),
    *(b"a.py", b"\xff\xfe", b"-rf", b"x" * 255, b".hidden", b"a\nb", b"[red]", b"..."),
)
TIMES = (
    *(b"", b"0001-01-01 00:00 +14:00", b"2026-01-01 +99:99", b"\xff", b"1" * 5000, b"now", b"T"),
    *(b"9999-12-31 23:59 -23:59", b"2026-10-01 10:00:00 UTC"),
)
TARGETS = ("/dev/zero", "..", ".", "../honest/mine", "nowhere", "/", "/proc/self/mem")


def make(draw, folder, depth=0):
    """Fill a folder with a few things."""
    for _ in range(draw.randrange(5)):
        name = draw.choice(NAMES)
        if draw.random() < 0.3:
            name = bytes(draw.choice(b"ab.[]\\%~ \x1b\x80") for _ in range(draw.randrange(1, 9)))
        path = Path(folder, os.fsdecode(name))
        if os.path.lexists(path):
            continue
        match draw.randrange(6):
            case 0 | 1:
                path.write_bytes(draw.choice(TIMES))
            case 2:
                os.mkfifo(path)
            case 3:
                path.symlink_to(draw.choice(TARGETS))
            case 4:
                path.touch(mode=0)
            case 5 if depth < 12:
                path.mkdir()
                make(draw, path, depth + 1)


def one_class(draw, root):
    """Publish a hostile submission and an honest one, and check the honest one."""
    problem_set = ProblemSet(Course(root), "mine")
    for folder in (problem_set.submitted("honest"), problem_set.source.parent):
        folder.mkdir(parents=True, exist_ok=True)
    (problem_set.source.parent / "data.csv").write_text("1,2")
    name = os.fsdecode(draw.choice(NAMES))
    problem_set.submitted(name).mkdir(parents=True, exist_ok=True)
    make(draw, problem_set.submitted(name))
    timestamp(problem_set.submitted(name))
    output = OutputFolders(problem_set, ["*.pyc"])
    for student in (name, "honest"):
        if refusal(student) is None:
            try:
                output.write(student, "{}", "<p>")
                output.publish(student)
            except FolderError:
                assert student != "honest"
    output.close()
    assert "{}" == (problem_set.autograded("honest") / "mine.ipynb").read_text()
    assert "<p>" == (problem_set.feedback("honest") / "mine.html").read_text()
    assert "1,2" == (problem_set.autograded("honest") / "data.csv").read_text()


def main():
    """Hand in until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    options = parser.parse_args()
    end, count = time.monotonic() + options.seconds, 0
    while time.monotonic() < end:
        seed = options.seed + count
        root = Path(tempfile.mkdtemp())
        try:
            one_class(random.Random(seed), root)
        except BaseException:
            print(f"the seed is {seed}")
            raise
        finally:
            shutil.rmtree(root, ignore_errors=True)
        count += 1
    print(f"{count} classes, and every honest student was marked")


if __name__ == "__main__":
    main()
