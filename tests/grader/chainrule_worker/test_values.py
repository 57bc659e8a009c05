"""Whatever a student returns is copied into plain types, or stays where it is."""

import collections
import decimal
import fractions
import itertools
from collections.abc import Mapping

import numpy as np
import pytest
from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed
from chainrule_worker.values import (
    DTYPES,
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_TEXT,
    NotPlainError,
    read_array,
    to_plain,
    to_text,
    type_name,
)


class Float(float):
    """A number that claims to be another one."""

    def __float__(self):
        return 1.0

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class Text(str):
    """A string that is none when it is looked at."""

    __slots__ = ()

    def __str__(self):
        return self

    def __getitem__(self, key):
        return object()


class Liar(np.ndarray):
    """An array that claims to equal everything, and to be of another shape."""

    shape = (7,)

    def __eq__(self, other):
        return np.ones(2, bool)

    __hash__ = None

    def __array__(self, *args, **options):
        return np.ones(2)


class Dict(Mapping):
    """A mapping that is no dict."""

    def __getitem__(self, key):
        return key

    def __iter__(self):
        return iter(["a"])

    def __len__(self):
        return 1


class Endless(list):
    """A list that never ends."""

    def __iter__(self):
        return itertools.repeat(0.0)


def disguised(kind):
    """Make an object that says it is of a kind that it is not of."""

    class Disguise:
        __class__ = property(lambda _self: kind)

        def __eq__(self, other):
            return True

        __hash__ = None

    return Disguise()


def convert(value):
    """Convert a value to plain types; return it and the stored objects."""
    stored = []

    def store(value):
        stored.append(value)
        return ObjectHandle(len(stored) - 1, type_name(value))

    return to_plain(value, store), stored


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(True, True, id="bool"),
        pytest.param(-(2**63), -(2**63), id="smallest"),
        pytest.param(2**63 - 1, 2**63 - 1, id="largest"),
        pytest.param(fractions.Fraction(1, 4), 0.25, id="fraction"),
        pytest.param(Float(3.0), 1.0, id="float-subclass"),
        pytest.param(Text("ab"), "ab", id="str-subclass"),
        pytest.param("x" * (MAX_TEXT + 1), "x" * MAX_TEXT, id="long-text"),
        pytest.param(range(3).__iter__(), [0, 1, 2], id="iterator"),
        pytest.param((v for v in (1, "a")), [1, "a"], id="generator"),
        pytest.param((1, [2, (3,)]), (1, [2, (3,)]), id="nested"),
        pytest.param(collections.namedtuple("P", "x y")(1, 2), (1, 2), id="namedtuple"),  # noqa: PYI024
        pytest.param(collections.OrderedDict(a=1), {"a": 1}, id="ordered-dict"),
        pytest.param(Dict(), {"a": "a"}, id="mapping"),
        pytest.param({None: 1, True: 2, 2.5: 3}, {None: 1, True: 2, 2.5: 3}, id="keys"),
        pytest.param({np.int64(2**62 + 1): 1}, {2**62 + 1: 1}, id="key-int64"),
        pytest.param({np.bool_(0): 1, np.str_("a"): 2}, {False: 1, "a": 2}, id="keys-numpy"),
        pytest.param({np.longdouble(1.5): 1}, {1.5: 1}, id="key-longdouble"),
        pytest.param(ObjectHandle(3, "x"), ObjectHandle(3, "x"), id="ticket"),
        pytest.param(Seed(3), Seed(3), id="seed"),
        pytest.param(FunctionHandle(3), FunctionHandle(3), id="function"),
    ],
)
def test_plain_values(value, expected):
    """Containers and numbers are copied into the types that cross, and into no others."""
    result, stored = convert(value)
    assert (expected, []) == (result, stored)
    assert type(expected) is type(result)


