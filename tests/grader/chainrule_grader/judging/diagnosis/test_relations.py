"""A relation is stated if it is true of all results, and only then."""

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.relations import relation

SQUARE = np.array([[1.5, 2.25], [-3.5, 4.0]])
TABLE = np.array([[1.5, 2.25, -1.0], [-3.5, 4.0, 0.5], [7.0, 8.0, 9.5]])
VECTOR = np.array([0.5, 1.75, 0.25, 4.5, 3.0])
NOISE = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 3.0, 1.25]])
EVERY = "Every number that f returns"
INSIDE = "In the result of f"


@pytest.fixture
def said(compared):
    """A function that returns the relation between expected and actual results."""

    def relation_of(*results, **options):
        task, comparisons = compared(results, **options)
        shown = next(one for one in comparisons if not one.agrees)
        return relation(task, "f", comparisons, shown)

    return relation_of


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda v: -v, "has the wrong sign"),
        (lambda v: 2 * v, "is 2 times too large"),
        (lambda v: v / 4, "is 4 times too small"),
        (lambda v: -3 * v, "has the wrong sign and is 3 times too large"),
        (lambda v: 0.3 * v, "is 0.3 times the expected number"),
        (lambda v: v + 0.5, "is too large by 0.5"),
        (lambda v: v - 1, "is too small by 1"),
        (np.trunc, "is cut off to an integer"),
        (np.floor, "is rounded down to an integer"),
        (np.round, "is rounded to an integer"),
        (lambda v: np.round(v, 1), "is rounded to 1 decimal"),
        (np.abs, "is the absolute value of the expected number"),
        (lambda v: v**2, "is the square of the expected number"),
        (lambda v: 1 - v, "is 1 minus the expected number"),
        (lambda v: 1 / v, "is 1 divided by the expected number"),
        (np.exp, "is the exponential of the expected number"),
        (lambda v: 0 * v, "is 0"),
        (lambda v: 0 * v + 7.25, "is 7.25"),
        (lambda v: np.minimum(v, 5), "is limited to at most 5"),
        (lambda v: np.maximum(v, 0.5), "is limited to at least 0.5"),
        (lambda v: np.clip(v, 0, 5), "is limited to the range from 0 to 5"),
    ],
)
def test_formulas(said, wrong, words):
    """A formula that gives all numbers is stated."""
    correct = np.array([[1.53, 2.28, -1.01], [-3.59, 4.07, 0.52], [7.01, 8.12, 9.51]])
    assert f"{EVERY} {words}." == said((correct, wrong(correct)))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (np.sqrt, "is the square root of the expected number"),
        (np.log, "is the logarithm of the expected number"),
        (lambda v: -np.log(v), "is minus the logarithm of the expected number"),
    ],
)
def test_formulas_of_positive_numbers(said, wrong, words):
    """So is a formula that needs positive numbers."""
    assert f"{EVERY} {words}." == said((VECTOR, wrong(VECTOR)))


@pytest.mark.parametrize("contradiction", [TABLE, TABLE**2, NOISE])
def test_a_contradiction(said, contradiction):
    """What one result suggests and another contradicts is not stated, even if that one is right."""
    assert f"{EVERY} is 2 times too large." == said((SQUARE, 2 * SQUARE))
    assert not said((SQUARE, 2 * SQUARE), (TABLE, contradiction)).startswith(EVERY)


def test_right_zeros_contradict_nothing(said):
    """Zero times two is right, and still two times zero."""
    words = said((SQUARE, 2 * SQUARE), (np.zeros(3), np.zeros(3)))
    assert f"{EVERY} is 2 times too large." == words


def test_results_that_cannot_be_compared(said):
    """Where a result is no number or has another shape, nothing is said about every number."""
    for other in ("text", None, TABLE[:2], np.full((3, 3), np.nan)):
        assert not said((SQUARE, 2 * SQUARE), (TABLE, other))


