"""What holds for every task that is found, so that nobody writes a test for a new one."""

import itertools
import math
import signal
import sys

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.comparison import FLOAT32_FACTOR, agree, as_array
from chainrule_grader.judging.judge import judge, reference_observations
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.verdict import Kind
from hypothesis import given, settings
from hypothesis import strategies as st

TASKS = {
    identity: registry.find(identity)
    for problem_set in registry.problem_sets()
    for identity in registry.identities(problem_set)
}
MISCONCEPTIONS = [
    pytest.param(identity, misconception, id=f"{identity}-{misconception.name}")
    for identity, task in TASKS.items()
    for misconception in task.misconceptions
]
SEEDS = (0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 20261121)))

unix = pytest.mark.skipif(
    not hasattr(signal, "SIGPROF"), reason="only on Unix can a function be interrupted"
)
every_task = pytest.mark.parametrize(("identity", "task"), TASKS.items(), ids=TASKS)


def verdict_on(identity, function, seed=0, seconds=4.0):
    """Judge a function in this process."""
    name = identity.partition("/")[2]
    subject = LocalSubject(name, function, seconds).with_replacements(TASKS[identity].helpers)
    return judge(identity, TASKS[identity], subject, seed)


def mapped(change, value):
    """Change every array of a plain value."""
    if isinstance(value, (list, tuple)):
        return type(value)(mapped(change, item) for item in value)
    if isinstance(value, dict):
        return {key: mapped(change, item) for key, item in value.items()}
    array = as_array(value)
    return value if array is None else change(array)


def in_single_precision(array):
    """Narrow numbers, but for a single whole one, which is a size or a switch."""
    whole = array.ndim == 0 and array.dtype.kind in "biu"
    return array[()] if whole else array.astype(np.float32)


@every_task
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**63 - 1))
def test_right_answers_earn_everything_under_any_seed(identity, task, seed):
    """The reference and every accepted convention are right."""
    for implementation in (task.reference, *task.also_right):
        verdict = verdict_on(identity, implementation, seed)
        assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score), verdict.message


@every_task
@pytest.mark.parametrize("seed", SEEDS)
def test_single_precision_is_right(identity, task, seed):
    """Whoever computes in float32 throughout is right; a count stays a whole number."""

    def narrow(value):
        return value if isinstance(value, int) else mapped(in_single_precision, value)

    def single(*args):
        with np.errstate(all="ignore"):
            return narrow(task.reference(*map(narrow, args)))

    assert Kind.CORRECT == verdict_on(identity, single, seed).kind


@every_task
@pytest.mark.parametrize("precision", ["float32", "float64"])
def test_a_small_error_is_an_error(identity, task, precision):
    """A hundred times the tolerance is not let through, where numbers are compared."""
    if all(
        seen.message
        for seen in reference_observations(task, task.reference, identity.partition("/")[2], 0)
    ):
        pytest.skip("it is judged by properties alone, which have no tolerance")
    error = 100 * task.tolerance * (FLOAT32_FACTOR if precision == "float32" else 1)

    def slightly_wrong(*args):
        return mapped(
            lambda a: (a + error * np.maximum(1, np.abs(a))).astype(precision),
            task.reference(*args),
        )

    assert Kind.WRONG == verdict_on(identity, slightly_wrong).kind


@every_task
def test_the_empty_stub_is_not_attempted(identity, task):
    """What students are given earns nothing and is not called wrong."""

    def stub(*_args):
        raise NotImplementedError

    verdict = verdict_on(identity, stub)
    assert (Kind.NOT_ATTEMPTED, 0) == (verdict.kind, verdict.score)


@every_task
@pytest.mark.parametrize(
    "trivial",
    [
        lambda *_args: None,
        lambda *_args: 0.0,
        lambda first, *_args: first,
        lambda first, *_args: first * -1.0,
        lambda first, *_args: np.zeros(np.shape(first)),
        lambda first, *_args: np.ones(np.shape(first)),
        lambda first, *_args: np.full(np.shape(first), np.nan),
        lambda first, *_args: np.full(np.shape(first), np.inf),
    ],
    ids=["none", "zero", "same", "minus", "zeros", "ones", "nan", "inf"],
)
def test_answers_without_thought_earn_nothing(identity, task, trivial):
    """No constant, and not the input itself, earns a part of the points."""
    assert 0 == verdict_on(identity, trivial).score


@pytest.mark.parametrize(("identity", "misconception"), MISCONCEPTIONS)
@pytest.mark.parametrize("seed", SEEDS)
def test_misconceptions_are_rejected_and_named(identity, misconception, seed):
    """Each known mistake is named, whatever the inputs, in a message that is short."""
    verdict = verdict_on(identity, misconception.wrong, seed)
    assert (Kind.MISCONCEPTION, misconception.name) == (verdict.kind, verdict.misconception)
    assert misconception.message == verdict.sentence
    assert verdict.score < 1
    _assert_readable(verdict)


