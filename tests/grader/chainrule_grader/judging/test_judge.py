"""The judge gives points by parts, names what it knows, and shows the first disagreement."""

import time

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.failures import failure_sentence
from chainrule_grader.judging.judge import fault, judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.observation import calls, value
from chainrule_grader.judging.task import Misconception, Observation, Task, switch
from chainrule_grader.judging.verdict import Case, Kind
from chainrule_worker.calls.failure import Failure

SPOILED = "f changes its argument z in place; make a new array instead."
NAN = "It divides zero by zero."
TWICE = "It doubles."


def _inputs(_rng):
    yield "small", np.array([1.0, 2.0])
    yield "small", np.array([[3.0, 0.0]])
    yield "zero", np.array([0.0, 1.0])
    yield "large", np.array([-500.0, 1000.0])


def _spoil(z):
    result = z + 1
    z[:] = 0
    return result


def _nan(z):
    return np.where(z == 0, np.nan, z + 1)


def _other_convention(z):
    return np.where(z == 0, 5.0, z + 1)


def increment(**changes):
    """A task: one more than z."""
    given = {
        "reference": lambda z: z + 1.0,
        "observe": calls(_inputs, elementwise=True),
        "misconceptions": (
            Misconception("nan", _nan, NAN),
            Misconception("doubles", lambda z: 2 * z, TWICE),
        ),
        "hints": ("a", "b", "c"),
    }
    return Task(**(given | changes))


TASK = increment()


def judged(function, task=TASK, seconds=2.0):
    """The verdict on a function."""
    return judge("set/f", task, LocalSubject("f", function, seconds), 0)


def test_right():
    """A right answer earns everything and is told so."""
    verdict = judged(lambda z: 1 + z)
    assert (Kind.CORRECT, 1.0, "f is right.") == (verdict.kind, verdict.score, verdict.sentence)
    assert (None, None, ()) == (verdict.misconception, verdict.case, verdict.remarks)


@pytest.mark.parametrize(
    ("wrong", "score"),
    [
        (lambda z: z == 0, 1 / 3),
        (lambda z: (z == 0) | (np.abs(z) > 100), 0.0),
        (lambda z: z == 2, 2 / 3),
        (lambda z: z == 3, 2 / 3),
        (lambda z: z == 1000, 2 / 3),
        (lambda z: z > -1000, 0.0),
    ],
)
def test_partial_credit(wrong, score):
    """Each part counts alike, and earns its share only if all of it is right."""
    assert score == pytest.approx(judged(lambda z: np.where(wrong(z), 99.0, z + 1)).score)


def test_a_part_that_crashes():
    """A crash in one part leaves the points of the others."""

    def answer(z):
        if np.abs(z).max() > 100:
            raise OverflowError("too large")
        return z + 1

    verdict = judged(answer)
    assert (Kind.CRASHED, pytest.approx(2 / 3)) == (verdict.kind, verdict.score)
    assert "f stopped with OverflowError: too large." == verdict.sentence
    assert Case("f([-500, 1000])", "[-499, 1001]", "OverflowError: too large") == verdict.case


def test_other_conventions_are_right():
    """What is accepted beside the reference is right, but no mixture of the two."""
    task = increment(also_right=(_other_convention,))
    assert Kind.CORRECT == judged(_other_convention, task).kind
    assert Kind.CORRECT == judged(lambda z: z + 1, task).kind

    def mixed(z):
        return _other_convention(z) if z.ndim == 2 else z + 1

    assert 1 > judged(mixed, task).score


def test_the_nearest_convention_is_compared_with():
    """Whoever follows another convention is told what is wrong by that convention."""
    task = increment(also_right=(_other_convention,))
    verdict = judged(lambda z: np.where(z == 1000, 0.0, _other_convention(z)), task)
    assert Case("f(z) at z = 1000", "1001", "0") == verdict.case
    assert pytest.approx(2 / 3) == verdict.score


def test_where_one_convention_agrees_no_other_is_asked():
    """A right answer is not kept waiting for the other ways of being right."""
    asked = []
    task = increment(also_right=(lambda z: asked.append(z) or z,))
    assert Kind.CORRECT == judged(lambda z: z + 1, task).kind
    assert [] == asked


def test_the_first_disagreement_is_shown():
    """The simplest input that fails comes first, and of it the number that is wrong."""
    verdict = judged(lambda z: np.where(z == 0, 7.0, z + 1))
    assert Case("f(z) at z = 0", "1", "7") == verdict.case


