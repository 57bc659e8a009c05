"""No sentence is false: a reader that knows only the words checks each of them.

The reader shares no code with the diagnosis. It parses a sentence and looks whether the results are
as the sentence says.
"""

import re
from dataclasses import dataclass

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.sentences import GENERIC_ENDING, sentence
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

NUMBER = r"(-?[\d.]+(?:e[-+]\d+)?)"
FORMULAS = {
    r"has the wrong sign": lambda w, _: -w,
    rf"is {NUMBER} times too large": lambda w, _, c: c * w,
    rf"is {NUMBER} times too small": lambda w, _, c: w / c,
    rf"has the wrong sign and is {NUMBER} times too large": lambda w, _, c: -c * w,
    rf"has the wrong sign and is {NUMBER} times too small": lambda w, _, c: -w / c,
    rf"is {NUMBER} times the expected number": lambda w, _, c: c * w,
    rf"has the wrong sign and is {NUMBER} times the expected number": lambda w, _, c: -c * w,
    rf"is too large by {NUMBER}": lambda w, _, c: w + c,
    rf"is too small by {NUMBER}": lambda w, _, c: w - c,
    r"is cut off to an integer": lambda w, _: np.trunc(w),
    r"is rounded down to an integer": lambda w, _: np.floor(w),
    r"is rounded to an integer": lambda w, _: np.rint(w),
    rf"is rounded to {NUMBER} decimals?": lambda w, _, c: np.rint(w * 10**c) / 10**c,
    r"is the absolute value of the expected number": lambda w, _: np.where(w < 0, -w, w),
    r"is the square of the expected number": lambda w, _: w * w,
    r"is the square root of the expected number": lambda w, _: w**0.5,
    r"is 1 minus the expected number": lambda w, _: 1 - w,
    r"is 1 divided by the expected number": lambda w, _: 1 / w,
    r"is the logarithm of the expected number": lambda w, _: np.log(w),
    r"is minus the logarithm of the expected number": lambda w, _: -np.log(w),
    r"is the exponential of the expected number": lambda w, _: np.e**w,
    rf"is {NUMBER}": lambda w, _, c: 0 * w + c,
    r"is the same as in the argument z": lambda _, z: z,
    r"is 0 instead of 1, or 1 instead of 0": lambda w, _: np.where(w == 1, 0.0, 1.0),
    rf"is limited to at most {NUMBER}": lambda w, _, c: np.where(w > c, c, w),
    rf"is limited to at least {NUMBER}": lambda w, _, c: np.where(w < c, c, w),
    rf"is limited to the range from {NUMBER} to {NUMBER}": lambda w, _, a, b: np.where(
        w < a, a, np.where(w > b, b, w)
    ),
}
FACTORS = {"n": lambda n: n, "2n": lambda n: 2 * n, "n/2": lambda n: n / 2, "√n": np.sqrt}
COUNTS = {"entries": np.size, "rows": len, "columns": lambda z: z.shape[1]}
WHERE = {
    "at z = 0": lambda z: z == 0,
    "where z is negative": lambda z: z < 0,
    "where z is positive": lambda z: z > 0,
    "where z is at least 30 or at most -30": lambda z: (z >= 30) | (z <= -30),
    "where z holds integers": lambda z: np.full(z.shape, z.dtype == int),
    "where z has one row": lambda z: np.full(z.shape, z.ndim == 2 and z.shape[0] == 1),
    "for single numbers": lambda z: np.full(z.shape, z.ndim == 0),
    "for vectors": lambda z: np.full(z.shape, z.ndim == 1),
    "for matrices": lambda z: np.full(z.shape, z.ndim == 2),
    "for arrays with 3 axes": lambda z: np.full(z.shape, z.ndim == 3),
}


@dataclass
class Result:
    """One part of a result: what is expected, what is there, and the argument z."""

    part: str
    correct: np.ndarray
    got: object
    z: np.ndarray
    w: float = 1.0

    @property
    def wrong(self):
        """A mask of the wrong entries."""
        return ~near(self.got, self.correct)


def near(got, guess):
    """Return where numbers are equal, a little more generously than the check."""
    return np.abs(got - guess) <= 1.01e-6 * np.maximum(1, np.abs(guess))


def is_true(words, results):
    """Return whether a sentence is true of all results."""
    words = words.removesuffix(".")
    with np.errstate(all="ignore"):
        for pattern, check in SENTENCES.items():
            found = re.fullmatch(pattern, words)
            if found:
                return check(results, **found.groupdict())
    raise AssertionError(f"unknown sentence: {words}")


