"""A student's check is judged by what it refuses, in whatever style it is written."""

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.verdict import Kind


def asserts_softmax(softmax):
    z = [[0.3, -1.2, 2.5, 0.0], [5.0, 5.0, 4.0, -3.0]]
    p = np.asarray(softmax(z))
    for row, shares in zip(z, p, strict=True):
        for a, pa in zip(row, shares, strict=True):
            for b, pb in zip(row, shares, strict=True):
                assert abs(pa / pb - np.exp(a - b)) < 1e-6 * np.exp(a - b)
    np.testing.assert_allclose(p.sum(axis=1), 1)
    assert np.array(softmax([[1000.0, 0.0], [-1000.0, -1000.0]])).tolist() == [[1, 0], [0.5, 0.5]]
    return True


def softmax_row_by_row(softmax):
    rng = np.random.default_rng(3)
    for scale in (1, 300):
        Z = rng.normal(size=(6, 4)) * scale
        Z[0] -= 3000
        P = softmax(Z)
        for z, p in zip(Z, P, strict=True):
            e = [float(np.exp(v - max(z))) for v in z]
            if any(not abs(a - b / sum(e)) < 1e-9 for a, b in zip(p, e, strict=True)):
                return 0
    return 1


def softmax_by_shift(softmax):
    z = np.array([[0.0, np.log(2.0), np.log(5.0)], [np.log(4.0), 0.0, np.log(3.0)]])
    wanted = np.array([[1, 2, 5], [4, 1, 3]]) / 8
    shifts = (0.0, 900.0, -900.0, np.array([[900.0], [-900.0]]))
    return np.bool_(all(np.allclose(softmax(z + c), wanted) for c in shifts))


def gradient_in_loops(f, grad):
    w = [1.5, -0.6, 0.2, -2.2]
    slopes = grad(w)
    for i in range(4):
        up, down = list(w), list(w)
        up[i], down[i] = w[i] + 1e-4, w[i] - 1e-4
        slope = (f(up) - f(down)) / 2e-4
        if abs(slope - slopes[i]) > 1e-3 * abs(slope) + 1e-12:
            return False
    return True


def gradient_by_directions(f, grad):
    rng = np.random.default_rng(0)
    for _ in range(10):
        w, d = rng.normal(size=(2, 6))
        along = (f(w + 1e-5 * d) - f(w - 1e-5 * d)) / 2e-5
        said = np.dot(grad(w), d)
        assert abs(along - said) <= 1e-4 * max(abs(along), abs(said))
    return True


def gradient_of_all_at_once(f, grad):
    w = np.linspace(-2, 2.5, 5)
    h = 1e-5
    n = [(f(w + h * row) - f(w - h * row)) / (2 * h) for row in np.eye(5)]
    return np.linalg.norm(n - grad(w)) < 1e-4 * np.linalg.norm(n)


def adam_beside_another(rule):
    rng = np.random.default_rng(5)
    for b1, b2 in ((0.9, 0.999), (0.3, 0.6)):
        w = v = m = np.zeros((2, 3))
        mine, state = w, {}
        for t in range(1, 6):
            g = rng.normal(size=(2, 3)) * (np.arange(3) > 0)
            mine, state = rule(mine, g, state, 0.05, beta_1=b1, beta_2=b2)
            m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
            w = w - 0.05 * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + 1e-7)
        if not np.abs(mine - w).max() < 1e-5:
            return False
    return True


def adam_by_numbers(rule):
    w, s = rule(np.array([1.0, -2.0, 3.0]), np.array([0.5, -4.0, 0.0]), {}, 0.1)
    assert np.allclose(w, [0.9, -1.9, 3.0], atol=1e-5)
    w, s = rule(w, np.array([0.5, 1.0, 0.0]), s, 0.1)
    assert np.allclose(w, [0.8, -1.85305, 3.0], atol=1e-5)
    w, s = rule(np.array([0.0]), np.array([2.0]), {}, 1.0, 0.5, 0.5)
    w, s = rule(w, np.array([1.0]), s, 1.0, 0.5, 0.5)
    assert abs(w[0] + 1 + (4 / 3) / np.sqrt(2)) < 1e-4
    return True


def adam_one_weight_at_a_time(rule):
    """Weights do not know of each other, so a walk of two is two walks of one."""
    right = adam_by_numbers(rule)
    both, s = rule(np.array([1.0, 1.0]), np.array([3.0, 0.1]), {}, 0.1)
    both, s = rule(both, np.array([-1.0, 0.2]), s, 0.1)
    for i, (a, b) in enumerate([(3.0, -1.0), (0.1, 0.2)]):
        one, s = rule(np.array([1.0]), np.array([a]), {}, 0.1)
        one, s = rule(one, np.array([b]), s, 0.1)
        right = right and abs(one[0] - both[i]) < 1e-6
    return right