def test_without_entries_that_belong_together_all_is_shown():
    """Where a result is one thing, it is shown as one."""
    verdict = judged(lambda z: z - 1, increment(observe=calls(_inputs)))
    assert Case("f([1, 2])", "[2, 3]", "[0, 1]") == verdict.case
    assert "Every number that f returns is too small by 2." == verdict.sentence


def test_the_entry_is_found_by_the_tasks_own_tolerance():
    """A strict task's small difference is shown, and is no fault of the grader."""
    verdict = judged(lambda z: z + 1 + 1e-8 * (z == 2), increment(tolerance=1e-10))
    assert (Kind.WRONG, "f(z) at z = 2") == (verdict.kind, verdict.case.call)


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        pytest.param(_spoil, "in-place", id="in-place"),
        pytest.param(_nan, "nan", id="nan"),
        pytest.param(lambda z: z + z, "doubles", id="values"),
        pytest.param(lambda z: (z + z).tolist(), "doubles", id="as-lists"),
        pytest.param(lambda z: (z + z).astype(np.float32), "doubles", id="single"),
    ],
)
def test_a_misconception_is_what_does_exactly_the_same(answer, name):
    """Values, NaN and effects on the input all belong to a known mistake."""
    verdict = judged(answer)
    assert (Kind.MISCONCEPTION, name) == (verdict.kind, verdict.misconception)
    assert {"in-place": SPOILED, "nan": NAN, "doubles": TWICE}[name] == verdict.sentence


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda z: np.where(z == 1000, np.nan, _nan(z)), id="one-more-nan"),
        pytest.param(lambda z: np.where(z == 0, np.inf, z + 1), id="inf-for-nan"),
        pytest.param(lambda z: np.where(z == 1000, 0.0, 2 * z), id="nearly"),
    ],
)
def test_what_does_nearly_the_same_is_another_mistake(answer):
    """A known mistake is not blamed on whoever did something else."""
    verdict = judged(answer)
    assert (Kind.WRONG, None) == (verdict.kind, verdict.misconception)


def test_a_fatal_failure_ends_the_calls():
    """After time has run out once there are no further calls."""
    called = []

    def answer(z):
        called.append(z)
        if len(called) == 2:
            time.sleep(9)
        return z + 1

    verdict = judged(answer, seconds=0.01)
    assert (2, Kind.TIMED_OUT, 0) == (len(called), verdict.kind, verdict.score)


def test_points_earned_before_a_fatal_failure_are_kept():
    """What was right before time ran out stays right."""

    def answer(z):
        return z + 1 if np.abs(z).max() < 100 else time.sleep(9)

    assert pytest.approx(2 / 3) == judged(answer, seconds=0.01).score


def test_a_usual_failure_does_not_end_the_calls():
    """After a crash the other inputs are tried."""
    called = []
    judged(lambda z: called.append(z) or 1 / 0)
    assert 4 == len(called)


def _raise(error):
    raise error


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (lambda _z: _raise(NotImplementedError()), Kind.NOT_ATTEMPTED, "f is not written yet."),
        (lambda _z: _raise(SystemExit(2)), Kind.CRASHED, "Your code ends the program"),
        (lambda: 0, Kind.CRASHED, "f stopped with TypeError"),
        (lambda _z: time.sleep(9), Kind.TIMED_OUT, "f did not finish"),
        (lambda _z: None, Kind.WRONG, "f returns None; return the result."),
    ],
)
def test_how_it_ends(answer, kind, words):
    """Each way to fail has its verdict."""
    verdict = judged(answer, seconds=0.01)
    assert (kind, 0) == (verdict.kind, verdict.score)
    assert verdict.sentence.startswith(words)


def test_written_for_some_cases_only():
    """A part that is still to be written is told, and the others count."""

    def answer(z):
        if 0 in z:
            raise NotImplementedError
        return z + 1

    verdict = judged(answer)
    assert (Kind.WRONG, pytest.approx(1 / 3)) == (verdict.kind, verdict.score)
    assert "f is not written for this case." == verdict.sentence


def test_remarks_cost_nothing():
    """Warnings that came with right results are told once each."""
    verdict = judged(lambda z: z + 1 + 0 * np.exp(-np.exp(np.abs(z))))
    assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score)
    warned = "RuntimeWarning: overflow encountered in exp"
    assert (f"NumPy or Python warned: “{warned}” (no points lost).",) == verdict.remarks


def test_a_result_that_cannot_be_gone_on_with():
    """Where a task needs one result for the next call, a failure ends the observation."""

    def observe(subject, _rng):
        half = subject(1.0)
        yield Observation("all", "f(f(1))", subject.call(half))

    task = increment(observe=observe)
    assert Kind.CORRECT == judged(lambda z: z + 1, task).kind
    verdict = judged(lambda _z: 1 / 0, task)
    assert (Kind.CRASHED, 0) == (verdict.kind, verdict.score)


