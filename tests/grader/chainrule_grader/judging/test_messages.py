"""Every phrase that a check can say is said where it is true."""

import numpy as np
import pytest
from chainrule_grader.judging.comparison import differences
from chainrule_grader.judging.formatting import written, written_call
from chainrule_grader.judging.messages import sentence
from chainrule_grader.judging.relations import Pair, relation
from chainrule_grader.judging.task import Observation
from chainrule_worker.calls.call import Outcome
from chainrule_worker.handles import ObjectHandle, Seed
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

SQUARE = np.array([[1.5, 2.25], [-3.5, 4.0]])
TABLE = np.array([[1.5, 2.25, -1.0], [-3.5, 4.0, 0.5], [7.0, 8.0, 9.5]])
SIGNS = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 3.0, 1.0]])
WRONG = "f gives the wrong numbers"


def said(expected, actual, *args):
    """The sentence for a result."""
    found = differences(expected, actual, 1e-6)
    if found.aspect != "value":
        return sentence("f", found, [])
    z = np.asarray(args[0]) if args and np.shape(args[0]) == np.shape(expected) else None
    wanted, got = np.asarray(found.expected, float), np.asarray(found.actual, float)
    pair = Pair(wanted, got, 1e-6, z)
    return sentence("f", found, [pair])


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        (SQUARE, SQUARE + 1, f"{WRONG}: each is off by exactly 1."),
        (SQUARE, SQUARE - 0.25, f"{WRONG}: each is off by exactly -0.25."),
        (SQUARE, -SQUARE, f"{WRONG}: each has the wrong sign."),
        (SQUARE, np.trunc(SQUARE), f"{WRONG}: each is cut off to an integer."),
        (SQUARE, SQUARE.astype(int), f"{WRONG}: each is cut off to an integer."),
        (SQUARE, SQUARE.T, f"{WRONG}: they are transposed."),
        (SQUARE, 2 * SQUARE, f"{WRONG}: each is 2 times what it should be."),
        (SQUARE, SQUARE / 2, f"{WRONG}: each is 0.5 times what it should be."),
        (SQUARE, SQUARE[::-1], f"{WRONG}: they are the right ones in another order."),
        (TABLE, TABLE * [[1], [0], [0]], f"{WRONG}: only the first row is right."),
        (TABLE, TABLE * [[1], [1], [0]], f"{WRONG}: only the last row is wrong."),
        (TABLE, TABLE**2, f"{WRONG}: each is the square of what it should be."),
        (SQUARE, np.round(SQUARE), f"{WRONG}: each is rounded to an integer."),
        (SQUARE, SQUARE * 0 + 7, f"{WRONG}: each is 7, whatever the input."),
        (np.array(2.0), 4.0, f"{WRONG}: those that are wrong are too large."),
        (SQUARE, None, "f gives None: is the return missing?"),
        (SQUARE, "x", "f gives something of type str where an array of numbers is needed."),
        (
            SQUARE,
            ObjectHandle(0, "set"),
            "f gives something of type set where an array of numbers is needed.",
        ),
        (SQUARE, {"a": 1}, "f gives a dict of 1 where an array of numbers is needed."),
        ({"a": 1}, SQUARE, "f gives an array of numbers where a dict of 1 is needed."),
        (
            SQUARE,
            np.ones(3),
            "f gives an array of shape (3,) where (2, 2) is needed.",
        ),
        (
            TABLE[:2],
            TABLE[:2].T,
            "f gives an array of shape (3, 2) where (2, 3) is needed: it is transposed.",
        ),
        (
            TABLE[:2],
            np.ones((3, 2)),
            "f gives an array of shape (3, 2) where (2, 3) is needed.",
        ),
        (SQUARE, SQUARE * np.nan, "f gives nan (not a number) where a finite number is needed."),
        (SQUARE, SQUARE * np.inf, "f gives inf (infinity) where a finite number is needed."),
        (
            {"W": SQUARE},
            {"W": -SQUARE},
            "f(…)['W'] gives the wrong numbers: each has the wrong sign.",
        ),
    ],
)
def test_sentences(expected, actual, words):
    """The most specific thing that is true of the whole result is said."""
    assert words == said(expected, actual)


