"""What holds for every task that is found, so that nobody writes a test for a new one."""

import dataclasses
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
from chainrule_grader.judging.task import Misconception
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


def in_a_line(verdict):
    """What the judge said, in one line, for the message of a failure."""
    named = f" {verdict.misconception}" if verdict.misconception else ""
    return f"{verdict.kind}{named}, {verdict.score:g} of 1: {verdict.message}"


@every_task
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**63 - 1))
def test_right_answers_earn_everything_under_any_seed(identity, task, seed):
    """The reference and every accepted convention are right."""
    rights = {f"right answer {i}": right for i, right in enumerate(right_answers(task))}
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
    if all(seen.message for seen in observe_right_answer(task, 0, identity.partition("/")[2], 0)):
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
    expected = (Kind.MISCONCEPTION, (misconception.name,))
    assert expected == (verdict.kind, verdict.misconceptions), (
        f"{identity}: the mistake {misconception.name} must be named under seed {seed}, and is "
        f"{in_a_line(verdict)}\nAdd an input on which it differs from what it was taken for; if it "
        "crashes on an input, return what a student would see."
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


@pytest.mark.slow
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
    assert [] == alike, (
        f"{identity}: on all inputs, "
        f"{'; '.join(f'{a} gives the same results as {b}' for a, b in alike)}.\n"
        "Add an input to `_inputs` on which they differ. If there is none, remove the mistake: it "
        "is the other one, or a right answer."
    )


def _first_convention(task, mistake):
    """The first convention in which a mistake can be made."""
    return next(i for i in conventions(task) if variant(task, i, (mistake,)) is not None)


def _look_the_same(task, one, other):
    return len(one) == len(other) and all(
        same_results(a, b, task.tolerance) for a, b in zip(one, other, strict=True)
    )


@every_task
@pytest.mark.parametrize("most", [3, pytest.param(40, id="many", marks=pytest.mark.slow)])
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
    assert len(unnamed) <= max(1, 0.2 * len(pairs[:most])), f"{identity}: not named: {unnamed}"


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
    is_reported = "changes its argument" in verdict.sentence
    is_named = "in-place" in verdict.misconceptions
    expected = (Kind.MISCONCEPTION, True, True, 0)
    assert expected == (verdict.kind, is_reported, is_named, verdict.score), (
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
    # A wrong kind of result may be a known mistake, such as one array where a pair is needed.
    found = Kind.WRONG if verdict.kind is Kind.MISCONCEPTION else verdict.kind
    assert (kind, 0) == (found, verdict.score), (
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
    """A misconception's sentence is short and has a subject; its name is a word or a few."""
    names = [misconception.name for misconception in task.misconceptions]
    assert len(names) == len({*names}), f"{identity}: two mistakes have one name"
    for misconception in task.misconceptions:
        name, words = misconception.name, misconception.message.split()
        assert 4 <= len(words) <= 25, (
            f"{identity}: the sentence of {name} must have 4 to 25 words, and has {len(words)}: "
            f"{misconception.message!r}"
        )
        assert len(misconception.message) <= 140, (
            f"{identity}: the sentence of {name} must have at most 140 characters, and has "
            f"{len(misconception.message)}: {misconception.message!r}"
        )
        assert words[0] not in {"It", "That", "This", "There"}, (
            f"{identity}: the sentence of {name} must name its subject: {misconception.message!r}"
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
        assert 20 <= len(words) <= 160, (
            f"{identity}: hint {number} must have 20 to 160 characters, and has {len(words)}: "
            f"{words!r}"
        )


@every_task
@pytest.mark.parametrize("mistakes", [3, pytest.param(None, id="all", marks=pytest.mark.slow)])
def test_the_number_is_what_nbgrader_reads(identity, task, mistakes):
    """The score shown is the number that a cell gives: finite, and a share."""
    known = task.misconceptions[:mistakes]
    wrong = [next(single_variants(task, misconception)) for misconception in known]
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
            "the sentence of a-mistake must have 4 to 25 words, and has 1: 'Wrong.'",
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