def test_a_failure_that_is_asked_for():
    """Where the reference refuses an input, whoever refuses it too is right."""

    def inputs(_rng):
        yield "refusal", "text"
        yield "number", 1.0

    task = increment(observe=calls(inputs), reference=lambda z: z + 1.0)
    assert Kind.CORRECT == judged(lambda z: z + 1, task).kind
    verdict = judged(lambda z: z + 2, task)
    assert ("f(1)", 0.5) == (verdict.case.call, verdict.score)


@pytest.mark.parametrize(
    "broken",
    [
        {"observe": lambda _subject, _rng: 1 / 0},
        {"observe": lambda _subject, _rng: iter([])},
        {"observe": lambda _subject, _rng: iter([5])},
        {"reference": None, "misconceptions": (None,)},
    ],
    ids=["crash", "nothing", "no-observation", "no-misconception"],
)
def test_a_fault_of_the_task_is_the_graders(broken):
    """A broken task is never the student's mistake."""
    verdict = judged(lambda z: z + 2, increment(**broken))
    assert (Kind.GRADER_FAULT, 0) == (verdict.kind, verdict.score)


def test_a_fault_in_words():
    """A fault says what happened, whose it is, and is short."""
    verdict = fault("set/f", KeyError("x" * 999))
    assert "not your mistake" in verdict.sentence
    assert len(verdict.sentence) <= 350


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (
            Failure("ValueError", "no", "x = f(1)"),
            "f stopped with ValueError: no, in the line `x = f(1)`.",
        ),
        (Failure("ValueError", ""), "f stopped with ValueError."),
        (Failure("ValueError", "Two needed."), "f stopped with ValueError: Two needed"),
        (Failure("WorkerGone", "the process ended"), "f ended the whole Python process"),
        (Failure("TimeLimitError", "", "x"), "f did not finish within the time limit, in"),
        (Failure("ForbiddenImportError", "torch may not be used", "import torch"), "torch may not"),
        (Failure("Undefined", "f is not defined"), "f is not written for this case."),
    ],
)
def test_failures_in_words(failure, words):
    """A failure is a sentence with its line."""
    said = failure_sentence("f", failure)
    assert said.startswith(words)
    assert not said.endswith("..")


def test_known_answers_are_not_changed_by_use():
    """The judge's own answers are kept, and judging alters none of them."""
    for _ in range(2):
        assert Kind.CORRECT == judged(lambda z: z + 1).kind
        assert "in-place" == judged(_spoil).misconception


def test_a_known_mistake_that_crashes_keeps_the_students_own_words():
    """The sentence names the mistake, and the case shows what Python said of this answer."""

    def known(z):
        raise ValueError("no such row")

    task = increment(misconceptions=(Misconception("raises", known, "It raises."),))
    verdict = judged(lambda _z: _raise(ValueError("no such row")), task)
    assert (Kind.MISCONCEPTION, "It raises.") == (verdict.kind, verdict.sentence)
    assert "ValueError: no such row" == verdict.case.got
    assert Kind.CRASHED == judged(lambda _z: _raise(ValueError("another")), task).kind


def _off(z):
    """Wrong in a way that no relation explains: some too large, some too small."""
    return z + 1 + np.where(np.arange(z.size).reshape(z.shape) % 2, -0.5, 0.25)