Z = np.array([-40.0, -2.0, 0.0, 1.0, 50.0])
RIGHT = np.array([0.5, 1.75, 0.25, 4.5, 3.0])


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Z == 0, "at exactly 0"),
        (Z < 0, "for negative numbers"),
        (Z > 0, "for positive numbers"),
        (np.abs(Z) >= 30, "for numbers of large size"),
    ],
)
def test_right_except(where, words):
    """Where the wrong ones share a property of the input, that is said."""
    wrong = np.where(where, RIGHT**2 + [7, 8, 9, 10, 11], RIGHT)
    assert f"{WRONG}: they are right except {words}." == said(RIGHT, wrong, Z)


def test_right_except_nothing_in_common():
    """Where they share none, nothing is made up."""
    wrong = RIGHT + np.array([0, 1, 0, -3, 0])
    assert f"{WRONG}." == said(RIGHT, wrong, Z)


def test_an_input_that_was_spoiled():
    """Right numbers do not hide what happened to the input."""
    found = differences(1.0, 2.0, 1e-6)
    changed = type(found)("changed", 1.0, 1.0)
    words = sentence("f", changed, Observation("all", "f(z)", Outcome(1.0)))
    assert "The numbers are right, but f writes into its input and spoils it." == words


@given(
    hnp.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    hnp.arrays(float, (2, 3), elements=st.floats(allow_nan=False, allow_infinity=False)),
)
def test_numbers_of_any_size_get_a_sentence_without_a_warning(expected, actual):
    """However far off a result is, the check itself does not overflow."""
    if differences(expected, actual, 1e-6) is not None:
        assert said(expected, actual, expected).startswith(WRONG)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (-1234567.0, "-1.23457e+06"),
        (3, "3"),
        (True, "True"),
        (None, "None"),
        ("relu", "'relu'"),
        ("x" * 200, repr("x" * 200)[:80]),
        (np.array([1.0, -2.5]), "[1, -2.5]"),
        (np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]"),
        (np.array(1.5), "1.5"),
        (np.zeros((7, 7)), "array of shape (7, 7)"),
        ([1, 2.0], "[1, 2]"),
        ((1, [2]), "(1, [2])"),
        ([1, 2, 3, 4, 5, 6, 7], "[1, 2, 3, 4, 5, 6, …]"),
        ({"a": 1.0, 2: [3]}, "{'a': 1, 2: [3]}"),
        (dict.fromkeys("abcdefg", 0), "{'a': 0, 'b': 0, 'c': 0, 'd': 0, 'e': 0, 'f': 0, …}"),
        (ObjectHandle(3, "Net"), "<Net>"),
        ([ObjectHandle(3, "Net")], "[<Net>]"),
        (Seed(1), "Seed(seed=1)"),
    ],
)
def test_values_as_a_student_would_write_them(value, expected):
    """Values are written on one short line."""
    assert expected == written(value)


def test_a_call_as_a_student_would_write_it():
    """A call is its name and its arguments."""
    assert "f([1, 2], 0.5)" == written_call("f", [np.array([1.0, 2.0]), 0.5])


def test_a_relation_must_hold_for_all_that_is_wrong():
    """What one small example suggests and another contradicts is not said."""
    twice = Pair(SQUARE, 2 * SQUARE, 1e-6)
    squared = Pair(TABLE, TABLE**2, 1e-6)
    assert "each is 2 times what it should be" == relation([twice])
    assert "" == relation([twice, squared])


def test_rows_and_tables():
    """Right for a row and wrong for a table is a hint of its own."""
    row, table = (
        Pair(SQUARE[0], SQUARE[0], 1e-6),
        Pair(TABLE, np.add(TABLE, [[-1], [1], [-2]]), 1e-6),
    )
    assert "they are right for a row of numbers and wrong for a table" == relation([row, table])


