"""Messages cross unchanged, and whatever else comes over the socket is refused as a whole."""

import json
import socket
import threading
import time
import tracemalloc

import numpy as np
import pytest
from chainrule_worker import wire
from chainrule_worker.values import DTYPES, Function, Opaque, Seed
from chainrule_worker.wire import FRAME, MAGIC, MAX_BODY, MAX_HEADER, VERSION, WireError
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=9)
)
arrays = hnp.arrays(
    st.sampled_from(sorted(DTYPES)), hnp.array_shapes(min_dims=0, min_side=0, max_side=3)
)
tickets = (
    st.builds(Opaque, st.integers(0, 99), st.text(max_size=60))
    | st.builds(Seed, st.integers(0, 2**63 - 1))
    | st.builds(Function, st.integers(0, 9))
)
messages = st.recursive(
    scalars | arrays | tickets,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(scalars, inner, max_size=4)
    ),
    max_leaves=8,
)


def opened(frame):
    """Read a frame as the other side does."""
    header, body = wire.lengths(frame[: FRAME.size])
    rest = frame[FRAME.size :]
    return wire.decode(rest[:header], rest[header : header + body])


def identical(one, other):
    """Tell whether two plain values are the same in type, order and every bit that counts."""
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
    """What is sent is what is received, to the bit."""
    assert identical(message, opened(wire.encode(message)))


@pytest.mark.parametrize(
    "value",
    [object(), {1}, 1j, b"", np.float64, [object()], {"a": len}, {1: {2: range(3)}}],
    ids=["object", "set", "complex", "bytes", "type", "in list", "in dict", "in both"],
)
def test_nothing_else_is_sent(value):
    """A value that is not plain is an error of the sender's."""
    with pytest.raises(WireError, match="values do not cross"):
        wire.encode(value)


@pytest.mark.parametrize(
    "message",
    [np.zeros(MAX_BODY + 1, "|i1"), "x" * (MAX_HEADER + 1)],
    ids=["body", "header"],
)
def test_too_large_a_message_is_not_sent(message):
    """There are limits on this side too."""
    with pytest.raises(wire.TooLargeError, match="bytes are more than any answer needs"):
        wire.encode(message)


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
def test_a_frame_that_cannot_be(magic, version, header, body):
    """Magic, version and both lengths are looked at before anything else."""
    with pytest.raises(WireError, match="^a frame "):
        wire.lengths(FRAME.pack(magic, version, header, body))


def test_the_largest_frame_is_believed():
    """The limits themselves are allowed."""
    frame = FRAME.pack(MAGIC, VERSION, MAX_HEADER, MAX_BODY)
    assert (MAX_HEADER, MAX_BODY) == wire.lengths(frame)


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
    "a ticket without a name": b'{"opaque": [1]}',
    "a ticket without a number": b'{"opaque": ["1", "x"]}',
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
        wire.decode(header, bytes(16))
    assert len(str(caught.value)) <= 200


def test_overlapping_arrays_cost_nothing():
    """A body is copied once: a short message cannot make the judge take gigabytes."""
    body = bytes(2**20)
    node = {"array": ["|i1", [len(body)], 0]}
    header = json.dumps({"list": [node] * 1000}).encode()
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            wire.decode(header, body)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(body)
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=60), st.binary(max_size=24))
@example(b"\xef\xbb\xbf1", b"")
@example('{"list": [1]}'.encode("utf-16"), b"")
def test_random_bytes(header, body):
    """No bytes whatever give another exception than `WireError`."""
    _read_or_refused(header, body)


MUTABLE = wire.encode(
    {
        "value": [np.arange(3.0), {"a": (1, None, "x")}, Opaque(1, "Net"), np.array(True)],
        "failure": {"kind": "E", "message": "", "line": ""},
        "changed": [0, 2],
    }
)