@pytest.mark.parametrize(
    "words",
    ["has the wrong sign", "is 2 times too large", "is too large by 0.5"],
)
def test_single_numbers(said, words):
    """Single numbers have a relation if several of them do; one number alone has too many."""
    wrong = {"sign": lambda v: -v, "large": lambda v: 2 * v, "0.5": lambda v: v + 0.5}
    made = wrong[words.split()[-1]]
    numbers = [np.array(v) for v in (1.5, 4.0, 0.25)]
    assert f"{EVERY} {words}." == said(*((v, made(v)) for v in numbers))
    assert "" == said((numbers[0], made(numbers[0])))


@pytest.mark.parametrize(
    ("correct", "got"),
    [
        ([0.0, 1.0, 0.0], [0.0, 2.0, 0.0]),  # twice 0 and 1
        ([1.0, 1.0], [1.5, 1.5]),  # one number, twice
        ([0.0, 1.0], [1.0, 2.0]),
        ([0.2, 0.4, 0.6], [0.0, 0.0, 1.0]),  # sigmoid's integers could be anything
    ],
)
def test_simple_numbers_prove_nothing(said, correct, got):
    """A factor, a shift or a rounding needs two different numbers that are not 0 or 1."""
    words = said((np.array(correct), np.array(got)))
    assert not any(word in words for word in ("times", "by 1", "cut off", "rounded"))


def test_zeros_are_not_rounded(said):
    """Where everything is 0, nothing is said to be cut off."""
    correct = np.array([[0.2, 0.7], [0.9, 0.4]])
    assert f"{EVERY} is 0." == said((correct, np.trunc(correct)), (correct / 2, 0 * correct))


def test_an_integer_buffer(said):
    """In an integer dtype, one number that is not 0 is enough."""
    correct = np.array([0.2, 0.7, 1.0, 0.99999])
    assert f"{EVERY} is cut off to an integer." == said((correct, correct.astype(int)))


def test_integers(said):
    """Integers that have no other relation are still integers."""
    words = f"{EVERY} is an integer, but fractions are expected."
    assert words == said((np.array([0.2, 0.7, 0.9]), np.array([1.0, 0.0, 0.0])))
    contradicted = (np.array([0.25, 0.5]), np.array([0.25, 0.5]))
    assert words != said((np.array([0.2, 0.7, 0.9]), np.array([1.0, 0.0, 0.0])), contradicted)


def test_a_constant_of_a_few_results(said):
    """What is the same number in some results only is not the same in every result."""
    zero, right = (SQUARE, 0 * SQUARE), (TABLE, TABLE)
    assert f"{EVERY} is 0." == said(zero)
    assert "Every wrong number that f returns is 0." == said(zero, right)


def test_zeros_and_ones_exchanged(said):
    """Yes for no and no for yes is stated only where every number is one of the two."""
    decided = np.array([0.0, 1.0, 1.0, 0.0])
    words = f"{EVERY} is 0 instead of 1, or 1 instead of 0."
    assert words == said((decided, 1 - decided))
    assert words != said((decided, 1 - decided), (VECTOR, 1 - VECTOR))


def test_an_argument_that_is_returned(said):
    """A function that returns its argument is told which one."""
    words = f"{EVERY} is the same as in the argument w."
    assert words == said((SQUARE, SQUARE + NOISE[:2, :2], 2.0, SQUARE + NOISE[:2, :2]))
    assert words != said((SQUARE, 2 * SQUARE, 2.0, SQUARE + NOISE[:2, :2]))


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (np.size, "n times too large, where n is the number of entries of z"),
        (len, "n times too large, where n is the number of rows of z"),
        (lambda z: z.shape[-1], "n times too large, where n is the number of columns of z"),
        (lambda z: 1 / len(z), "n times too small, where n is the number of rows of z"),
        (lambda z: len(z) / 2, "n/2 times too large, where n is the number of rows of z"),
        (lambda z: len(z) ** 0.5, "√n times too large, where n is the number of rows of z"),
    ],
)
def test_sums_and_means(said, factor, words):
    """A factor that depends on the shape of the argument is stated, if it fits all shapes."""
    shapes = [(2, 3), (5, 4), (3, 2), (4, 4)]
    results = [
        (number := 1.5 + i, number * factor(np.ones(shape)), np.ones(shape))
        for i, shape in enumerate(shapes)
    ]
    assert f"{EVERY} is {words}." == said(*results)
    assert f"{EVERY} is {words}." != said(*results, (2.5, 2.5, np.ones((6, 7))))