def of(results, parts):
    """Return the results of some parts; of all, where none is named."""
    names = re.split(r", | and ", parts) if parts else [result.part for result in results]
    chosen = [result for result in results if result.part in names]
    assert {*names} == {result.part for result in chosen}
    return chosen


def every(results, formula, which="", parts=None, where=None):
    """Check a sentence about every number."""
    chosen = of(results, parts)
    right = True
    explained = []
    for one in chosen:
        mask = WHERE[where[0].lower() + where[1:]](one.z) if where else np.full(one.got.shape, True)
        right &= not one.wrong[~mask].any()
        mask = one.wrong if which else mask
        guess = guessed(formula, one)
        right &= bool(near(one.got, guess)[mask].all())
        explained += list(one.correct[mask & one.wrong])
    several = len({*np.round(explained, 6)} - {0.0, 1.0}) > 1
    fact = re.fullmatch(
        rf"is {NUMBER}|is the same as in the argument z|is 0 instead .*|has the wrong sign", formula
    )
    return right and bool(explained) and (several or bool(fact))


def guessed(formula, one):
    """Return the numbers that a formula says."""
    counted = re.fullmatch(
        r"is (.+) times too (\w+), where n is the number of (\w+) of (\w+)", formula
    )
    if counted:
        counted_array = one.z if counted[4] == "z" else one.correct
        factor = FACTORS[counted[1]](COUNTS[counted[3]](counted_array))
        return one.correct * factor if counted[2] == "large" else one.correct / factor
    forgotten = re.fullmatch(r"must be (multiplied|divided) by (1 − )?w", formula)
    if forgotten:
        factor = 1 - one.w if forgotten[2] else one.w
        return one.correct / factor if forgotten[1] == "multiplied" else one.correct * factor
    for pattern, formula_of in FORMULAS.items():
        found = re.fullmatch(pattern, formula)
        if found:
            return formula_of(one.correct, one.z, *map(float, found.groups()))
    raise AssertionError(f"unknown formula: {formula}")


def side(results, side, parts=None):
    """Check that every wrong number is too small, or too large."""
    sign = 1 if side == "large" else -1
    return all((sign * (one.got - one.correct)[one.wrong] > 0).all() for one in of(results, parts))


def integers(results, parts=None):
    """Check that every number is an integer, and that fractions are needed."""
    chosen = of(results, parts)
    needed = any((one.correct % 1 != 0).any() for one in chosen)
    return needed and all((one.got % 1 == 0).all() for one in chosen)


def only(results, where, parts=None):
    """Check that all wrong numbers fulfil a condition."""
    chosen = of(results, parts)
    masks = [WHERE[where](one.z) for one in chosen]
    right = not any(one.wrong[~mask].any() for one, mask in zip(chosen, masks, strict=True))
    return right and not all(mask.all() for mask in masks)


def transposed(results, parts=None):
    """Check that results are transposed."""
    chosen = of(results, parts)
    right = all(near(one.got, np.transpose(one.correct)).all() for one in chosen)
    return right and any(one.wrong.any() for one in chosen)


def turned(array, items):
    """Return an array whose first axis is that of the items."""
    return np.moveaxis(array, 1, 0) if items.startswith("column") else array


def reversed_order(results, items, parts=None):
    """Check that rows, columns or numbers are in reversed order."""
    pairs = [(turned(one.correct, items), turned(one.got, items)) for one in of(results, parts)]
    assert all(fits(items, w) for w, _ in pairs)
    return all(near(g, np.flip(w, 0)).all() for w, g in pairs)


def fits(items, array):
    """Return whether an array consists of such items."""
    axes = {"number": {1}, "row": {2}, "column": {2}, "matri": {3}}
    return array.ndim in axes[next(name for name in axes if items.startswith(name))]


def other_order(results, items, sometimes="", parts=None):
    """Check that rows, columns or numbers are right, but at other positions."""
    chosen = of(results, parts)
    right = True
    for one in chosen:
        if items == "numbers":
            correct, got = np.sort(one.correct.ravel()), np.sort(one.got.ravel())
        else:
            correct, got = turned(one.correct, items), turned(one.got, items)
            assert fits(items, correct)
            left = [*got.reshape(len(got), -1)]
            for row in correct.reshape(len(correct), -1):
                at = next((i for i, other in enumerate(left) if near(other, row).all()), None)
                if at is None:
                    return False
                del left[at]
            continue
        right &= bool(near(got, correct).all())
    always = all(one.wrong.any() for one in chosen)
    return right and (bool(sometimes) or always)


