"""The queue sends requests in advance, in order, and within the socket's buffer."""

import pytest
from chainrule_grader.execution.messages.request import Request
from chainrule_grader.execution.messages.request_queue import MAX_BYTES_SENT, RequestQueue
from chainrule_worker.encoding import PREFIX, decode, read_prefix


class Recorder:
    """In place of a worker process: keeps the bytes that are sent."""

    def __init__(self):
        self.received = b""

    def send(self, frames, seconds):
        """Receive frames."""
        assert seconds == 1.0
        self.received += frames

    def messages(self):
        """Return the received messages, and forget them."""
        messages = []
        while self.received:
            header, body = read_prefix(self.received[: PREFIX.size])
            rest = self.received[PREFIX.size :]
            messages.append(decode(rest[:header], rest[header : header + body]))
            self.received = rest[header + body :]
        return messages


@pytest.fixture
def worker():
    """A recorder."""
    return Recorder()


def request(name, size=0):
    """Return a request of about that many bytes."""
    return Request({"op": "call", "name": name, "padding": "x" * size}, 1.0)


def names(messages):
    """Return what identifies the messages."""
    return [message["name"] for message in messages]


def test_requests_are_sent_once_and_in_order(worker):
    """A second flush sends only what is new."""
    queue = RequestQueue()
    queue.submit(request("a"))
    queue.submit(request("b"))
    queue.flush(worker, 1.0)
    queue.submit(request("c"))
    queue.flush(worker, 1.0)
    assert ["a", "b", "c"] == names(worker.messages())


def test_no_more_is_sent_than_fits(worker):
    """A long queue is sent as results arrive; one request is always sent."""
    queue = RequestQueue()
    for name in "abcd":
        queue.submit(request(name, MAX_BYTES_SENT // 2))
    queue.flush(worker, 1.0)
    assert ["a"] == names(worker.messages())
    queue.complete_first({"value": 1})
    queue.flush(worker, 1.0)
    assert ["b"] == names(worker.messages())


def test_a_batch(worker):
    """The requests of a batch have one number; all but the first and the last may be held."""
    queue = RequestQueue()
    queue.submit_batch([request(name) for name in "abcd"])
    queue.submit_batch([request("e")])
    queue.flush(worker, 1.0)
    messages = worker.messages()
    assert [1, 1, 1, 1, 2] == [message["batch"] for message in messages]
    assert ["b", "c"] == names(message for message in messages if message.get("hold"))


def test_a_failed_request_takes_its_batch_along():
    """The other calls of the batch are dropped; cells and other batches stay."""
    queue = RequestQueue()
    batch = [request("a"), request("b")]
    cell, other = request("cell"), request("other")
    queue.submit_batch(batch)
    queue.submit(cell)
    queue.submit_batch([other])
    queue.fail_first("failed")
    assert ["failed", None] == [one.result for one in batch]
    assert [cell, other] == [*queue.requests]


def test_a_failed_cell_drops_nothing():
    """The cells after it are still run."""
    queue = RequestQueue()
    first, second = request("a"), request("b")
    queue.submit(first)
    queue.submit(second)
    queue.fail_first("failed")
    assert ("failed", second) == (first.result, queue.first)


def test_held_requests_are_sent_again_without_holding(worker):
    """After a new worker has started, every response comes by itself."""
    queue = RequestQueue()
    queue.submit_batch([request(name) for name in "abcd"])
    queue.flush(worker, 1.0)
    queue.complete_first({})
    assert queue.release_held()
    queue.mark_unsent()
    worker.messages()
    queue.flush(worker, 1.0)
    messages = worker.messages()
    assert ["b", "c", "d"] == names(messages)
    assert [None] * 3 == [message.get("hold") for message in messages]
    assert not queue.release_held()


def test_a_request_that_was_not_held():
    """The first request of a batch is the one that ended the worker."""
    queue = RequestQueue()
    queue.submit_batch([request(name) for name in "abc"])
    assert not queue.release_held()
