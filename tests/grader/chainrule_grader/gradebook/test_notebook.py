"""A graded notebook has the release's metadata, the student's text and our outputs."""

import json

import nbformat
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.notebook import to_notebook
from chainrule_grader.submissions.release import read_release
from chainrule_grader.submissions.submission import read_submission, unreadable_cells

SET = "activations"


def test_metadata_of_a_submission_is_not_believed(root):
    """Points, flags, ids, outputs and markdown scripts of a student's file do not survive."""
    notebook = json.loads((root / "tests/sample_class/goran.ipynb").read_text())
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"points": 99, "locked": False, "solution": True}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1.0"}]
            cell["source"] = "check = lambda *a: 1.0\n1.0"
    script = {"cell_type": "markdown", "id": "x", "metadata": {}, "source": "<script>1</script>"}
    forged = notebook | {"cells": [*notebook["cells"], script]}
    forged["metadata"] = {"chainrule": {"error": None}, "kernelspec": {"name": "evil"}}
    release = read_release(ProblemSet(Course(root), SET))
    submission = read_submission(json.dumps(forged).encode(), release)
    made = to_notebook(Record("", SET, submission.cells), release)
    nbformat.validate(nbformat.from_dict(made))
    checks = [c for c in made["cells"] if str(c["id"]).startswith("check-")]
    assert {1} == {cell["metadata"]["nbgrader"]["points"] for cell in checks}
    assert all(str(cell["source"]).startswith("check(") for cell in checks)
    outputs = [output for cell in made["cells"] for output in cell.get("outputs", [])]
    assert {"NotRun"} == {output["ename"] for output in outputs}
    assert len(checks) == len(outputs)
    assert "<script" not in json.dumps(made)
    assert "python3" == made["metadata"]["kernelspec"]["name"]


def test_an_unreadable_submission_says_why(root):
    """The notebook is the release below the reason, which its metadata have as well."""
    release = read_release(ProblemSet(Course(root), SET))
    record = Record("", SET, unreadable_cells(release, "it is empty"), error="it is empty")
    made = to_notebook(record, release)
    nbformat.validate(nbformat.from_dict(made))
    assert "it is empty" == made["metadata"]["chainrule"]["error"]
    assert "could not be marked: it is empty" in made["cells"][0]["source"]
    assert [c["source"] for c in release.notebook["cells"]] == [
        c["source"] for c in made["cells"][1:]
    ]
