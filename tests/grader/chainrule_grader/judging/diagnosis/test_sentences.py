"""Every sentence about a wrong result is said where it is true, and names what is meant."""

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.sentences import GENERIC_ENDING, sentence
from chainrule_worker.handles import ObjectHandle

SQUARE = np.array([[1.5, 2.25], [-3.5, 4.0]])
TABLE = np.array([[1.5, 2.25, -1.0], [-3.5, 4.0, 0.5], [7.0, 8.0, 9.5]])
WIDE = TABLE[:2]
VECTOR = np.array([0.5, 1.75, 0.25, 4.5, 3.0])
NOISE = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 3.0, 1.25]])
PARTS = ("grad_X", "grad_W")


@pytest.fixture
def said(compared):
    """A function that returns the sentence about the first wrong one of some results."""

    def sentence_of(*results, **options):
        task, comparisons = compared(results, **options)
        wrong = next(one for one in comparisons if not one.agrees)
        words = sentence(task, "f", wrong, comparisons)
        assert len(words.split()) <= 25
        return words

    return sentence_of


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        (SQUARE, "x", "f returns a string; return an array of numbers."),
        (SQUARE, {"a": 1}, "f returns a dict of 1; return an array of numbers."),
        (SQUARE, {}, "f returns an empty dict; return an array of numbers."),
        (
            SQUARE,
            (SQUARE, TABLE),
            (
                "f returns a tuple of 2 arrays of shapes (2, 2) and (3, 3); "
                "return one array of numbers."
            ),
        ),
        (
            SQUARE,
            [np.ones(2), np.ones(3)],
            "f returns a list of 2 arrays of shapes (2,) and (3,); return one array of numbers.",
        ),
        (
            np.array(1.0),
            [1, "a"],
            "f returns a list of 2 (a single number and a string); return one number.",
        ),
        (SQUARE, ["a", "b"], "f returns a list of 2 strings; return one array of numbers."),
        (
            SQUARE,
            ObjectHandle(0, "function"),
            "f returns a function; return an array of numbers.",
        ),
        (SQUARE, ObjectHandle(0, "set"), "f returns a set; return an array of numbers."),
        (
            SQUARE,
            ObjectHandle(0, "Net"),
            "f returns an object of type Net; return an array of numbers.",
        ),
        ({"a": 1}, SQUARE, "f returns an array of numbers; return a dict of 1."),
        (
            {"W1": SQUARE, "b1": VECTOR},
            {"W": SQUARE, "b": VECTOR, "x" * 90: VECTOR},
            f"f returns a dict with 'W', 'b' and '{'x' * 18}…; return a dict with 'W1' and 'b1'.",
        ),
        (
            {"a": SQUARE},
            dict.fromkeys(range(99)),
            "f returns a dict of 99; return a dict with 'a'.",
        ),
        ({"a": SQUARE}, {}, "f returns an empty dict; return a dict with 'a'."),
        (SQUARE, None, "f returns None; return the result."),
    ],
)
def test_kinds(said, expected, actual, words):
    """A result of another kind is described, and so is what is needed."""
    assert words == said((expected, actual))


def test_the_wrong_number_of_results(said):
    """If too few things are returned, the sentence lists what is needed."""
    words = "f returns a tuple of 1; return a tuple of 2: grad_X and grad_W."
    assert words == said(((SQUARE, TABLE), (SQUARE,)), parts=PARTS)
    words = "f returns a list of 3; return a tuple of 2."
    assert words == said(((SQUARE, TABLE), [SQUARE, TABLE, 1.0]))


def test_a_part_of_another_kind(said):
    """The part that has another kind is named."""
    assert "f returns a string for grad_W; return an array of numbers." == said(
        ((SQUARE, TABLE), (SQUARE, "x")), parts=PARTS
    )
    words = "f returns None for grad_W; return the result."
    assert words == said(((SQUARE, TABLE), (SQUARE, None)), parts=PARTS)


def test_none_in_some_cases(said):
    """None from one branch is not None from every call."""
    words = "f returns None in some cases; return a result in every case."
    assert words == said((SQUARE, None), (TABLE, TABLE))


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        (SQUARE, np.ones(3), "The result of f has shape (3,) here; the shape must be (2, 2)."),
        (WIDE, WIDE.T, "The result of f is transposed: its shape is (3, 2), but must be (2, 3)."),
        (
            WIDE,
            np.ones((3, 2)),
            "The result of f has shape (3, 2) here; the shape must be (2, 3).",
        ),
        (
            VECTOR,
            VECTOR[None],
            (
                "The result of f has the right numbers, but a wrong shape: "
                "its shape is (1, 5), but must be (5,)."
            ),
        ),
        (
            WIDE,
            WIDE.ravel(),
            (
                "The result of f has the right numbers, but a wrong shape: "
                "its shape is (6,), but must be (2, 3)."
            ),
        ),
        (
            WIDE,
            WIDE.sum(axis=0),
            (
                "The result of f is the sum of the expected numbers along axis 0; "
                "shape (2, 3) is expected."
            ),
        ),
        (
            WIDE,
            np.max(WIDE),
            "The result of f is the maximum of the expected numbers; shape (2, 3) is expected.",
        ),
        (
            WIDE.mean(axis=0),
            WIDE,
            "The result of f has shape (2, 3); its mean along axis 0 is expected.",
        ),
        (
            WIDE,
            7.0,
            "The result of f is a single number here; an array of shape (2, 3) is expected.",
        ),
        (
            np.array(7.25),
            WIDE,
            "The result of f has shape (2, 3) here; a single number is expected.",
        ),
        (
            np.array(7.25),
            np.array([7.25]),
            (
                "The result of f has the right numbers, but a wrong shape: "
                "its shape is (1,), but a single number is expected."
            ),
        ),
        (
            VECTOR,
            VECTOR[:-1],
            "The result of f lacks the last number: its shape is (4,), but must be (5,).",
        ),
        (
            TABLE,
            np.vstack([NOISE[:1], TABLE]),
            "The result of f has an additional first row: its shape is (4, 3), but must be (3, 3).",
        ),
        (
            VECTOR,
            np.array([VECTOR] * 5),
            "The result of f repeats the expected numbers: its shape is (5, 5), but must be (5,).",
        ),
    ],
)
def test_shapes(said, expected, actual, words):
    """A result of another shape is described by what it has in common with the right one."""
    assert words == said((expected, actual))


