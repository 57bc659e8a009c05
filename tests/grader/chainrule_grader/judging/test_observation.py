"""A task that looks at more than calls: properties, pairs, returned functions, earlier answers.

Everything here is looked at twice, in this process and in the sandbox.
"""

from dataclasses import replace

import numpy as np
import pytest
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.session import Session
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.observation import check_property, numbers, several, value
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.judging.verdict import Kind
from chainrule_worker.handles import Seed

HINTS = ("the concept", "the formula", "the code")


def observe_shuffle(shuffle, rng):
    """Look at a function that shuffles X and y together."""
    X, y = rng.normal(size=(20, 2)), np.arange(20)
    shuffled = several(shuffle(X, y, Seed(int(rng.integers(99)))), 2, "a pair (X, y)")
    new_X, new_y = numbers(shuffled[0], "X", X.shape), numbers(shuffled[1], "y", y.shape)
    whole = sorted(new_y) == list(y)
    yield check_property("all", "shuffle(X, y, rng)", whole, "Some examples are lost.")
    together = whole and bool((X[new_y.astype(int)] == new_X).all())
    yield check_property("all", "shuffle(X, y, rng)", together, "X and y are shuffled apart.")


def shuffled(X, y, rng):
    order = rng.permutation(len(X))
    return X[order], y[order]


def apart(X, y, rng):
    return rng.permutation(X), rng.permutation(y)


SHUFFLE = Task(
    reference=shuffled,
    observe=observe_shuffle,
    misconceptions=(Misconception("apart", apart, "X and y are shuffled apart, mistakenly."),),
    hints=HINTS,
)


def observe_line(fit, rng):
    """Look at a function that returns a function."""
    predict = fit(np.array([0.0, 1.0]), np.array([1.0, 3.0]))
    function = fit.returned_function(predict, "predict")
    yield value("all", "predict(x)", function(np.array([2.0, 3.0])))


LINE = Task(
    reference=lambda x, y: lambda new: y[0] + (y[1] - y[0]) / (x[1] - x[0]) * (new - x[0]),
    observe=observe_line,
    misconceptions=(),
    hints=HINTS,
)


def observe_slope(slope, rng):
    """Look at a function that is given a function."""
    yield value("all", "slope(f, 3)", slope(lambda x: x**2, 3.0))


SLOPE = Task(
    reference=lambda f, x: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5,
    observe=observe_slope,
    misconceptions=(),
    hints=HINTS,
    tolerance=1e-5,
)


def observe_twice(twice, rng):
    """Look at a function that uses an earlier one."""
    yield value("all", "twice(z)", twice(np.array([-1.0, 2.0])))


TWICE = Task(
    reference=lambda z: 2 * np.maximum(z, 0),
    observe=observe_twice,
    misconceptions=(),
    hints=HINTS,
    uses=("activations/relu", "activations/step"),
)


def observe_unpack(unpack, rng):
    """Look at a function that is given what another has kept."""
    _, cache = unpack.other_function("pack")(np.array([1.0, 2.0]))
    yield value("all", "unpack(cache)", unpack(cache))


def observe_missing(unpack, rng):
    """Look for a function that nobody writes."""
    missing = unpack.other_function("nothing_of_the_kind").call().failure
    yield value("all", "nothing", missing.kind)


def observe_slow(unpack, rng):
    """Look at a function that takes its time."""
    yield value("all", "unpack(cache)", unpack(3))


def pack(x):
    return 2 * x, x


def slow_or_unpack(cache):
    return 1 if isinstance(cache, int) else cache


UNPACK = Task(
    reference=slow_or_unpack,
    observe=observe_unpack,
    misconceptions=(),
    hints=HINTS,
    helpers={"pack": pack},
)


def observe_walk(walk, rng):
    """Look at two steps, and know what it means if only the second is wrong."""
    yield value("all", "walk(0)", walk(0.0))
    yield value("all", "walk(1)", walk(1.0), "Only the first step is right.")


WALK = Task(
    reference=lambda x: x + 1,
    observe=observe_walk,
    misconceptions=(),
    hints=HINTS,
)


@pytest.fixture(params=["here", "in the sandbox"])
def verdict_on(request, sandbox):
    """A function that judges a student's source here or in the sandbox."""
    if request.param == "here":

        def judged(task, name, source):
            names = {"np": np}
            exec(source, names)
            return judge(f"some/{name}", task, LocalSubject(name, names[name]), 5)

        yield judged
        return
    with Session(Limits(), secrets=[]) as session:

        def judged(task, name, source):
            session.run("import numpy as np\n" + source)
            return judge(f"some/{name}", task, RemoteSubject(session, name), 5)

        yield judged


