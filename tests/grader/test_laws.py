"""What holds for every task that is found, so that nobody writes a test for a new one."""

import dataclasses
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
from chainrule_grader.judging.task import Misconception
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


def in_a_line(verdict):
    """What the judge said, in one line, for the message of a failure."""
    named = f" {verdict.misconception}" if verdict.misconception else ""
    return f"{verdict.kind}{named}, {verdict.score:g} of 1: {verdict.message}"


@every_task
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**63 - 1))
def test_right_answers_earn_everything_under_any_seed(identity, task, seed):
    """The reference and every accepted convention are right."""
    rights = {"reference": task.reference}
    rights |= {f"also_right[{i}]": right for i, right in enumerate(task.also_right)}
    for name, implementation in rights.items():
        verdict = verdict_on(identity, implementation, seed)
        assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score), (
            f"{identity}: {name} must be right under every seed, and under {seed} it is "
            f"{in_a_line(verdict)}\nCorrect {name}, or make `_inputs` leave out what is not asked."
        )


@every_task
@pytest.mark.parametrize("seed", SEEDS)
def test_single_precision_is_right(identity, task, seed):
    """Whoever computes in float32 throughout is right; a count stays a whole number."""

    def narrow(value):
        return value if isinstance(value, int) else mapped(in_single_precision, value)

    def single(*args):
        with np.errstate(all="ignore"):
            return narrow(task.reference(*map(narrow, args)))

    verdict = verdict_on(identity, single, seed)
    assert Kind.CORRECT == verdict.kind, (
        f"{identity}: the reference in float32 must be right, and is {in_a_line(verdict)}\n"
        "Choose inputs on which float32 is exact enough, or a larger `tolerance`."
    )


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

    verdict = verdict_on(identity, slightly_wrong)
    assert Kind.WRONG == verdict.kind, (
        f"{identity}: the reference with an error of {error:g} ({precision}) must be `wrong`, and "
        f"is {in_a_line(verdict)}\nChoose a smaller `tolerance`, or a misconception that does not "
        "equal every small error."
    )


@every_task
def test_the_empty_stub_is_not_attempted(identity, task):
    """What students are given earns nothing and is not called wrong."""

    def stub(*_args):
        raise NotImplementedError

    verdict = verdict_on(identity, stub)
    assert (Kind.NOT_ATTEMPTED, 0) == (verdict.kind, verdict.score), (
        f"{identity}: a function that raises NotImplementedError must be `not_attempted`, and is "
        f"{in_a_line(verdict)}\nDo not catch NotImplementedError in `observe`."
    )


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
    verdict = verdict_on(identity, trivial)
    assert 0 == verdict.score, (
        f"{identity}: an answer without thought must earn nothing, and is {in_a_line(verdict)}\n"
        "Add an input to the criterion that it passes, so that this answer is wrong there."
    )


@pytest.mark.parametrize(("identity", "misconception"), MISCONCEPTIONS)
@pytest.mark.parametrize("seed", SEEDS)
def test_misconceptions_are_rejected_and_named(identity, misconception, seed):
    """Each known mistake is named, whatever the inputs, in a message that is short."""
    verdict = verdict_on(identity, misconception.wrong, seed)
    expected = (Kind.MISCONCEPTION, misconception.name)
    assert expected == (verdict.kind, verdict.misconception), (
        f"{identity}: the mistake {misconception.name} must be named under seed {seed}, and is "
        f"{in_a_line(verdict)}\nAdd an input on which it differs from what it was taken for; if it "
        "crashes on an input, let `wrong` return what a student would see."
    )
    assert misconception.message == verdict.sentence, (
        f"{identity}: the verdict on {misconception.name} must have its sentence, and says "
        f"{verdict.sentence!r}"
    )
    assert verdict.score < 1, (
        f"{identity}: the mistake {misconception.name} earns every point; add an input on which "
        "its result is wrong."
    )
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
    assert [] == alike, (
        f"{identity}: on all inputs, "
        f"{'; '.join(f'{a} gives the same results as {b}' for a, b in alike)}.\n"
        "Add an input to `_inputs` on which they differ. If there is none, remove the mistake: it "
        "is the other one, or a right answer."
    )


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
    is_reported = "input" in verdict.sentence or "list that it was given" in verdict.sentence
    is_wrong = verdict.kind in {Kind.WRONG, Kind.MISCONCEPTION}
    assert (True, True, 0) == (is_reported, is_wrong, verdict.score), (
        f"{identity}: right results with a changed input must earn nothing, with a sentence that "
        f"says so, and the verdict is {in_a_line(verdict)}\nPass the arguments in `observe` as "
        "arrays or lists, and do not copy them before the call."
    )


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
    assert (kind, 0) == (verdict.kind, verdict.score), (
        f"{identity}: the verdict must be {kind} with no points, and is {in_a_line(verdict)}\n"
        "Let `observe` pass on what a call raised, and give no points for a result of the wrong "
        "kind."
    )
    printed = tuple(capfd.readouterr())
    assert ("", "") == printed, (
        f"{identity}: a check must print nothing, and printed {printed!r}; remove the print from "
        "the task, or the warning from its computation."
    )
    _assert_readable(verdict)