def test_parts_of_a_result_are_no_rows_and_tables_of_their_own():
    """Where one part of a result is a row, and another a table, nothing is said about inputs."""
    row = Pair(RIGHT, RIGHT, 1e-6, of="mean of f")
    table = Pair(TABLE, TABLE + SIGNS, 1e-6, of="Z of f")
    assert "" == relation([row, table])
    words = "they are right for a row of numbers and wrong for a table"
    assert words == relation([Pair(RIGHT, RIGHT, 1e-6), Pair(TABLE, TABLE + SIGNS, 1e-6)])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda v: 2 * v, "each is 2 times what it should be"),
        (lambda v: -v, "each has the wrong sign"),
        (lambda v: v + 0.5, "each is off by exactly 0.5"),
        (lambda v: v**0.5, "each is the square root of what it should be"),
        (lambda v: 3.0 + 0 * v, "each is 3, whatever the input"),
    ],
)
def test_single_numbers_are_seen_together(wrong, words):
    """A relation between results that are one number each is named where it holds for all."""
    wanted = [np.array(v) for v in (1.5, 4.0, 0.25)]
    right = Pair(np.array(3.0), np.array(3.0), 1e-6)
    assert words == relation([right, *(Pair(v, np.asarray(wrong(v)), 1e-6) for v in wanted)])


def test_a_single_number_tells_no_relation():
    """One number alone agrees with many relations, and none of them is named."""
    assert "those that are wrong are too large" == relation(
        [Pair(np.array(2.0), np.array(4.0), 1e-6)]
    )


def test_rows_and_tables_that_are_both_wrong():
    """What is wrong for rows and for tables is not said to be right for one of them."""
    row = Pair(SQUARE[0], np.add(SQUARE[0], [-1, 1]), 1e-6)
    table = Pair(TABLE, np.add(TABLE, [[-1], [1], [-2]]), 1e-6)
    assert ["", ""] == [relation([row, table]), relation([table, row])]


def test_one_end_of_a_row():
    """Where of several results only the first, or the last, is ever wrong, that is said."""
    wanted = np.array([4.0, 2.0])
    first = [Pair(wanted, wanted + np.array([d, 0]), 1e-6) for d in (1, -2)]
    last = [Pair(wanted, wanted + np.array([0, d]), 1e-6) for d in (1, -2)]
    assert "of each result only the first number is wrong" == relation(first)
    assert "of each result only the last number is wrong" == relation(last)


def test_a_constant_must_be_all_that_ever_comes():
    """What is the same number for some inputs only is not the same whatever the input."""
    zero, right = Pair(SQUARE, 0 * SQUARE, 1e-6), Pair(TABLE, TABLE, 1e-6)
    assert "each is 0, whatever the input" == relation([zero])
    assert "all entries of a result are the same" == relation([zero, right])


def test_zeros_and_ones_exchanged():
    """Yes for no and no for yes is named, and only where every number is one of the two."""
    decided = np.array([0.0, 1.0, 1.0, 0.0])
    words = "each 0 should be a 1, and each 1 a 0"
    assert words == relation([Pair(decided, 1 - decided, 1e-6)])
    others = Pair(RIGHT, 1 - RIGHT, 1e-6)
    assert words != relation([Pair(decided, 1 - decided, 1e-6), others])


def test_one_place_beside():
    """Numbers and rows that stand one place too early or too late are seen to do so."""
    late = Pair(RIGHT, np.append(11.0, RIGHT[:-1]), 1e-6)
    early = Pair(RIGHT, np.append(RIGHT[1:], 12.0), 1e-6)
    rows = Pair(TABLE, np.append(TABLE[1:], [[8.0, -9.0, 7.0]], axis=0), 1e-6)
    short = Pair(TABLE[:1], np.add(TABLE[:1], [1.0, -2.0, 1.5]), 1e-6)
    assert "each number stands one place too late" == relation([late])
    assert "each number stands one place too early" == relation([early])
    assert "each row stands one place too early" == relation([rows, short])
    assert "each row stands one place too early" != relation([short])


def test_places_that_look_alike_are_not_told_apart():
    """Where neighbours are equal, or places few, nothing is said about a place."""
    step = np.array([1.0, 1.0, 1.0, 5.0])
    assert "place" not in relation([Pair(step, np.array([1.0, 1.0, 5.0, 4.0]), 1e-6)])
    pair = np.array([1.0, 2.0])
    assert "place" not in relation([Pair(pair, np.array([2.0, 7.0]), 1e-6)])
    singles = [Pair(np.array(v), np.array(v + 1), 1e-6) for v in (1.0, 2.0, 3.0)]
    assert "each is off by exactly 1" == relation(singles)