@every_task
def test_misconceptions_can_be_told_apart(identity, task):
    """No two known mistakes, and no mistake and a right answer, look the same."""
    name = identity.partition("/")[2]
    implementations = {m.name: m.wrong for m in task.misconceptions}
    rights = {f"right {i}": f for i, f in enumerate((task.reference, *task.also_right))}
    seen = {
        key: reference_observations(task, function, name, 0)
        for key, function in (implementations | rights).items()
    }
    alike = [
        pair
        for pair in itertools.combinations(seen, 2)
        if len(seen[pair[0]]) == len(seen[pair[1]])
        and all(agree(a, b, task.tolerance) for a, b in zip(*map(seen.get, pair), strict=True))
        and not (pair[0] in rights and pair[1] in rights)
    ]
    assert [] == alike


@every_task
def test_an_input_changed_in_place_is_reported(identity, task):
    """Right numbers do not excuse a spoiled input."""
    spoiled = []

    def spoils(*args):
        result = task.reference(*args)
        first = next((arg for arg in args if isinstance(arg, (list, np.ndarray))), None)
        spoiled.append(first is not None)
        if isinstance(first, list):
            first.clear()
        elif first is not None:
            first += 1
        return result

    verdict = verdict_on(identity, spoils)
    if not any(spoiled):
        pytest.skip("its arguments are numbers, which nobody can change in place")
    assert verdict.kind in {Kind.WRONG, Kind.MISCONCEPTION}
    assert 0 == verdict.score
    assert "input" in verdict.sentence or "list that it was given" in verdict.sentence


def _loops(*_args):
    while True:
        pass


def _crashes(*_args):
    raise ValueError("no such thing")


def _forbidden(*_args):
    from chainrule_worker.forbidden import reject_import

    reject_import("torch")


@every_task
@pytest.mark.parametrize(
    ("function", "kind"),
    [
        pytest.param(_crashes, Kind.CRASHED, id="crash"),
        pytest.param(_loops, Kind.TIMED_OUT, id="loop", marks=unix),
        pytest.param(lambda *_: sys.exit(3), Kind.CRASHED, id="exit"),
        pytest.param(_forbidden, Kind.FORBIDDEN, id="forbidden"),
        pytest.param(lambda *_: np.zeros((7, 5, 3)), Kind.WRONG, id="shape"),
        pytest.param(lambda *_: "right", Kind.WRONG, id="string"),
        pytest.param(lambda *_: object(), Kind.WRONG, id="object"),
        pytest.param(lambda *_: [0] * 10**5, Kind.CRASHED, id="huge"),
        pytest.param(lambda *_: print("x" * 10**6, file=sys.stderr), Kind.WRONG, id="flood"),
        pytest.param("no function", Kind.CRASHED, id="not-callable"),
    ],
)
# What is raised while the collector is at work, Python reports and drops; it is raised again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_every_disaster_has_its_verdict(identity, task, function, kind, capfd):
    """A disaster earns nothing, is called what it is, and prints nothing."""
    # Only the loop is to run into its limit, however busy the machine is.
    seconds = 0.05 if function is _loops else 4.0
    verdict = verdict_on(identity, function, seconds=seconds)
    assert (kind, 0) == (verdict.kind, verdict.score), verdict.message
    assert ("", "") == tuple(capfd.readouterr())
    _assert_readable(verdict)


@every_task
def test_a_fault_of_the_task_is_not_the_students(identity, task, monkeypatch):
    """An exception in a task's own code is reported as the grader's."""
    monkeypatch.setattr("chainrule_grader.judging.judge.observe", lambda *_: 1 / 0)
    verdict = verdict_on(identity, task.reference)
    assert Kind.GRADER_FAULT == verdict.kind
    assert "not your mistake" in verdict.sentence


def _assert_readable(verdict):
    """Assert that a message fits a line or two, on a page and in a terminal."""
    assert 10 <= len(verdict.sentence) <= 350
    assert len(verdict.message) <= 1000
    assert verdict.sentence[-1] in ".?!"
    assert verdict.task in as_text(verdict)
    assert as_html(verdict).count("<div") == as_html(verdict).count("</div")


@every_task
def test_misconceptions_name_the_mistake_in_a_line(identity, task):
    """A misconception's sentence is one line, and its name is a word or a few."""
    for misconception in task.misconceptions:
        assert 20 <= len(misconception.message) <= 120
        assert misconception.name.replace("-", "").isalpha()


@every_task
def test_there_are_misconceptions_and_hints(identity, task):
    """At least three mistakes are known, or it is said why not; three hints lead to the answer."""
    assert len(task.misconceptions) >= 3 or task.why_few
    assert 3 == len({*task.hints})
    assert all(20 <= len(words) <= 120 for words in task.hints)


@every_task
@pytest.mark.parametrize("mistakes", [3, pytest.param(None, id="all", marks=pytest.mark.slow)])
def test_the_number_is_what_nbgrader_reads(identity, task, mistakes):
    """The score shown is the number that a cell gives: finite, and a share."""
    wrong = [misconception.wrong for misconception in task.misconceptions[:mistakes]]
    for implementation in (task.reference, *wrong):
        result = check(identity, implementation)
        assert math.isfinite(result)
        assert 0 <= result <= 1
        assert float(result) == result.verdict.score