@pytest.mark.parametrize(
    ("body", "kind", "says"),
    [
        ("o = rng.permutation(len(X)); return X[o], y[o]", Kind.CORRECT, "is right"),
        ("o = rng.permutation(len(X)); return [X[o].tolist(), y[o]]", Kind.CORRECT, "is right"),
        ("return rng.permutation(X), rng.permutation(y)", Kind.MISCONCEPTION, "mistakenly"),
        ("return X[::-1], y", Kind.MISCONCEPTION, "mistakenly"),
        ("return X, y * 0", Kind.WRONG, "Some examples are lost."),
        ("return X", Kind.WRONG, "returns an array of numbers, but a pair (X, y)"),
        ("return X, 'y'", Kind.WRONG, "for y, but an array of numbers is needed"),
        (
            "return X[:5], y[:5]",
            Kind.WRONG,
            "returns X of shape (5, 2), but the shape must be (20, 2)",
        ),
        ("return None", Kind.WRONG, "returns None, but a pair (X, y) is needed"),
        ("X += 1; return X - 1, y", Kind.MISCONCEPTION, "changes its argument X in place"),
        ("raise ValueError('so')", Kind.CRASHED, "raise ValueError('so')"),
    ],
)
def test_properties(verdict_on, body, kind, says):
    """What draws at random is judged by what holds for any draw, and told what does not."""
    verdict = verdict_on(SHUFFLE, "shuffle", f"def shuffle(X, y, rng):\n    {body}")
    assert (kind, float(kind is Kind.CORRECT)) == (verdict.kind, verdict.score), verdict.message
    assert says in verdict.sentence


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("return lambda new: 1 + 2 * new", Kind.CORRECT),
        ("return lambda new: 1 + new", Kind.WRONG),
    ],
)
def test_returned_functions(verdict_on, body, kind):
    """A function that comes back is called in its turn, where it lives."""
    source = f"def fit(x, y):\n    {body}"
    assert kind == verdict_on(LINE, "fit", source).kind


@pytest.mark.parametrize(
    ("body", "says", "call"),
    [
        ("return 2 * x", "walk: ", "walk(0)"),
        ("return 1.0", "Only the first step is right.", "walk(1)"),
        ("return 1.0 if x < 1 else np.nan", "returns NaN", "walk(1)"),
    ],
)
def test_values_that_say_what_they_mean(verdict_on, body, says, call):
    """A value has a sentence of its own for where it is the first to be wrong, and its numbers."""
    verdict = verdict_on(WALK, "walk", f"def walk(x):\n    {body}")
    assert says in verdict.sentence
    assert call == verdict.case.call


def observe_size(size, rng):
    """Look at a number, and say which one it was."""
    found = size(np.zeros(3))
    yield check_property("all", "size(z)", found == 3, f"{found} is not how many there are.")


SIZE = Task(reference=len, observe=observe_size, misconceptions=(), hints=HINTS)


def test_a_property_says_what_was_seen(verdict_on):
    """The sentence speaks of the student's result, and not of the right one."""
    verdict = verdict_on(SIZE, "size", "def size(z):\n    return 2")
    assert "2 is not how many there are." == verdict.sentence


def test_a_function_that_is_none(verdict_on):
    """Where a function is needed and something else comes, the student is told."""
    verdict = verdict_on(LINE, "fit", "def fit(x, y):\n    return 3")
    assert Kind.WRONG == verdict.kind
    assert "gives an array of numbers where a function is needed" in verdict.sentence


def test_functions_that_are_passed(verdict_on):
    """A function of ours is called by theirs."""
    source = "def slope(f, x):\n    return (f(x + 1e-4) - f(x)) / 1e-4"
    assert Kind.WRONG == verdict_on(SLOPE, "slope", source).kind
    source = "def slope(f, x):\n    return (f(x + 1e-4) - f(x - 1e-4)) / 2e-4"
    assert Kind.CORRECT == verdict_on(SLOPE, "slope", source).kind


PACK = """
def pack(x):
    return 2 * x, {"kept": CACHE}
def unpack(cache):
    return BODY
"""


@pytest.mark.parametrize(
    ("cache", "body", "kind"),
    [
        ("x", "cache['kept']", Kind.CORRECT),
        ("lambda: x", "cache['kept']()", Kind.CORRECT),
        ("x + 1", "cache['kept']", Kind.WRONG),
    ],
)
def test_another_function_of_the_same_notebook(verdict_on, cache, body, kind):
    """What one function of the student's made can be handed to another, whatever it is."""
    source = PACK.replace("CACHE", cache).replace("BODY", body)
    assert kind == verdict_on(UNPACK, "unpack", source).kind


def test_another_function_that_is_not_there(verdict_on):
    """Where the other function is missing, that is what is seen."""
    source = "def unpack(cache):\n    return 0"
    verdict = verdict_on(replace(UNPACK, observe=observe_missing), "unpack", source)
    assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score)


def test_a_patient_task_waits_longer(verdict_on):
    """A task may give a call more than the usual time."""
    source = "import time\ndef unpack(cache):\n    time.sleep(0.4)\n    return 1"
    verdict = verdict_on(replace(UNPACK, observe=observe_slow, time_factor=1e-2), "unpack", source)
    assert Kind.TIMED_OUT == verdict.kind
    verdict = verdict_on(replace(UNPACK, observe=observe_slow, time_factor=2.0), "unpack", source)
    assert Kind.CORRECT == verdict.kind


def test_one_slip_costs_one_task(verdict_on):
    """With a right earlier answer in its place this one is right, and the verdict says so."""
    source = "def relu(z):\n    return z\ndef twice(z):\n    return 2 * relu(z)"
    verdict = verdict_on(TWICE, "twice", source)
    assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score)
    words = "twice is right, but it calls your relu, which is wrong."
    assert words == verdict.sentence


def test_a_slip_of_its_own_is_not_excused(verdict_on):
    """Right earlier answers do not help where the mistake is here."""
    source = "def relu(z):\n    return z\ndef twice(z):\n    return 3 * relu(z)"
    assert (Kind.WRONG, 0.0) == (
        (found := verdict_on(TWICE, "twice", source)).kind,
        found.score,
    )


def test_the_students_names_are_theirs_again(verdict_on):
    """The replacement is gone when the check is over."""
    source = "def relu(z):\n    return z\ndef twice(z):\n    return 2 * relu(z)"
    verdict_on(TWICE, "twice", source)
    relu = registry.find("activations/relu")
    source = "def relu(z):\n    return z"
    assert Kind.CORRECT != verdict_on(relu, "relu", source).kind
