"""Wrong answers of every kind that students give are not right, and nearly all are named.

`<set>/wrong.py` holds the wrong answers of a set: `WRONG`, by task and by name, and `NAMED`, the
share of them that is named at least.
"""

import functools
import importlib.util
from pathlib import Path

import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def answers(file):
    """Load the wrong answers of a set."""
    spec = importlib.util.spec_from_file_location(f"wrong_{file.parent.name}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SETS = {
    file.parent.name: answers(file) for file in sorted(Path(__file__).parent.glob("*/wrong.py"))
}
ANSWERS = [
    (f"{problem_set}/{task}-{name}", f"{problem_set}/{task}", answer)
    for problem_set, module in SETS.items()
    for task, wrong in module.WRONG.items()
    for name, answer in wrong.items()
]
QUICK = 6
"""The quick tests check one of so many answers, the slow tests all of them."""
CASES = [
    pytest.param(*given, id=name, marks=[pytest.mark.slow] if number % QUICK else [])
    for number, (name, *given) in enumerate(ANSWERS)
]


@functools.cache
def verdict_on(identity, answer):
    """Check an answer once."""
    return check(identity, answer).verdict


@pytest.mark.parametrize(("identity", "answer"), CASES)
def test_a_wrong_answer_is_not_right(identity, answer):
    """No wrong answer gets every point, and none is blamed on the grader."""
    verdict = verdict_on(identity, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


@pytest.mark.slow
@pytest.mark.parametrize("problem_set", SETS)
def test_nearly_all_wrong_answers_are_named(problem_set):
    """The verdict names a known mistake, or two."""
    verdicts = {
        name: verdict_on(*given) for name, *given in ANSWERS if name.startswith(f"{problem_set}/")
    }
    unnamed = {name: v for name, v in verdicts.items() if not v.misconceptions}
    for name, verdict in unnamed.items():
        print(f"{name}: {verdict.message}")
    share = 1 - len(unnamed) / len(verdicts)
    assert share >= SETS[problem_set].NAMED, f"{share:.1%} of {len(verdicts)} are named"