def test_a_huge_result(said):
    """A result of a wrong shape that is huge is described by its shape alone."""
    words = "The result of f has shape (4000000,) here; the shape must be (2, 3)."
    assert words == said((WIDE, np.broadcast_to(np.int8(1), 4_000_000)))
    words = "The result of f has shape (4000000, 0) here; the shape must be (2, 3)."
    assert words == said((WIDE, np.zeros((4_000_000, 0))))


def test_a_mean_that_is_missing(said):
    """One loss for each example is told from their mean, which is expected."""
    words = "The result of f has shape (5,); its mean is expected."
    assert words == said((VECTOR.mean(), VECTOR), (WIDE.mean(), WIDE.ravel()))


def test_a_contradicted_shape(said):
    """A relation that another result contradicts is not stated; the shapes are."""
    plain = "The result of f has shape (3, 2) here; the shape must be (2, 3)."
    assert plain == said((WIDE, WIDE.T), (TABLE, TABLE))
    assert plain == said((WIDE, WIDE.T), (TABLE[1:], NOISE[1:].T))
    assert plain == said((WIDE, WIDE.T), (TABLE[1:], "x"))


def test_transposed_in_every_shape(said):
    """Where square results are transposed as well, transposed is what they are."""
    words = said((WIDE, WIDE.T), (TABLE, TABLE.T))
    assert "The result of f is transposed: its shape is (3, 2), but must be (2, 3)." == words


def test_a_part_of_another_shape(said):
    """The part that has another shape is named."""
    words = "grad_W is transposed: its shape is (3, 2), but must be (2, 3)."
    assert words == said(((SQUARE, WIDE), (SQUARE, WIDE.T)), parts=PARTS)


Z = np.array([-1000.0, -2.0, 0.0, 1.0, 1000.0])
AT_Z = np.array([0.5, 1.75, 2.5, 0.25, 4.5])


@pytest.mark.parametrize(
    ("actual", "words"),
    [
        (AT_Z * np.nan, "Every number that f returns is NaN; all must be finite."),
        (AT_Z * np.inf, "Every number that f returns is infinite or NaN; all must be finite."),
        (
            np.where(Z == 0, np.nan, AT_Z),
            "f returns NaN (not a number), only at z = 0; every number must be finite.",
        ),
        (
            np.where(abs(Z) > 99, np.inf, AT_Z),
            (
                "f returns an infinite number, only where z is at least 30 or at most -30; "
                "every number must be finite."
            ),
        ),
        (
            np.where((Z == 0) | (Z == 1), np.nan, AT_Z),
            "f returns NaN (not a number); every number must be finite.",
        ),
    ],
)
def test_numbers_that_are_not_finite(said, actual, words):
    """NaN and infinity are told apart, and so are the arguments that cause them."""
    assert words == said((AT_Z, actual, Z, 1.0), elementwise=True)


def test_nan_in_a_part(said):
    """The part that holds NaN is named."""
    words = "f returns NaN (not a number) in grad_W; every number must be finite."
    nan = np.where(TABLE > 7, np.nan, TABLE)
    assert words == said(((SQUARE, TABLE), (SQUARE, nan)), parts=PARTS)


def test_relations(said):
    """A relation between the numbers is the sentence, if there is one."""
    assert "Every number that f returns has the wrong sign." == said((SQUARE, -SQUARE))


def test_no_relation(said):
    """Where there is none, the sentence has the ending that the diagnosis looks for."""
    assert f"f {GENERIC_ENDING}" == said((VECTOR, np.add(VECTOR, [1, -2, 3, -4, 9])))


def test_wrong_parts(said):
    """Where there is none, the parts that are wrong are named, if others are right."""
    words = "Only grad_W is wrong; the other parts of the result are right."
    both = ((SQUARE, TABLE), (SQUARE, TABLE + NOISE))
    assert words == said(both, parts=PARTS)
    neither = ((SQUARE, TABLE), (SQUARE + NOISE[:2, :2], TABLE))
    assert f"f {GENERIC_ENDING}" == said(both, neither, parts=PARTS)
