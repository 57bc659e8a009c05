"""Feed the reader of submissions with the JSON that a coverage-guided fuzzer invents.

    uv run --with atheris python tests/fuzz/notebooks.py -max_total_time=180

A file either cannot be read, and UnreadableError says so, or it becomes a graded
notebook and a page that can be written.
"""

import json
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["chainrule_grader.submissions", "chainrule_grader.markup"]
):
    from chainrule_grader.submissions.notebook import UnreadableError
    from chainrule_grader.submissions.submission import read_submission

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.feedback import Marks, page
from chainrule_grader.gradebook.notebook import to_notebook
from chainrule_grader.gradebook.scores import findings
from chainrule_grader.submissions.release import read_release

ROOT = Path(__file__).parents[2]
RELEASE = read_release(ProblemSet(Course(ROOT), "activations"))


def one_file(data):
    """Read a file and write what comes of it."""
    try:
        submission = read_submission(data, RELEASE)
    except UnreadableError:
        return
    record = Record("x", submission.problem_set, submission.cells)
    notebook, found = to_notebook(record, RELEASE), findings(record)
    marks = Marks({score.grade_id: score.automatic for score in found.scores}, found.comments)
    page(notebook, "activations", marks).encode(errors="replace")
    json.dumps(notebook).encode()


def main():
    """Fuzz until the time is up."""
    import tempfile

    with tempfile.TemporaryDirectory() as corpus:
        for name in ("ada", "hana", "mona"):
            text = (ROOT / "tests" / "sample_class" / f"{name}.ipynb").read_text()
            (Path(corpus) / name).write_text(text)
        atheris.Setup([*sys.argv, corpus], one_file)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