RIGHT = {
    "losses/checks_softmax": [asserts_softmax, softmax_row_by_row, softmax_by_shift],
    "backprop/checks_gradient": [
        gradient_in_loops,
        gradient_by_directions,
        gradient_of_all_at_once,
    ],
    "optimizers/checks_adam": [adam_beside_another, adam_by_numbers, adam_one_weight_at_a_time],
}


@pytest.mark.parametrize(
    ("task", "answer"), [(task, answer) for task, answers in RIGHT.items() for answer in answers]
)
def test_every_style_of_check_is_right(task, answer):
    """Loops, asserts, known numbers and properties all earn everything."""
    verdict = check(task, answer).verdict
    assert (Kind.CORRECT, 1.0) == (verdict.kind, verdict.score), verdict.message


def test_points_are_the_share_refused():
    """A check that misses two bugs of twelve has ten twelfths of the points."""

    def only_small(softmax):
        z = np.array([[0.5, 1.5], [-2.0, 1.0]])
        e = np.exp(z)
        return np.allclose(softmax(z), e / e.sum(axis=1, keepdims=True))

    assert 10 / 12 == pytest.approx(float(check("losses/checks_softmax", only_small)))


@pytest.mark.parametrize("task", RIGHT)
def test_whoever_changes_the_answer_earns_nothing(task):
    """A check that says something else the second time is no check, and is told so."""
    seen = []

    def forgets(*suspect):
        again = suspect in seen
        seen.append(suspect)
        return bool(RIGHT[task][0](*suspect)) != again

    verdict = check(task, forgets).verdict
    assert (Kind.WRONG, 0) == (verdict.kind, verdict.score)
    assert verdict.sentence.startswith("Your check gives different answers about ")


@pytest.mark.parametrize("task", RIGHT)
def test_a_bug_that_is_refused_only_once_is_not_caught(task):
    """The part of each bug needs the same answer every time."""
    seen = []

    def forgets(*suspect):
        again = seen.count(suspect) % 2  # a bug is asked about twice in each run
        seen.append(suspect)
        return not again or bool(RIGHT[task][0](*suspect))

    verdict = check(task, forgets).verdict
    assert (Kind.WRONG, 0) == (verdict.kind, verdict.score)


@pytest.mark.parametrize("task", RIGHT)
def test_the_seed_draws_the_order_of_the_suspects(task):
    """Under another seed the right answers come in another order."""

    def order(seed):
        said = []

        def listens(*suspect):
            said.append(False)
            said[-1] = bool(RIGHT[task][0](*suspect))
            return said[-1]

        judge(task, registry.find(task), LocalSubject("f", listens), seed)
        return said

    assert order(1) != order(2)
    assert sorted(order(1)) == sorted(order(2))


def _crashes():
    raise ValueError("no such thing")


def _loops():
    while True:
        pass


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("fails", "kind"), [(_crashes, Kind.CRASHED), (_loops, Kind.TIMED_OUT)], ids=["crash", "loop"]
)
def test_a_check_that_fails_with_one_bug_keeps_the_bugs_before_it(fails, kind, seed):
    """It earns the six bugs that stand before the seventh, in whatever order they were asked."""
    task = "losses/checks_softmax"

    def check_softmax(softmax):
        doubled = np.allclose(softmax(np.array([[0.0, 1.0]])), [[0.119203, 0.880797]], atol=1e-5)
        return fails() if doubled else RIGHT[task][1](softmax)

    subject = LocalSubject("f", check_softmax, seconds=0.2)
    verdict = judge(task, registry.find(task), subject, seed)
    assert (kind, 6 / 12) == (verdict.kind, verdict.score)


def test_what_was_let_through_is_said():
    """The verdict names the bug, as one would describe it to a colleague."""

    def only_table(rule):
        w, state = rule(np.array([1.0, -2.0]), np.array([0.5, -4.0]), {}, 0.1)
        w, _ = rule(w, np.array([0.5, 1.0]), state, 0.1)
        return np.allclose(w, [0.8, -1.85305], atol=0.06)

    verdict = check("optimizers/checks_adam", only_table).verdict
    assert Kind.WRONG == verdict.kind
    assert verdict.sentence.startswith("Your check accepts an Adam ")


@pytest.mark.parametrize("task", RIGHT)
@pytest.mark.parametrize(
    ("answer", "kind", "says"),
    [
        (lambda *_: "yes", Kind.WRONG, "a string where True or False is needed"),
        (lambda *_: 0.7, Kind.WRONG, "where True or False is needed"),
        (lambda *_: 1 / 0, Kind.CRASHED, "divides by a number"),
        (lambda *given: given[0](), Kind.CRASHED, "missing"),
    ],
    ids=["text", "number", "crash", "called without arguments"],
)
def test_what_is_no_check_is_said_to_be_none(task, answer, kind, says):
    """Neither yes nor no is no verdict, and a crash is a crash."""
    verdict = check(task, answer).verdict
    assert (kind, 0) == (verdict.kind, verdict.score)
    assert says in verdict.message