def beside(results, item, way, parts=None):
    """Check that everything is one position too early or too late."""
    right = True
    for one in of(results, parts):
        correct, got = turned(one.correct, item), turned(one.got, item)
        assert fits(item, correct)
        guess = (got[:-1], correct[1:]) if way == "early" else (got[1:], correct[:-1])
        right &= bool(near(*guess).all())
    return right


def position(results, which, item, ever, what, parts=None):
    """Check that only the first or last row, or the diagonal, is wrong or right."""
    right = True
    chosen = of(results, parts)
    for one in chosen:
        wrong = turned(one.wrong, item)
        if item == "diagonal":
            inside = np.eye(len(wrong), dtype=bool)
        else:
            assert fits(item, wrong)
            wrong = wrong.reshape(len(wrong), -1).any(axis=1)
            inside = np.arange(len(wrong)) == (0 if which.strip() == "first" else len(wrong) - 1)
        if what == "wrong":
            right &= not wrong[~inside].any() and bool(ever or wrong[inside].any())
        else:
            right &= bool(wrong[~inside].all()) and not wrong[inside].any()
    return right


def equal(results, items, parts=None):
    """Check that all numbers, rows or columns of a result are equal."""
    right = True
    assert len({one.part for one in of(results, parts)}) == 1
    for one in of(results, parts):
        got = one.got.ravel() if items == "numbers" else turned(one.got, items)
        assert items == "numbers" or got.ndim > 1
        right &= bool((got == got[:1]).all())
    return right


def off_in_call(results, what, parts=None):
    """Check that one constant or factor mends each result."""
    assert len({one.part for one in of(results, parts)}) == 1
    return all(mended(one.correct.ravel(), one.got.ravel(), what) for one in of(results, parts))


def off_in_line(results, item, what, parts=None):
    """Check that one constant or factor mends each row or column."""
    lines = []
    for one in of(results, parts):
        assert one.correct.ndim == 2
        lines += zip(turned(one.correct, item), turned(one.got, item), strict=True)
    return all(mended(*line, what) for line in lines)


def mended(correct, got, what):
    """Return whether one constant or factor gives the actual numbers, which must be wrong."""
    right = near(got, correct).all()
    if right and (what == "constant" or correct.any()):
        return False
    if what == "constant":
        return bool((np.ptp(got - correct) <= 3e-6 * np.maximum(1, np.abs(got))).all())
    factor = (got @ correct) / (correct @ correct) if correct.any() else 1
    return bool((np.abs(got - factor * correct) <= 1e-5 * np.maximum(1, np.abs(got))).all())


def sums(results, parts=None):
    """Check that the sums of rows are right."""
    right = True
    for one in of(results, parts):
        size = np.maximum(1, np.abs(one.got).sum(axis=-1))
        right &= bool((np.abs((one.got - one.correct).sum(axis=-1)) <= 1e-5 * size).all())
    return right


def wrong_parts(results, parts):
    """Check that some parts are wrong, and the others right."""
    named = of(results, parts)
    others = [one for one in results if one not in named]
    return bool(others) and not any(one.wrong.any() for one in others)


def generic(results):
    """Check that something is wrong."""
    return any(one.wrong.any() for one in results)