def test_only_the_first_number_is_right():
    """A path that begins where it should and goes elsewhere is told so."""
    wanted = np.array([0.5, 1.5, -2.0])
    path = Pair(wanted, np.add(wanted, [0, -1, 3]), 1e-6)
    assert "of each result only the first number is right" == relation([path])


def test_single_numbers_have_no_places():
    """What is said of the numbers in a result is not said of results that are one number each."""
    wanted, got = (1.0, 4.0, 0.25), (1.5, 4.0, 0.25)
    pairs = [Pair(np.array(w), np.array(g), 1e-6) for w, g in zip(wanted, got, strict=True)]
    assert "those that are wrong are too large" == relation(pairs)
    ends = [Pair(np.array(w), np.array(g), 1e-6) for w, g in ((1.0, 2.0), (4.0, 3.0), (2.0, 2.5))]
    assert "" == relation(ends)


def test_sums_of_rows():
    """Where nothing else is known, it is a hint that rows add up; it is none where one does not."""
    shares = np.array([[0.2, 0.3, 0.5], [0.1, 0.1, 0.8]])
    dealt = Pair(shares, np.add(shares, [[0.1, 0.1, -0.2], [-0.05, 0.1, -0.05]]), 1e-6)
    assert "each row adds up to what it should" == relation([dealt])
    other = Pair(TABLE, np.add(TABLE, [[-1], [1], [-2]]), 1e-6)
    assert "" == relation([dealt, other])


def test_tables_within_a_result():
    """Of a result with three axes it is a table, and no row, that is right or wrong."""
    wanted = np.stack([SQUARE, SQUARE + 1, SQUARE * 3])
    last = Pair(wanted, wanted * np.reshape([1, 1, 0.3], (3, 1, 1)), 1e-6)
    first = Pair(wanted, wanted * np.reshape([1, 0.7, 0.3], (3, 1, 1)), 1e-6)
    assert "only the last table is wrong" == relation([last])
    assert "only the first table is right" == relation([first])


def test_columns():
    """Where only the first column is right, or only the last is wrong, that is said."""
    first = Pair(TABLE, TABLE * [1.0, 0.9, 0.7] + [0.0, 0.0, 5.0], 1e-6)
    last = Pair(TABLE, np.add(TABLE, np.array([[0, 0, 1], [0, 0, -2], [0, 0, 1]])), 1e-6)
    assert "only the first column is right" == relation([first])
    assert "only the last column is wrong" == relation([last])
    assert "column" not in relation([first, last])


def test_what_comes_first_in_results_of_several_shapes():
    """A path of numbers and one of rows that both begin right have that in common."""
    wanted = np.array([0.5, 1.5, -2.0])
    path = Pair(wanted, np.add(wanted, [0, -1, 3]), 1e-6)
    rows = Pair(TABLE, np.add(TABLE, [[0], [1], [-2]]), 1e-6)
    assert "of each result only what comes first is right" == relation([path, rows])


def test_a_factor_for_each_result():
    """Results that are each off by a factor of their own have that in common, and no less."""
    halved, tripled = Pair(TABLE, TABLE / 2, 1e-6), Pair(SQUARE, SQUARE * 3, 1e-6)
    words = "all numbers of a result are off by one factor, and each result by its own"
    assert words == relation([halved, tripled])
    assert words != relation([halved, Pair(SQUARE, SQUARE**2, 1e-6)])
    short = [Pair(v, v * by, 1e-6) for v, by in ((RIGHT[:2], 2), (RIGHT[1:3] - 1, 3))]
    assert words != relation(short)


@pytest.mark.parametrize("part", ["column", "row"])
def test_a_number_for_each_column_or_row(part):
    """Columns, or rows, that are each off by a number of their own are seen to be."""
    by = np.array([[1.0, -2.0, 0.5]])
    pair = Pair(TABLE, TABLE + (by if part == "column" else by.T), 1e-6)
    assert f"all numbers of a {part} are off by the same, and each {part} by its own" == relation(
        [pair]
    )