def test_no_key_is_a_student_s_object():
    """A dict's keys are of plain types too."""
    result, _ = convert({Text("a"): 1, Float(2.0): 2})
    assert {str, float} == {*map(type, result)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(np.float64(2.0), np.array(2.0), id="scalar"),
        pytest.param(np.array([1.5, 2.0]).view(Liar), np.array([1.5, 2.0]), id="lying-subclass"),
        pytest.param(np.array([1.0, 2.0]).view(np.recarray), np.array([1.0, 2.0]), id="recarray"),
        pytest.param(np.ma.masked_array([1.0, 2.0], [0, 1]), np.array([1.0, 2.0]), id="masked"),
        pytest.param(np.array([1, 2.5], dtype=object), np.array([1.0, 2.5]), id="object"),
        pytest.param(np.array([1, 2], ">i4"), np.array([1, 2], "<i4"), id="big-endian"),
        pytest.param(np.array([0.5], np.longdouble), np.array([0.5]), id="longdouble"),
        pytest.param(np.array([[1, 2], [3, 4]]).T, np.array([[1, 3], [2, 4]]), id="transposed"),
        pytest.param(np.arange(6)[::-2], np.array([5, 3, 1]), id="strided"),
        pytest.param(np.zeros((0, 3)), np.zeros((0, 3)), id="empty"),
        pytest.param(np.broadcast_to(1.0, (2, 2)), np.ones((2, 2)), id="broadcast"),
    ],
)
def test_arrays_become_plain_arrays(value, expected):
    """What crosses is a base-class array with the numbers that really are in memory."""
    result, stored = convert(value)
    assert (np.ndarray, []) == (type(result), stored)
    assert result.dtype.str in DTYPES
    np.testing.assert_array_equal(expected, result, strict=True)


@pytest.mark.parametrize("dtype", sorted(DTYPES))
@pytest.mark.parametrize("order", "<>")
def test_every_dtype_crosses_in_one_byte_order(dtype, order):
    """Byte order is the only thing about an array that may change."""
    result, _ = convert(np.array([0, 1], np.dtype(dtype).newbyteorder(order)))
    np.testing.assert_array_equal(np.array([0, 1], dtype), result, strict=True)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(object(), id="object"),
        pytest.param(len, id="function"),
        pytest.param(int, id="class"),
        pytest.param({1, 2}, id="set"),
        pytest.param(b"abc", id="bytes"),
        pytest.param(1j, id="complex"),
        pytest.param(2**63, id="huge"),
        pytest.param(-(2**63) - 1, id="huge-negative"),
        pytest.param(decimal.Decimal(1), id="decimal"),
        pytest.param(np.array([1j]), id="complex-array"),
        pytest.param(np.array(["a"]), id="string-array"),
        pytest.param(np.array(["2020-01-01"], "M8[D]"), id="dates"),
        pytest.param(np.array([(1, 2.0)], [("a", int), ("b", float)]), id="records"),
        pytest.param(np.array([object()]), id="objects"),
        pytest.param(np.zeros((1,) * (MAX_DEPTH + 1)), id="nine-axes"),
        pytest.param({(1, 2): 3}, id="tuple-keys"),
        pytest.param({np.datetime64("2020"): 3}, id="date-keys"),
        pytest.param({2**63: 3}, id="huge-keys"),
        pytest.param(disguised(ObjectHandle), id="disguised-ticket"),
        pytest.param(disguised(np.ndarray), id="disguised-array"),
    ],
)
def test_nothing_else_crosses(value):
    """An object that is no plain value stays, whole, and a ticket travels."""
    result, stored = convert(value)
    assert ObjectHandle(0, type_name(value)) == result
    assert value is stored[0]


def test_a_ticket_inside_a_container():
    """One odd item in a list stays, and the others cross."""
    odd = object()
    result, stored = convert([1, {"a": odd}])
    assert ([1, {"a": ObjectHandle(0, "object")}], [odd]) == (result, stored)


def nested(depth):
    """Put a number into that many lists."""
    return [nested(depth - 1)] if depth else 0


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param(itertools.count(), "more than 20000 items", id="endless-iterator"),
        pytest.param(Endless(), "more than 20000 items", id="endless-list"),
        pytest.param([0] * (MAX_ITEMS + 1), "more than 20000 items", id="long"),
        pytest.param(dict.fromkeys(range(MAX_ITEMS + 1)), "more than 20000", id="long-dict"),
        pytest.param(nested(MAX_DEPTH + 1), "more than 8 levels", id="deep"),
    ],
)
def test_too_much_is_told(value, says):
    """What is longer or deeper than any answer is refused with a sentence."""
    with pytest.raises(NotPlainError, match=says):
        convert(value)


