"""Messages are sent and received whole, before a deadline."""

import socket
import threading
import time
import tracemalloc

import numpy as np
import pytest
from chainrule_worker import wire
from chainrule_worker.encoding import MAGIC, MAX_BODY, PREFIX, VERSION, encode

FRAME = encode({"value": [np.arange(3.0), {"a": (1, None, "x")}], "changed": [0, 2]})


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
    received = wire.MessageReader(pair[1]).receive(time.monotonic() + 20)
    sender.join()
    assert encode(message) == encode(received)


def test_messages_come_one_after_another(pair):
    """Several messages in the buffer are read one by one, without waiting."""
    reader = wire.MessageReader(pair[1])
    assert not reader.has_more()
    for message in (1, [2], "three"):
        wire.send(pair[0], message)
    assert reader.has_more()
    assert 1 == reader.receive(time.monotonic() + 9)
    assert reader.has_more()
    assert [[2], "three"] == [reader.receive(time.monotonic() + 9) for _ in range(2)]
    assert not reader.has_more()


def test_a_message_that_comes_in_pieces(pair):
    """Bytes received before the deadline are kept for the next call."""
    reader = wire.MessageReader(pair[1])
    for at in range(0, len(FRAME), 7):
        with pytest.raises(TimeoutError):
            reader.receive(time.monotonic())
        pair[0].sendall(FRAME[at : at + 7])
    assert FRAME == encode(reader.receive(time.monotonic() + 9))


@pytest.mark.parametrize("length", [0, 1, PREFIX.size, PREFIX.size + 1, len(FRAME) - 1])
def test_a_message_broken_off(pair, length):
    """A connection that is closed inside a message raises `ClosedError`."""
    pair[0].sendall(FRAME[:length])
    pair[0].close()
    with pytest.raises(wire.ClosedError):
        wire.MessageReader(pair[1]).receive()


@pytest.mark.parametrize("length", [0, PREFIX.size, len(FRAME) - 1])
def test_a_message_that_does_not_come(pair, length):
    """Waiting ends at the deadline, wherever the other process stopped."""
    pair[0].sendall(FRAME[:length])
    with pytest.raises(TimeoutError):
        wire.MessageReader(pair[1]).receive(time.monotonic() + 0.02)


def test_a_body_that_is_never_sent_takes_no_memory(pair):
    """The buffer grows with the bytes received."""
    pair[0].sendall(PREFIX.pack(MAGIC, VERSION, 1, MAX_BODY) + b"1" + bytes(10))
    tracemalloc.start()
    try:
        with pytest.raises(TimeoutError):
            wire.MessageReader(pair[1]).receive(time.monotonic() + 0.05)
        assert tracemalloc.get_traced_memory()[1] < MAX_BODY / 8
    finally:
        tracemalloc.stop()


def test_a_closed_connection(pair):
    """Sending over a closed connection raises `ClosedError`."""
    pair[1].close()
    with pytest.raises(wire.ClosedError):
        wire.send(pair[0], 1)


def test_a_message_that_is_not_read(pair):
    """Sending ends at the deadline if the other process does not read."""
    ours, _ = pair
    with pytest.raises(TimeoutError):
        wire.send(ours, np.zeros(10**6), time.monotonic() + 0.2)
