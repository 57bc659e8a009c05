"""What holds for every task that is found, so that nobody writes a test for a new one."""

import itertools
import math
import random
import signal
import sys

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.comparison import FLOAT32_FACTOR, as_array, same_results
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.variants import (
    compatible,
    conventions,
    observations,
    observe_right_answer,
    right_answers,
    single_variants,
    variant,
)
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
    for implementation in right_answers(task):
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
    if all(seen.message for seen in observe_right_answer(task, 0, identity.partition("/")[2], 0)):
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


@every_task
def test_the_pieces_make_the_reference(identity, task):
    """The right answer that mistakes are put into gives what the library gives."""
    if task.make is None:
        pytest.skip("its mistakes are whole functions, or change arguments and results alone")
    verdict = verdict_on(identity, task.make(**task.conventions[0]))
    assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score), verdict.message


@pytest.mark.parametrize(("identity", "misconception"), MISCONCEPTIONS)
@pytest.mark.parametrize("seed", SEEDS)
def test_misconceptions_are_rejected_and_named(identity, misconception, seed):
    """Each known mistake is named, whatever the inputs, in a message that is short."""
    wrong = next(single_variants(TASKS[identity], misconception))
    verdict = verdict_on(identity, wrong, seed)
    assert Kind.MISCONCEPTION == verdict.kind, verdict.message
    assert (misconception.name,) == verdict.misconceptions, verdict.message
    assert misconception.message == verdict.sentence
    assert verdict.score < 1
    _assert_readable(verdict)


@every_task
def test_misconceptions_are_named_in_every_convention(identity, task):
    """Whoever follows another convention is told the mistake, too."""
    unnamed = [
        (misconception.name, number)
        for misconception in task.misconceptions
        for number, wrong in enumerate(single_variants(task, misconception))
        if number and verdict_on(identity, wrong).kind not in {Kind.MISCONCEPTION, Kind.CORRECT}
    ]
    assert [] == unnamed, f"{identity}: these mistakes are not named in these conventions"


@every_task
def test_misconceptions_can_be_told_apart(identity, task):
    """No two known mistakes, and no mistake and a right answer, look the same."""
    name = identity.partition("/")[2]
    seen = {
        mistake.name: [*observations(task, _first_convention(task, mistake), (mistake,), name, 0)]
        for mistake in task.misconceptions
    }
    rights = {f"right {i}": observe_right_answer(task, i, name, 0) for i in conventions(task)}
    seen |= rights
    alike = [
        pair
        for pair in itertools.combinations(seen, 2)
        if not (pair[0] in rights and pair[1] in rights)
        and _look_the_same(task, *map(seen.get, pair))
    ]
    assert [] == alike, f"{identity}: the inputs of the task cannot tell these apart"


def _first_convention(task, mistake):
    """The first convention in which a mistake can be made."""
    return next(i for i in conventions(task) if variant(task, i, (mistake,)) is not None)


def _look_the_same(task, one, other):
    return len(one) == len(other) and all(
        same_results(a, b, task.tolerance) for a, b in zip(one, other, strict=True)
    )


@every_task
@pytest.mark.parametrize("most", [8, pytest.param(60, id="many", marks=pytest.mark.slow)])
def test_two_mistakes_at_once_are_named(identity, task, most):
    """Of two mistakes at once both are named, or others that do exactly the same."""
    name = identity.partition("/")[2]
    pairs = [
        pair
        for pair in itertools.combinations(task.misconceptions, 2)
        if compatible(*pair) and variant(task, 0, pair) is not None
    ]
    random.Random(identity).shuffle(pairs)
    unnamed = []
    for pair in pairs[:most]:
        verdict = verdict_on(identity, variant(task, 0, pair))
        if verdict.kind is Kind.CORRECT:  # each undoes the other
            continue
        _assert_readable(verdict)
        known = {mistake.name: mistake for mistake in task.misconceptions}
        said = tuple(known[name] for name in verdict.misconceptions if name in known)
        made = [*observations(task, 0, pair, name, 0)]
        same = any(
            _look_the_same(task, made, [*observed])
            for number in conventions(task)
            if (observed := observations(task, number, said, name, 0)) is not None
        )
        if verdict.kind is Kind.MISCONCEPTION and (said or not verdict.misconceptions):
            assert same, f"{[m.name for m in pair]} were called {verdict.misconceptions}"
        elif verdict.kind is not Kind.MISCONCEPTION:
            unnamed.append([mistake.name for mistake in pair])
    assert len(unnamed) <= max(1, 0.1 * len(pairs[:most])), f"{identity}: not named: {unnamed}"


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
    assert (Kind.MISCONCEPTION, 0) == (verdict.kind, verdict.score)
    assert "in-place" in verdict.misconceptions
    assert "changes its argument" in verdict.sentence


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
    """A misconception's sentence is short and has a subject; its name is a word or a few."""
    names = [misconception.name for misconception in task.misconceptions]
    assert len(names) == len({*names}), f"{identity}: two mistakes have one name"
    for misconception in task.misconceptions:
        words = misconception.message.split()
        assert 4 <= len(words) <= 25, f"{len(words)} words: {misconception.message}"
        assert len(misconception.message) <= 140, misconception.message
        assert words[0] not in {"It", "That", "This", "There"}, misconception.message
        assert misconception.name.replace("-", "").isalpha()


@every_task
def test_there_are_misconceptions_and_hints(identity, task):
    """At least three mistakes are known, or it is said why not; three hints lead to the answer."""
    assert len(task.misconceptions) >= 3 or task.why_few
    assert 3 == len({*task.hints})
    assert all(20 <= len(words) <= 160 for words in task.hints)


@every_task
@pytest.mark.parametrize("mistakes", [3, pytest.param(None, id="all", marks=pytest.mark.slow)])
def test_the_number_is_what_nbgrader_reads(identity, task, mistakes):
    """The score shown is the number that a cell gives: finite, and a share."""
    known = task.misconceptions[:mistakes]
    wrong = [next(single_variants(task, misconception)) for misconception in known]
    for implementation in (task.reference, *wrong):
        result = check(identity, implementation)
        assert math.isfinite(result)
        assert 0 <= result <= 1
        assert float(result) == result.verdict.score
