"""The findings on the submission that was graded last are saved under its student."""

from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.graded_submission import GradedSubmission
from chainrule_grader.gradebook.scores import Findings, Score
from chainrule_grader.nbgrader_bridge.marks import SaveVerdicts
from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook
from traitlets.config import Configurable


class Exporter(Configurable):
    """What the step has for its parent."""

    graded = GradedSubmission(Record(""), findings=Findings((Score("check-f", 2.0, 1.5),), {}))


def test_marks_are_saved(tmp_path):
    """Whatever the notebook's own cells say."""
    url = f"sqlite:///{tmp_path / 'gradebook.db'}"
    with Gradebook(url) as gradebook:
        gradebook.add_assignment("mine")
        gradebook.add_notebook("mine", "mine")
        gradebook.add_grade_cell("check-f", "mine", "mine", max_score=2, cell_type="code")
    about = {"student": "ada", "assignment": "mine", "notebook": "mine", "db_url": url}
    SaveVerdicts(parent=Exporter()).preprocess(new_notebook(), {"nbgrader": about})
    with Gradebook(url) as gradebook:
        assert 1.5 == gradebook.find_submission("mine", "ada").score