def test_a_forgotten_argument(said):
    """A factor that is an argument, and was forgotten or used twice, is stated by its name."""
    forgotten = [(VECTOR * w, VECTOR, VECTOR + 1, w) for w in (0.5, 0.25)]
    assert f"{EVERY} must be multiplied by w." == said(*forgotten)
    twice = [(VECTOR, VECTOR / (1 - w), VECTOR + 1, w) for w in (0.5, 0.25)]
    assert f"{EVERY} must be multiplied by 1 − w." == said(*twice)
    assert f"{EVERY} is 2 times too large." == said(*forgotten[:1])


def test_parts(said):
    """The part of the result is named, and the other parts do not contradict."""
    parts = ("grad_W", "grad_b")
    both = [((w, w[0]), (2 * w, w[0])) for w in (SQUARE, TABLE)]
    assert "Every entry of grad_W is 2 times too large." == said(*both, parts=parts)
    both = [((w, w[0]), (2 * w, -w[0])) for w in (SQUARE, TABLE)]
    assert "Every entry of grad_W is 2 times too large." == said(*both, parts=parts)
    both = [((w, w[0]), (2 * w, 2 * w[0])) for w in (SQUARE, TABLE)]
    assert f"{EVERY} is 2 times too large." == said(*both, parts=parts)


def test_some_parts(said):
    """If two of three parts have a relation, both are named."""
    three = [((w, w[0], w[1]), (-w, w[0], -w[1])) for w in (SQUARE, TABLE)]
    words = "Every entry of grad_X and grad_b has the wrong sign."
    assert words == said(*three, parts=("grad_X", "grad_W", "grad_b"))


def test_parts_by_layer(said):
    """The gradients of all layers belong to one part."""
    lists = (([SQUARE, TABLE], [VECTOR]), ([SQUARE / 2, TABLE / 2], [VECTOR]))
    words = "Every entry of grad_W is 2 times too small."
    assert words == said(lists, parts=("grad_W", "grad_b"))
    lists = (([SQUARE, TABLE], [VECTOR]), ([SQUARE / 2, TABLE], [VECTOR]))
    assert words != said(lists, parts=("grad_W", "grad_b"))


def test_keys_and_items(said):
    """A part without a name is called by its key or its position."""
    assert "Every entry of W1 has the wrong sign." == said(
        ({"W1": TABLE, "b1": VECTOR}, {"W1": -TABLE, "b1": VECTOR})
    )
    assert "Every entry of f(…)[1] has the wrong sign." == said(
        ([TABLE, VECTOR], [TABLE, -VECTOR]), parts=()
    )


Z = np.array([-40.0, -2.0, -1.0, 0.0, 1.0, 2.0, 50.0])
AT_Z = np.array([0.5, 1.75, 2.5, 0.25, 4.5, 6.5, 3.0])


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Z == 0, "at z = 0"),
        (Z < 0, "where z is negative"),
        (Z > 0, "where z is positive"),
        (np.abs(Z) >= 30, "where z is at least 30 or at most -30"),
    ],
)
def test_conditions(said, where, words):
    """Where all wrong numbers share a property of the argument, that is stated."""
    wrong = np.where(where, AT_Z**2 + np.arange(7) ** 2 + 1, AT_Z)
    assert f"f is wrong only {words}." == said((AT_Z, wrong, Z, 1.0), elementwise=True)