@given(st.data())
def test_mutated_messages(data):
    """A valid message with a few bytes changed, lost or added is a message or a `WireError`."""
    length, _ = wire.lengths(MUTABLE[: FRAME.size])
    frame = bytearray(MUTABLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(FRAME.size, len(frame) - 1))
        byte = data.draw(st.sampled_from(b'0123456789"[]{},:-e.<f|') | st.integers(0, 255))
        match data.draw(st.integers(0, 2)):
            case 0:
                frame[at] = byte
            case 1:
                del frame[at]
            case _:
                frame.insert(at, byte)
    rest = bytes(frame[FRAME.size :])
    _read_or_refused(rest[:length], rest[length:])


def _read_or_refused(header, body):
    try:
        message = wire.decode(header, body)
    except WireError:
        return
    assert identical(message, opened(wire.encode(message)))


@pytest.fixture
def pair():
    """Both ends of a connection."""
    ends = socket.socketpair()
    yield ends
    for end in ends:
        end.close()


def test_a_message_over_a_socket(pair):
    """A message longer than any buffer arrives whole."""
    message = {"value": np.arange(300_000.0)}
    sender = threading.Thread(target=wire.send, args=(pair[0], message))
    sender.start()
    received = wire.Reader(pair[1]).receive(time.monotonic() + 20)
    sender.join()
    assert identical(message, received)


def test_messages_come_one_after_another(pair):
    """Messages that came together are told apart, and none is waited for that is there."""
    reader = wire.Reader(pair[1])
    assert not reader.has_more()
    for message in (1, [2], "three"):
        wire.send(pair[0], message)
    assert reader.has_more()
    assert 1 == reader.receive(time.monotonic() + 9)
    assert reader.has_more()
    assert [[2], "three"] == [reader.receive(time.monotonic() + 9) for _ in range(2)]
    assert not reader.has_more()


def test_a_message_that_comes_in_pieces(pair):
    """What came before the deadline is kept for the next time."""
    reader = wire.Reader(pair[1])
    for at in range(0, len(MUTABLE), 7):
        with pytest.raises(TimeoutError):
            reader.receive(time.monotonic())
        pair[0].sendall(MUTABLE[at : at + 7])
    assert identical(opened(MUTABLE), reader.receive(time.monotonic() + 9))


@pytest.mark.parametrize("length", [0, 1, FRAME.size, FRAME.size + 1, len(MUTABLE) - 1])
def test_a_message_broken_off(pair, length):
    """A side that hangs up amid a message is gone."""
    pair[0].sendall(MUTABLE[:length])
    pair[0].close()
    with pytest.raises(wire.ClosedError):
        wire.Reader(pair[1]).receive()


@pytest.mark.parametrize("length", [0, FRAME.size, len(MUTABLE) - 1])
def test_a_message_that_does_not_come(pair, length):
    """Waiting ends at the deadline, wherever in the message the other side stopped."""
    pair[0].sendall(MUTABLE[:length])
    with pytest.raises(TimeoutError):
        wire.Reader(pair[1]).receive(time.monotonic() + 0.02)


def test_a_body_that_is_announced_and_never_sent_costs_nothing(pair):
    """Memory grows with what came."""
    pair[0].sendall(FRAME.pack(MAGIC, VERSION, 1, MAX_BODY) + b"1" + bytes(10))
    tracemalloc.start()
    try:
        with pytest.raises(TimeoutError):
            wire.Reader(pair[1]).receive(time.monotonic() + 0.05)
        assert tracemalloc.get_traced_memory()[1] < MAX_BODY / 8
    finally:
        tracemalloc.stop()


def test_nobody_to_send_to(pair):
    """Sending to a side that is gone says so."""
    pair[1].close()
    with pytest.raises(wire.ClosedError):
        wire.send(pair[0], 1)


def test_a_message_that_nobody_takes(pair):
    """Whoever does not read cannot keep the sender waiting for ever."""
    ours, _ = pair
    with pytest.raises(TimeoutError):
        wire.send(ours, np.zeros(10**6), time.monotonic() + 0.2)