def test_a_list_that_holds_itself():
    """A circle is only deep."""
    circle = []
    circle.append(circle)
    with pytest.raises(NotPlainError, match="levels deep"):
        convert(circle)


@pytest.mark.parametrize("value", [[0] * MAX_ITEMS, nested(MAX_DEPTH)], ids=["long", "deep"])
def test_what_is_just_not_too_much(value):
    """The limits themselves are allowed."""
    assert value == convert(value)[0]


def test_a_plain_array_is_a_copy():
    """What the student does to an array afterwards changes nothing."""
    array = np.zeros(2)
    result, _ = convert(array)
    array[:] = 1
    assert [0.0, 0.0] == result.tolist()


class _Shouts:
    def __init__(self, error):
        self.error = error

    def __str__(self):
        raise self.error


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("abcdef", "abc"),
        (12345, "123"),
        (Text("ab"), "ab"),
        (_Shouts(ValueError()), ""),
        (_Shouts(SystemExit()), ""),
    ],
)
def test_text_survives_every_str(value, expected):
    """An object's own words are cut to size, and left out where it has none."""
    assert (expected, str) == (to_text(value, 3), type(to_text(value, 3)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Net", "Net"), ("<b>x</b>", "bxb"), ("x" * 99, "x" * 60), ("`", "object")],
)
def test_type_names_are_harmless(name, expected):
    """A class may be called anything, and only letters, digits, dots and underscores are shown."""
    assert expected == type_name(type(name, (), {})())


@pytest.mark.parametrize(
    ("dtype", "shape", "at"),
    [
        pytest.param("<f8", [3], 0, id="too-long"),
        pytest.param("<f8", [2], 1, id="too-far"),
        pytest.param("<f8", [1], 2**62, id="far-away"),
        pytest.param("<f8", [1], -8, id="before-the-beginning"),
        pytest.param("<f8", [1], 0.0, id="odd-place"),
        pytest.param("<f8", [1], True, id="bool-place"),
        pytest.param("<f8", [-1], 0, id="negative"),
        pytest.param("<f8", [-1, -2], 0, id="negative-twice"),
        pytest.param("<f8", [True], 0, id="bool-size"),
        pytest.param("<f8", [1.0], 0, id="float-size"),
        pytest.param("<f8", [2**62, 2**62], 0, id="huge"),
        pytest.param("<f8", [2**63], 0, id="too-huge"),
        pytest.param("<f8", [1] * (MAX_DEPTH + 1), 0, id="nine-axes"),
        pytest.param("<f8", (1,), 0, id="tuple"),
        pytest.param("<f8", "1", 0, id="string"),
        pytest.param("<f8", None, 0, id="none"),
        pytest.param("|O", [1], 0, id="objects"),
        pytest.param("O", [1], 0, id="pointers"),
        pytest.param(">f8", [1], 0, id="big-endian"),
        pytest.param("<c16", [1], 0, id="complex"),
        pytest.param("<U2", [1], 0, id="text"),
        pytest.param("V8", [1], 0, id="void"),
        pytest.param([["a", "<f8"]], [1], 0, id="fields"),
        pytest.param(None, [1], 0, id="no-dtype"),
    ],
)
def test_false_claims_about_arrays(dtype, shape, at):
    """An array is rebuilt only from bytes that are there, in a dtype that crosses."""
    with pytest.raises(ValueError, match="^an array "):
        read_array(dtype, shape, memoryview(bytes(16)), at)


def test_a_true_claim():
    """Bytes, shape and dtype give the array back, writable and its own."""
    body = np.array([1.0, 2.0, 3.0]).tobytes()
    array = read_array("<f8", [2, 1], memoryview(body), 8)
    np.testing.assert_array_equal([[2.0], [3.0]], array, strict=True)
    assert array.flags.writeable