WHOLE = r"(?:the result of f|(?P<parts>grad.+?))"
SUBJECT = r"[Ee]very (?:number that f returns|entry of (?P<parts>grad.+?))"
WRONG = r"[Ee]very (?P<which>wrong )(?:number that f returns|entry of (?P<parts>grad.+?))"
SENTENCES = {
    rf"{WRONG} is too (?P<side>small|large)": lambda r, side, parts, **_: globals()["side"](
        r, side, parts
    ),
    rf"{SUBJECT} is an integer, but fractions are expected": integers,
    rf"(?P<where>(?:At|Where|For) [^,]+), {SUBJECT} (?P<formula>(?:is|has|must be) .+); all other "
    r"(?:numbers|entries of grad.+) are right": every,
    rf"{WRONG} (?P<formula>(?:is|has|must be) .+)": every,
    rf"{SUBJECT} (?P<formula>(?:is|has|must be) .+)": every,
    r"(?:f|(?P<parts>grad.+?)) (?:is|are) wrong only (?P<where>.+)": only,
    r"(?:The result of f|(?P<parts>grad.+?)) (?:is|are) transposed": transposed,
    rf"In {WHOLE}, the (?P<items>\w+) are in reversed order": reversed_order,
    rf"In {WHOLE}, the (?P<items>\w+) are right, but (?P<sometimes>sometimes )?in a wrong order": (
        other_order
    ),
    rf"In {WHOLE}, every (?P<item>\w+) is one position too (?P<way>early|late)": beside,
    rf"In {WHOLE}, only the (?P<which>first |last |)(?P<item>\w+) is (?P<ever>ever )?"
    r"(?P<what>wrong|right)": position,
    rf"In each call, all (?P<items>numbers) in {WHOLE} are equal": equal,
    rf"In each call, all (?P<items>\w+) of {WHOLE} are equal": equal,
    rf"In each call, all numbers in {WHOLE} are off by one (?P<what>constant|factor)": off_in_call,
    rf"In {WHOLE}, each (?P<item>row|column) is off by a (?P<what>constant|factor)": off_in_line,
    rf"In {WHOLE}, the sum of every row is right, but numbers in the rows are wrong": sums,
    r"Only (?P<parts>grad.+?) (?:is|are) wrong; the other parts of the result are right": (
        wrong_parts
    ),
    re.escape(f"f {GENERIC_ENDING}"[:-1]): generic,
}
"""What a sentence says, by its words."""


@pytest.mark.parametrize(
    ("words", "got"),
    [
        ("Every number that f returns is 2 times too large.", [3.0, 4.0, 6.0]),
        ("Every number that f returns has the wrong sign.", [-1.5, 2.0, -3.5]),
        ("Every wrong number that f returns is 0.", [0.0, 2.0, 1.0]),
        ("In the result of f, only the first number is wrong.", [5.0, 6.0, 3.5]),
        ("In the result of f, the numbers are in reversed order.", [3.5, 1.5, 2.0]),
        ("Where z is negative, every number that f returns is 0; all other numbers are right.",
         [0.0, 2.0, 7.0]),
        ("f is wrong only where z is negative.", [0.0, 2.0, 7.0]),
    ],
)  # fmt: skip
def test_the_reader_sees_what_is_false(words, got):
    """A sentence that is almost true is false."""
    correct = np.array([1.5, 2.0, 3.5])
    assert not is_true(words, [Result("", correct, np.array(got), np.array([-1.0, 0.0, 2.0]))])


SHAPES = ((), (), (2,), (3,), (5,), (1, 3), (2, 2), (3, 2), (3, 3), (4, 3), (2, 2, 3))
CHANGES = {
    "negate": lambda w, _z, _c: -w,
    "scale": lambda w, _z, c: c * w,
    "shift": lambda w, _z, c: w + c,
    "truncate": lambda w, _z, _c: np.trunc(w),
    "integers": lambda w, _z, _c: w.astype(int),
    "floor": lambda w, _z, _c: np.floor(w),
    "round": lambda w, _z, _c: np.round(w, 2),
    "square": lambda w, _z, _c: w**2,
    "root": lambda w, _z, _c: np.sqrt(np.abs(w)),
    "absolute": lambda w, _z, _c: np.abs(w),
    "log": lambda w, _z, _c: np.log(np.abs(w) + 0.1),
    "one-minus": lambda w, _z, _c: 1 - w,
    "constant": lambda w, _z, c: np.full(w.shape, c),
    "zero": lambda w, _z, _c: 0 * w,
    "argument": lambda _w, z, _c: 1.0 * z,
    "clip": lambda w, _z, c: np.clip(w, -abs(c), abs(c)),
    "sum": lambda w, z, _c: w * z.size,
    "rows": lambda w, z, _c: w * (len(z) if z.ndim else 1),
    "transpose": lambda w, _z, _c: w.T if w.shape == w.T.shape else w,
    "reverse": lambda w, _z, _c: w[::-1] if w.ndim else w,
    "columns": lambda w, _z, _c: w[:, ::-1] if w.ndim > 1 else w,
    "swap-rows": lambda w, _z, _c: np.roll(w, 1, axis=0) if w.ndim else w,
    "first-row-zero": lambda w, _z, _c: np.concatenate([0 * w[:1], w[1:]]) if w.ndim else w,
    "first-row-only": lambda w, _z, _c: np.concatenate([w[:1], 0 * w[1:]]) if w.ndim else w,
    "equal-rows": lambda w, _z, _c: np.broadcast_to(w[:1], w.shape) + 0 if w.ndim else w,
    "negative": lambda w, z, c: np.where(z < 0, c * w + 1, w),
    "at-zero": lambda w, z, c: np.where(z == 0, c, w),
    "matrices": lambda w, _z, c: c * w if w.ndim > 1 else w,
    "column-shifts": lambda w, _z, c: w + c * np.arange(w.shape[-1]) if w.ndim else w,
    "row-factors": lambda w, _z, c: (w.T * (c + np.arange(w.shape[0]))).T if w.ndim else w,
    "noise": lambda w, _z, c: w + np.sin(99 * w + c),
    "one-entry": lambda w, _z, c: w + c * (np.arange(w.size).reshape(w.shape) == w.size - 1),
    "right": lambda w, _z, _c: w,
}
SIMPLE = st.sampled_from([-2.0, -1.0, -0.5, 0.0, 0.0, 0.5, 1.0, 1.0, 2.0, 3.0, 40.0])
NUMBERS = st.one_of(SIMPLE, st.floats(-10, 10).map(lambda x: round(x, 3)))
CONSTANTS = st.sampled_from([-2.0, -1.0, 0.0, 0.1, 0.5, 1.0, 2.0, 3.0, 0.333])