def test_no_condition(said):
    """Where they share none, no condition is stated."""
    wrong = AT_Z + np.array([0, 1, 0, 0, 0, -3, 0])
    assert "" == said((AT_Z, wrong, Z, 1.0), elementwise=True)
    with_integers = (AT_Z, AT_Z**2, Z.astype(int), 1.0)
    without = (AT_Z, AT_Z, Z, 1.0)
    words = said(with_integers, with_integers, without, elementwise=True)
    assert words.startswith("Where z holds integers, every number that f returns is the square")


def test_a_formula_under_a_condition(said):
    """A formula that holds where z is negative is stated with its condition."""
    wrong = np.where(Z < 0, -AT_Z, AT_Z)
    words = "Where z is negative, every number that f returns has the wrong sign"
    result = said((AT_Z, wrong, Z, 1.0), elementwise=True)
    assert f"{words}; all other numbers are right." == result


def test_vectors_and_matrices(said):
    """A formula for matrices is stated as one, if vectors are right."""
    row, table = (VECTOR, VECTOR, VECTOR), (TABLE, 2 * TABLE, TABLE)
    other = (SQUARE, 2 * SQUARE, SQUARE)
    words = "For matrices, every number that f returns is 2 times too large"
    assert f"{words}; all other numbers are right." == said(row, table, other)
    assert "f is wrong only for matrices." == said(row, table, (TABLE, TABLE + NOISE, TABLE))
    assert "matrices" not in said(row, table)
    assert "matrices" not in said(row, table, other, (TABLE, TABLE, TABLE))
    both = said((VECTOR, np.add(VECTOR, [1, -2, 3, 1, -1]), VECTOR), (TABLE, TABLE + NOISE, TABLE))
    assert "matrices" not in both


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda t: t.T, "The result of f is transposed."),
        (lambda t: t[::-1], f"{INSIDE}, the rows are in reversed order."),
        (lambda t: t[:, ::-1], f"{INSIDE}, the columns are in reversed order."),
        (lambda t: t[[1, 0, 2]], f"{INSIDE}, the rows are right, but in a wrong order."),
        (lambda t: t[:, [1, 0, 2]], f"{INSIDE}, the columns are right, but in a wrong order."),
        (
            lambda t: t.ravel()[[2, 3, 1, 0, 4, 6, 8, 7, 5]].reshape(3, 3),
            f"{INSIDE}, the numbers are right, but in a wrong order.",
        ),
        (
            lambda t: np.append(t[1:], [[8.0, -9.0, 7.0]], axis=0),
            f"{INSIDE}, every row is one position too early.",
        ),
        (
            lambda t: np.append([[8.0, -9.0, 7.0]], t[:-1], axis=0),
            f"{INSIDE}, every row is one position too late.",
        ),
        (lambda t: t + np.diag([1, -2, 3]), f"{INSIDE}, only the diagonal is wrong."),
        (lambda t: t + NOISE * [[1], [0], [0]], f"{INSIDE}, only the first row is wrong."),
        (lambda t: t + NOISE * [[0], [0], [1]], f"{INSIDE}, only the last row is wrong."),
        (lambda t: t + NOISE * [[0], [1], [1]], f"{INSIDE}, only the first row is right."),
        (lambda t: t + NOISE * [1, 1, 0], f"{INSIDE}, only the last column is right."),
        (lambda t: 0 * t + t[:1], "In each call, all rows of the result of f are equal."),
        (lambda t: np.add(t, [1.0, -2.0, 0.5]), f"{INSIDE}, each column is off by a constant."),
        (lambda t: t * [[1.1], [2.0], [0.5]], f"{INSIDE}, each row is off by a factor."),
    ],
)
def test_positions(said, wrong, words):
    """Right numbers at wrong positions, and positions that are wrong, are stated."""
    assert words == said((TABLE, wrong(TABLE)))
    assert words != said((TABLE, wrong(TABLE)), (TABLE, TABLE + NOISE))


