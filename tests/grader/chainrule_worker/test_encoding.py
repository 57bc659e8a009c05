"""Messages are decoded unchanged, and all other bytes are refused."""

import json
import tracemalloc

import numpy as np
import pytest
from chainrule_worker import encoding
from chainrule_worker.encoding import MAGIC, MAX_BODY, MAX_HEADER, PREFIX, VERSION, WireError
from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed
from chainrule_worker.values import DTYPES, clean_name
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=9)
)
arrays = hnp.arrays(
    st.sampled_from(sorted(DTYPES)), hnp.array_shapes(min_dims=0, min_side=0, max_side=3)
)
handles = (
    st.builds(ObjectHandle, st.integers(0, 99), st.text(min_size=1, max_size=60).map(clean_name))
    | st.builds(Seed, st.integers(0, 2**63 - 1))
    | st.builds(FunctionHandle, st.integers(0, 9))
)
messages = st.recursive(
    scalars | arrays | handles,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(scalars, inner, max_size=4)
    ),
    max_leaves=8,
)


def opened(frame):
    """Decode a frame as the other process does."""
    header, body = encoding.read_prefix(frame[: PREFIX.size])
    rest = frame[PREFIX.size :]
    return encoding.decode(rest[:header], rest[header : header + body])


def identical(one, other):
    """Return whether two plain values have the same types, order and bits."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        header = (one.dtype.str, one.shape) == (other.dtype.str, other.shape)
        return header and one.tobytes() == other.tobytes()
    if isinstance(one, dict):
        return identical(list(one.items()), list(other.items()))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(identical, one, other))
    return one == other or (one != one and other != other)  # noqa: PLR0124


@given(messages)
@example(np.array(1.5))
@example(np.zeros((0, 3), "<f4"))
@example([np.array([np.nan, np.inf, -np.inf, -0.0]), np.ones(2, bool)])
@example({"a": ({"b": [()]},), 1.5: {}})
@example(float("inf"))
def test_every_plain_value_comes_back(message):
    """A decoded message is identical to the encoded one."""
    assert identical(message, opened(encoding.encode(message)))


@pytest.mark.parametrize(
    "value",
    [object(), {1}, 1j, b"", np.float64, [object()], {"a": len}, {1: {2: range(3)}}],
    ids=["object", "set", "complex", "bytes", "type", "in list", "in dict", "in both"],
)
def test_nothing_else_is_sent(value):
    """A value that is not plain cannot be encoded."""
    with pytest.raises(WireError, match="values do not cross"):
        encoding.encode(value)


@pytest.mark.parametrize(
    "message",
    [np.zeros(MAX_BODY + 1, "|i1"), "x" * (MAX_HEADER + 1)],
    ids=["body", "header"],
)
def test_a_message_that_is_too_large(message):
    """A message above the limits cannot be encoded."""
    with pytest.raises(encoding.TooLargeError, match="bytes are more than any answer needs"):
        encoding.encode(message)


@pytest.mark.parametrize(
    ("magic", "version", "header", "body"),
    [
        pytest.param(b"RHC", VERSION, 4, 0, id="magic"),
        pytest.param(MAGIC, VERSION + 1, 4, 0, id="version"),
        pytest.param(MAGIC, 0, 4, 0, id="version-0"),
        pytest.param(MAGIC, VERSION, MAX_HEADER + 1, 0, id="header"),
        pytest.param(MAGIC, VERSION, 2**32 - 1, 0, id="huge-header"),
        pytest.param(MAGIC, VERSION, 4, MAX_BODY + 1, id="body"),
        pytest.param(MAGIC, VERSION, 4, 2**64 - 1, id="huge-body"),
    ],
)
def test_an_invalid_prefix(magic, version, header, body):
    """Magic, version and both lengths are checked before anything else."""
    with pytest.raises(WireError, match="^a frame "):
        encoding.read_prefix(PREFIX.pack(magic, version, header, body))


def test_the_largest_frame():
    """The limits themselves are allowed."""
    frame = PREFIX.pack(MAGIC, VERSION, MAX_HEADER, MAX_BODY)
    assert (MAX_HEADER, MAX_BODY) == encoding.read_prefix(frame)


HOSTILE = {
    "nothing": b"",
    "no JSON": b"{",
    "not UTF-8": b'"\xff\xfe"',
    "a plain list": b"[1]",
    "an object of two kinds": b'{"list": [], "tuple": []}',
    "an empty object": b"{}",
    "an unknown kind": b'{"pickle": "gASVAAA="}',
    "another name of a kind": b'{"List": []}',
    "a list of no list": b'{"list": "ab"}',
    "a tuple of no list": b'{"tuple": {"list": []}}',
    "a dict of no list": b'{"dict": {"a": 1}}',
    "a dict without values": b'{"dict": [[1]]}',
    "a dict of triples": b'{"dict": [[1, 2, 3]]}',
    "a dict of numbers": b'{"dict": [1]}',
    "a dict with a container for a key": b'{"dict": [[{"list": []}, 1]]}',
    "a dict with a list for a key": b'{"dict": [[[], 1]]}',
    "a huge integer": b"9223372036854775808",
    "a negative huge integer": b"-9223372036854775809",
    "an integer of many digits": b"1" * 5000,
    "an array of nothing": b'{"array": []}',
    "an array of four": b'{"array": ["<f8", [1], 0, 0]}',
    "an array as a dict": b'{"array": {"dtype": "<f8"}}',
    "an array of objects": b'{"array": ["|O", [1], 0]}',
    "an array of negative shape": b'{"array": ["<f8", [-1], 0]}',
    "an array of huge shape": b'{"array": ["<f8", [9223372036854775807], 0]}',
    "an array of endless shape": b'{"array": ["|i1", [4611686018427387904, 4], 0]}',
    "an array of NaN shape": b'{"array": ["<f8", [NaN], 0]}',
    "an array at infinity": b'{"array": ["<f8", [1], Infinity]}',
    "an array too far on": b'{"array": ["<f8", [1], 8]}',
    "an array that is not there": b'{"array": ["<f8", [3], 0]}',
    "the same bytes twice": b'{"list": [{"array": ["<f8", [2], 0]}, {"array": ["<f8", [2], 0]}]}',
    "bytes that overlap": b'{"list": [{"array": ["<f8", [1], 0]}, {"array": ["<f8", [1], 4]}]}',
    "bytes left over": b'{"array": ["<f8", [1], 0]}',
    "a handle without a name": b'{"opaque": [1]}',
    "a handle without a number": b'{"opaque": ["1", "x"]}',
    "a seed of text": b'{"seed": "1"}',
    "a seed of a fraction": b'{"seed": 1.5}',
    "a function of a list": b'{"function": [1]}',
    "deep lists": b'{"list": [' * 50 + b"]}" * 50,
    "very deep lists": b'{"list": [' * 100_000,
    "very deep brackets": b"[" * MAX_HEADER,
}


@pytest.mark.parametrize("header", HOSTILE.values(), ids=HOSTILE)
def test_hostile_headers(header):
    """Anything but a message is a `WireError`, in a short sentence."""
    with pytest.raises(WireError) as caught:
        encoding.decode(header, bytes(16))
    assert len(str(caught.value)) <= 200


def test_overlapping_arrays_take_no_memory():
    """Each byte of a body is copied once, so a short message cannot take gigabytes."""
    body = bytes(2**20)
    node = {"array": ["|i1", [len(body)], 0]}
    header = json.dumps({"list": [node] * 1000}).encode()
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            encoding.decode(header, body)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(body)
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=60), st.binary(max_size=24))
@example(b"\xef\xbb\xbf1", b"")
@example('{"list": [1]}'.encode("utf-16"), b"")
def test_random_bytes(header, body):
    """No bytes raise an exception other than `WireError`."""
    _read_or_refused(header, body)


MUTABLE = encoding.encode(
    {
        "value": [np.arange(3.0), {"a": (1, None, "x")}, ObjectHandle(1, "Net"), np.array(True)],
        "failure": {"kind": "E", "message": "", "line": ""},
        "changed": [0, 2],
    }
)


@given(st.data())
def test_mutated_messages(data):
    """A valid message with a few bytes changed, lost or added is a message or a `WireError`."""
    length, _ = encoding.read_prefix(MUTABLE[: PREFIX.size])
    frame = bytearray(MUTABLE)
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(PREFIX.size, len(frame) - 1))
        byte = data.draw(st.sampled_from(b'0123456789"[]{},:-e.<f|') | st.integers(0, 255))
        match data.draw(st.integers(0, 2)):
            case 0:
                frame[position] = byte
            case 1:
                del frame[position]
            case _:
                frame.insert(position, byte)
    rest = bytes(frame[PREFIX.size :])
    _read_or_refused(rest[:length], rest[length:])


def _read_or_refused(header, body):
    try:
        message = encoding.decode(header, body)
    except WireError:
        return
    assert identical(message, opened(encoding.encode(message)))