@pytest.mark.parametrize(
    ("later", "kind", "words"),
    [
        (lambda z: _off(z)[:1], Kind.WRONG, "The result of f has shape (1,) here"),
        (lambda z: _off(z) / 0.0, Kind.WRONG, "f returns an infinite number"),
        (
            lambda z: z @ np.eye(3),
            Kind.CRASHED,
            "The inner dimensions of a matrix product are 2 and 3",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_what_says_more_comes_first(later, kind, words):
    """Where nothing can be said about the first wrong numbers, a later result may tell more."""
    verdict = judged(lambda z: later(z) if z[0].any() and np.abs(z).max() > 100 else _off(z))
    assert kind == verdict.kind
    assert verdict.sentence.startswith(words), verdict.sentence
    assert "-500" in verdict.case.call


def test_a_later_relation_is_not_taken_for_all():
    """That one of several wrong results stands in a relation to the right one is not said."""
    verdict = judged(lambda z: -(z + 1) if np.abs(z).max() > 100 else _off(z))
    assert "f returns wrong numbers." == verdict.sentence


@pytest.mark.parametrize(
    ("wrong", "names", "words"),
    [
        (_spoil, ("in-place",), (SPOILED,)),
        (lambda z: _spoil(z) if z.ndim == 1 else z + 1, ("in-place",), (SPOILED,)),
        (lambda z: 2 * (_spoil(z) - 1), ("doubles", "in-place"), (TWICE, SPOILED)),
        (lambda z: _off(_spoil(z) - 1), ("in-place",), ("wrong numbers", SPOILED)),
    ],
)
def test_a_changed_argument_is_told_beside_the_numbers(wrong, names, words):
    """Numbers are compared as if nothing had been changed, and both mistakes are told."""
    verdict = judged(wrong)
    assert (Kind.MISCONCEPTION, names) == (verdict.kind, verdict.misconceptions)
    assert all(sentence in verdict.sentence for sentence in words), verdict.sentence


def test_a_changed_argument_is_shown_before_and_after():
    """The evidence is the argument, since the result is right."""
    assert Case("f([1, 2])", "z stays [1, 2]", "z becomes [0, 0]") == judged(_spoil).case


PAIRS = increment(
    make=lambda one=1.0, factor=1.0, at_zero=None: (
        lambda z: factor * z + np.where((z == 0) & (at_zero is not None), at_zero or 0.0, one)
    ),
    misconceptions=(
        switch("two-more", "You add 2.", one=2.0),
        switch("three-more", "You add 3.", one=3.0),
        switch("thrice", "You multiply by 3.", factor=3.0),
        switch("five-at-zero", "You return 5 at 0.", at_zero=5.0),
        switch("negated", "Your result has the wrong sign.", result=np.negative),
        switch("rounded", "You round the result.", result=np.round),
        Misconception("constant", lambda z: 0 * z + 7, "You return 7."),
    ),
)


@pytest.mark.parametrize(
    ("wrong", "names"),
    [
        (lambda z: z + 2, ("two-more",)),
        (lambda z: 3 * z + 2, ("two-more", "thrice")),
        (lambda z: np.where(z == 0, 5, 3 * z + 1), ("thrice", "five-at-zero")),
        (lambda z: -(z + 3), ("three-more", "negated")),
        (lambda z: 0 * z + 7, ("constant",)),
        (lambda z: 0 * z - 7, ()),
        (lambda z: 3 * z + 2 + (z == 1000), ()),
    ],
)
def test_two_mistakes_at_once(wrong, names):
    """Two switches together are named; a mistake that replaces the whole function joins no pair."""
    assert names == judged(wrong, PAIRS).misconceptions


def test_two_mistakes_are_two_sentences():
    """The more important comes first, and the case shows a result that it spoils."""
    verdict = judged(lambda z: np.where(z == 0, 5, 3 * z + 1), PAIRS)
    assert "You multiply by 3. You return 5 at 0." == verdict.sentence
    assert "f(z) at z = 1" == verdict.case.call


def test_a_pair_that_equals_a_right_answer_is_right():
    """Where two mistakes undo each other there is nothing to tell."""
    task = increment(
        make=lambda one=1.0: lambda z: z + one,
        misconceptions=(
            switch("minus", "You subtract 1.", one=-1.0),
            switch("plus", "You add 2 at the end.", result=lambda value: value + 2),
        ),
    )
    assert Kind.CORRECT == judged(lambda z: (z - 1) + 2, task).kind


def test_a_mistake_in_another_convention():
    """A switch works in every accepted convention."""
    task = increment(
        make=lambda at_zero=1.0, factor=1.0: lambda z: np.where(z == 0, at_zero, factor * z + 1),
        conventions=({}, {"at_zero": 5.0}),
        misconceptions=(switch("thrice", "You multiply by 3.", factor=3.0),),
    )
    assert ("thrice",) == judged(lambda z: np.where(z == 0, 5.0, 3 * z + 1), task).misconceptions


def _parts(subject, rng):
    for _, z in _inputs(rng):
        both = subject(z)
        yield value("both", f"sum of f({z})", both[0])
        yield value("both", f"end of f({z})", both[1])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda z: (_off(z), z), "Only sum is wrong; the other parts of the result are right."),
        (
            lambda z: (z + 1, _off(z) - 1),
            "Only end is wrong; the other parts of the result are right.",
        ),
        (lambda z: (_off(z), _off(z) - 1), "f returns wrong numbers."),
    ],
)
def test_the_one_part_that_is_wrong(wrong, words):
    """Where a check looks at parts of a result and only one is ever wrong, it is named."""
    task = increment(reference=lambda z: (z + 1.0, z * 1.0), observe=_parts, misconceptions=())
    assert words == judged(wrong, task).sentence
