"""A relation is named if it holds for all results that differ, and only then."""

import numpy as np
import pytest
from chainrule_grader.judging.relations import Pair, relation

SQUARE = np.array([[1.5, 2.25], [-3.5, 4.0]])
TABLE = np.array([[1.5, 2.25, -1.0], [-3.5, 4.0, 0.5], [7.0, 8.0, 9.5]])
SIGNS = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 3.0, 1.0]])
RIGHT = np.array([0.5, 1.75, 0.25, 4.5, 3.0])


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
    row = Pair(RIGHT, RIGHT, 1e-6, quantity="mean of f")
    table = Pair(TABLE, TABLE + SIGNS, 1e-6, quantity="Z of f")
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