@st.composite
def results_of(draw):
    """Draw arguments and expected results, and change all or some of them in one or two ways."""
    names = draw(st.lists(st.sampled_from([*CHANGES]), min_size=1, max_size=2, unique=True))
    constant = draw(CONSTANTS)
    wholes = draw(st.booleans())
    results = []
    for shape in draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=5)):
        z = draw(hnp.arrays(float, shape, elements=SIMPLE))
        correct = draw(hnp.arrays(float, shape, elements=NUMBERS))
        z = z.astype(int) if wholes and draw(st.booleans()) else z
        change = CHANGES[draw(st.sampled_from(names))]
        w = draw(st.sampled_from([0.1, 0.25, 0.5]))
        c = draw(st.sampled_from([constant, constant, w, 1 / w, 1 - w]))
        results.append((correct, np.asarray(change(correct, z, c)), z, w))
    return results


def checked(task, comparisons, results):
    """The sentence about the first wrong result is true, and short."""
    wrong = [one for one in comparisons if not one.agrees]
    assume(wrong)
    with np.errstate(all="raise"):
        words = sentence(task, "f", wrong[0], comparisons)
    assert is_true(words, results), words
    assert len(words.split()) <= 25
    assert not re.search(r"-0(?![.\d])", words)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None)
@given(results_of(), st.booleans())
def test_no_sentence_of_many_is_false(compared, results, elementwise):
    """The promise below, for many more results."""
    task, comparisons = compared(results, elementwise=elementwise)
    checked(task, comparisons, [Result("", *result) for result in results])


@settings(max_examples=100, deadline=None)
@given(results_of(), st.booleans())
@example([(np.array([1.5, 2.5]), np.array([3.0, 5.0]), np.zeros(2), 0.5)], False)
def test_no_sentence_is_false(compared, results, elementwise):
    """Whatever is expected and returned, the sentence is true of every result."""
    task, comparisons = compared(results, elementwise=elementwise)
    checked(task, comparisons, [Result("", *result) for result in results])


@settings(max_examples=100, deadline=None)
@given(results_of())
def test_no_sentence_about_parts_is_false(compared, results):
    """The same for results of several parts, all of which are named in turn."""
    parts = ("grad_X", "grad_W", "grad_b")
    made = [
        tuple(tuple(one[side] for one in results[i : i + 3]) for side in (0, 1))
        for i in range(0, len(results) - 2, 3)
    ]
    assume(made)
    task, comparisons = compared(made, parts=parts)
    seen = [Result(parts[i % 3], w, g, w) for i, (w, g, *_) in enumerate(results[: 3 * len(made)])]
    checked(task, comparisons, seen)


@settings(max_examples=100, deadline=None)
@given(
    hnp.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    hnp.arrays(float, (2, 3), elements=st.floats(allow_nan=False, allow_infinity=False)),
)
def test_numbers_of_any_size(compared, expected, actual):
    """However large the numbers are, the sentence is true, and the check does not overflow."""
    task, comparisons = compared([(expected, actual, expected)], elementwise=True)
    checked(task, comparisons, [Result("", expected, actual, expected)])
