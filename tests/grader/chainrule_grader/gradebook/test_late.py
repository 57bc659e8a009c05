"""The course's own rule takes points off late submissions."""

from datetime import datetime

import pytest
from chainrule_grader.gradebook.late import assign_penalties
from nbgrader.api import Gradebook
from nbgrader.plugins import LateSubmissionPlugin
from traitlets.config import Config


class OneEachHour(LateSubmissionPlugin):
    """A rule: one point for each hour."""

    def late_submission_penalty(self, _student_id, _score, total_seconds_late):
        """Return the penalty."""
        return total_seconds_late / 3600


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own
def test_only_the_late_lose_points(tmp_path):
    """The penalty is in the gradebook of those who were late."""
    url, day = f"sqlite:///{tmp_path / 'gradebook.db'}", {"year": 2026, "month": 10, "day": 1}
    with Gradebook(url) as gradebook:
        gradebook.add_assignment("mine", duedate=datetime(**day, hour=12))  # noqa: DTZ001
        gradebook.add_notebook("mine", "mine")
        gradebook.add_grade_cell("check-f", "mine", "mine", max_score=5, cell_type="code")
        for student, hour in {"ada": 11, "bo": 14}.items():
            gradebook.add_student(student)
            time = datetime(**day, hour=hour)  # noqa: DTZ001  nbgrader's times have no zone
            gradebook.add_submission("mine", student, timestamp=time)
            gradebook.find_grade("check-f", "mine", "mine", student).auto_score = 5
        gradebook.db.commit()
    config = Config()
    config.AssignLatePenalties.plugin_class = OneEachHour
    assign_penalties(config, url, "mine", ["ada", "bo"])
    with Gradebook(url) as gradebook:
        found = {
            one.student.id: one.notebooks[0].late_submission_penalty
            for one in gradebook.assignment_submissions("mine")
        }
    assert {"ada": None, "bo": 2.0} == found