@every_task
def test_a_fault_of_the_task_is_not_the_students(identity, task, monkeypatch):
    """An exception in a task's own code is reported as the grader's."""
    monkeypatch.setattr("chainrule_grader.judging.judge.observe", lambda *_: 1 / 0)
    verdict = verdict_on(identity, task.reference)
    assert Kind.GRADER_FAULT == verdict.kind, (
        f"{identity}: an exception in `observe` must be the grader's fault, and is "
        f"{in_a_line(verdict)}"
    )
    assert "not your mistake" in verdict.sentence, (
        f"{identity}: the sentence must say whose fault it is, and says {verdict.sentence!r}"
    )


def _assert_readable(verdict):
    """Assert that a message fits a line or two, on a page and in a terminal."""
    task, sentence = verdict.task, verdict.sentence
    assert 10 <= len(sentence) <= 350, (
        f"{task}: a sentence must have 10 to 350 characters, and {sentence!r} has {len(sentence)}"
    )
    assert len(verdict.message) <= 1000, (
        f"{task}: a message with its case must have at most 1000 characters, and has "
        f"{len(verdict.message)}; choose smaller inputs: {verdict.message!r}"
    )
    assert sentence[-1] in ".?!", f"{task}: {sentence!r} must end with a full stop"
    assert task in as_text(verdict), f"{task}: the text must name the task: {as_text(verdict)!r}"
    html = as_html(verdict)
    assert html.count("<div") == html.count("</div"), f"{task}: this HTML is not closed: {html}"


@every_task
def test_misconceptions_name_the_mistake_in_a_line(identity, task):
    """A misconception's sentence is one line, and its name is a word or a few."""
    for misconception in task.misconceptions:
        name, message = misconception.name, misconception.message
        assert 20 <= len(message) <= 120, (
            f"{identity}: the sentence of {name} must have 20 to 120 characters, and has "
            f"{len(message)}: {message!r}"
        )
        assert name.replace("-", "").isalpha(), (
            f"{identity}: the name {name!r} must be words with hyphens between them, in letters"
        )


@every_task
def test_there_are_misconceptions_and_hints(identity, task):
    """At least three mistakes are known, or it is said why not; three hints lead to the answer."""
    count = len(task.misconceptions)
    assert count >= 3 or task.why_few, (
        f"{identity}: it knows {count} mistakes; add misconceptions up to three, or say in "
        "`why_few` why there are no more"
    )
    assert 3 == len({*task.hints}), f"{identity}: the three hints must differ: {task.hints}"
    for number, words in enumerate(task.hints, start=1):
        assert 20 <= len(words) <= 120, (
            f"{identity}: hint {number} must have 20 to 120 characters, and has {len(words)}: "
            f"{words!r}"
        )


@every_task
@pytest.mark.parametrize("mistakes", [3, pytest.param(None, id="all", marks=pytest.mark.slow)])
def test_the_number_is_what_nbgrader_reads(identity, task, mistakes):
    """The score shown is the number that a cell gives: finite, and a share."""
    wrong = [misconception.wrong for misconception in task.misconceptions[:mistakes]]
    for implementation in (task.reference, *wrong):
        result = check(identity, implementation)
        assert math.isfinite(result), f"{identity}: the score must be finite, and is {result!r}"
        assert 0 <= result <= 1, f"{identity}: the score must be from 0 to 1, and is {result!r}"
        assert float(result) == result.verdict.score, (
            f"{identity}: a cell gives {float(result)}, and its verdict {result.verdict.score}"
        )


def _mistake(
    name="a-mistake", wrong=np.abs, message="You take the absolute value; return max(0, z)."
):
    return Misconception(name, wrong, message)


@pytest.mark.parametrize(
    ("law", "change", "says"),
    [
        (
            test_misconceptions_can_be_told_apart,
            {"misconceptions": (_mistake(wrong=lambda z: np.maximum(z, 0)),)},
            "a-mistake gives the same results as right 0.*Add an input to `_inputs`",
        ),
        (
            test_misconceptions_name_the_mistake_in_a_line,
            {"misconceptions": (_mistake(message="Wrong."),)},
            "the sentence of a-mistake must have 20 to 120 characters, and has 6: 'Wrong.'",
        ),
        (
            test_misconceptions_name_the_mistake_in_a_line,
            {"misconceptions": (_mistake(name="mistake 1"),)},
            "the name 'mistake 1' must be words with hyphens",
        ),
        (
            test_there_are_misconceptions_and_hints,
            {"misconceptions": ()},
            "it knows 0 mistakes; add misconceptions up to three, or say in `why_few`",
        ),
        (
            test_there_are_misconceptions_and_hints,
            {"hints": ("the same words twice", "the same words twice", "other words than those")},
            "the three hints must differ",
        ),
    ],
)
def test_a_broken_law_says_what_to_do(law, change, says):
    """The message names the task, what is wrong with it, and the remedy."""
    broken = dataclasses.replace(TASKS["activations/relu"], **change)
    with pytest.raises(AssertionError, match=f"(?s)activations/relu: .*{says}"):
        law("activations/relu", broken)