def test_positions_in_vectors(said):
    """In vectors it is numbers that are at wrong positions."""
    late, early = np.append(11.0, VECTOR[:-1]), np.append(VECTOR[1:], 12.0)
    assert f"{INSIDE}, every number is one position too late." == said((VECTOR, late))
    assert f"{INSIDE}, every number is one position too early." == said((VECTOR, early))
    ends = [(np.array([4.0, 2.0]), np.array([4.0 + d, 2.0])) for d in (1, -2)]
    assert f"{INSIDE}, only the first number is wrong." == said(*ends)
    assert f"{INSIDE}, only the first number is ever wrong." == said(*ends, (VECTOR, VECTOR))


def test_right_results_in_another_order(said):
    """A right result does not stand in a wrong order."""
    words = f"{INSIDE}, the numbers are right, but sometimes in a wrong order."
    assert words == said((VECTOR, VECTOR[[1, 0, 2, 4, 3]]), (VECTOR + 1, VECTOR + 1))


def test_ones_in_another_order(said):
    """As many zeros and ones as expected are no other order: they can be that by chance."""
    correct = np.array([0.0, 1.0, 1.0, 0.0, 1.0])
    assert "order" not in said((correct, np.array([1.0, 1.0, 0.0, 1.0, 0.0])))


def test_equal_neighbours(said):
    """Where neighbours are equal, or there are two numbers, no position is stated."""
    step, pair = np.array([1.0, 1.0, 1.0, 5.0]), np.array([1.0, 2.0])
    assert "position" not in said((step, np.array([1.0, 1.0, 5.0, 4.0])))
    assert "position" not in said((pair, np.array([2.0, 7.0])))


def test_one_shift_for_all_columns(said):
    """One shift that fits all columns is not called one for each column."""
    by = np.array([0.5, 0.5, 0.5])
    assert f"{EVERY} is too large by 0.5." == said((TABLE, TABLE + by))


def test_one_error_for_each_call(said):
    """Results that are each off by another factor or constant have that in common."""
    factors = said((TABLE, TABLE / 2), (SQUARE, SQUARE * 3))
    assert "In each call, all numbers in the result of f are off by one factor." == factors
    constants = said((TABLE, TABLE - 2), (SQUARE, SQUARE + 3))
    assert "In each call, all numbers in the result of f are off by one constant." == constants
    assert "factor" not in said((TABLE, TABLE / 2), (SQUARE, SQUARE**2))
    parts = said(((TABLE, SQUARE), (TABLE / 2, SQUARE * 3)), parts=("grad_W", "grad_b"))
    assert "In each call" not in parts


def test_sums_of_rows(said):
    """Where nothing else is known, it is stated that rows have the right sums."""
    shares = np.array([[0.2, 0.3, 0.5], [0.1, 0.15, 0.75]])
    wrong = np.add(shares, [[0.1, 0.15, -0.25], [-0.05, 0.1, -0.05]])
    words = f"{INSIDE}, the sum of every row is right, but numbers in the rows are wrong."
    assert words == said((shares, wrong))
    assert words != said((shares, wrong), (TABLE, TABLE + NOISE))


def test_sides(said):
    """If all wrong numbers are too small, and nothing else is known, that is stated."""
    wrong = VECTOR - [0.0, 1.0, 0.1, 0.0, 2.0]
    assert "Every wrong number that f returns is too small." == said((VECTOR, wrong))
    assert "" == said((VECTOR, wrong), (VECTOR, np.add(VECTOR, [1.0, 0, 3, 0, 2.5])))


def test_single_precision(said):
    """Rounding in single precision hides no relation."""
    single = (2 * TABLE).astype(np.float32) * np.float32(1 + 2e-7)
    assert f"{EVERY} is 2 times too large." == said((TABLE, single))
