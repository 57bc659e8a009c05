"""An answer gets a second look, and its remark says which slip was overlooked."""

import pytest
from chainrule_grader.execution.answers import Answers
from chainrule_grader.execution.session import Session
from chainrule_grader.judging.verdict import Kind
from chainrule_grader.submissions.cell import Cell

pytestmark = pytest.mark.usefixtures("sandbox")

TASK = "activations/relu"
CHECK = Cell("code", "", "check-relu")
RIGHT = "def relu(z):\n    return np.maximum(z, 0)"
WRONG = "def relu(z):\n    return z"


@pytest.fixture
def answers(quick):
    """The answers of a notebook that has imported NumPy."""
    with Session(quick, secrets=[]) as session:
        session.run("import numpy as np")
        yield Answers(session, 1, {"np": "numpy"})


def verdict(answers, *sources, check=CHECK):
    """The verdict after these cells."""
    for source in sources:
        answers.submit(Cell("code", source, "relu" if "def relu" in source else ""))
    return answers.verdict(check, TASK)


@pytest.mark.parametrize(
    ("sources", "remarks"),
    [
        ([RIGHT], ()),
        (
            ["np = 3", RIGHT],
            ("Your notebook gives np another value; the check used the original.",),
        ),
        (
            ["del np", RIGHT],
            ("Your notebook gives np another value; the check used the original.",),
        ),
        (
            [RIGHT, "relu = relu(np.ones(2))"],
            ("Your notebook gives relu another value; the check used the original.",),
        ),
        (
            ["def relu(z):", "    return np.maximum(z, 0)"],
            ("The answer of relu is split into several cells; they were run as one.",),
        ),
    ],
)
def test_slips_cost_nothing(answers, sources, remarks):
    """The function is right, and is called right."""
    found = verdict(answers, *sources)
    assert (Kind.CORRECT, remarks) == (found.kind, found.remarks)


def test_a_changed_check_names_the_function(answers):
    """A function of another name counts where none has the right one."""
    other = Cell("code", "", "check-relu", function="mine")
    found = verdict(answers, RIGHT.replace("relu", "mine"), check=other)
    says = "Your check was given mine; the task asks for relu."
    assert (Kind.CORRECT, (says,)) == (found.kind, found.remarks)


def test_the_function_that_the_task_asks_for_comes_first(answers):
    """A check of another function does not replace a wrong answer."""
    other = Cell("code", "", "check-relu", function="mine")
    found = verdict(answers, RIGHT.replace("relu", "mine"), WRONG, check=other)
    assert found.score < 1


@pytest.mark.parametrize(
    "sources", [[WRONG], ["np = 3", WRONG], [WRONG, "x = ("], [WRONG, "sum = 0"]]
)
def test_a_wrong_answer_stays_wrong(answers, sources):
    """No slip makes it right."""
    assert verdict(answers, *sources).score < 1


def test_an_answer_below_its_check_counts(answers):
    """It is judged when all cells have run, and only where nothing was above."""
    before = verdict(answers)
    below = Cell("code", RIGHT, "relu")
    answers.submit(below)
    found = answers.verdict_at_the_end(before, [below])
    says = "relu is defined below the check of relu; move the check below the definition."
    assert (Kind.CORRECT, (says,)) == (found.kind, found.remarks)


def test_an_answer_below_does_not_replace_one_above(answers):
    """The last definition above the check counts."""
    before = verdict(answers, WRONG)
    below = Cell("code", RIGHT, "relu")
    answers.submit(below)
    assert before == answers.verdict_at_the_end(before, [below])


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        (["def relu(z):\n    return (z"], "The cell of relu stopped with SyntaxError"),
        (
            ["def part(z):\n    return (z", "def relu(z):\n    return part(z)", "x = 1"],
            "The cell that defines part stopped with SyntaxError",
        ),
        (
            ["EDGE = 0 * 'x' + 1", "def relu(z):\n    return np.maximum(z, EDGE)", "x = 1"],
            "The cell that defines EDGE stopped with TypeError",
        ),
        (
            ["low = input()\ndef relu(z):\n    return np.maximum(z, low)"],
            "The cell of relu calls input(), but nobody can type",
        ),
    ],
)
def test_the_failed_cell_is_named(answers, sources, says):
    """A cell that should define what is missing is the reason."""
    assert says in verdict(answers, *sources).message


def test_other_failed_cells_are_not_named(answers):
    """What the answer does not need explains nothing."""
    found = verdict(answers, "1 / 0", "plot = missing", "def relu(z):\n    return z.a", "x = 1")
    assert (Kind.CRASHED, ()) == (found.kind, found.remarks)
