"""Requests are sent before earlier ones have a result, so that the worker never waits."""

from __future__ import annotations

import itertools
from collections import deque
from typing import Final, final

from chainrule_worker import encoding

from chainrule_grader.execution.messages.request import Request, Result
from chainrule_grader.execution.sandbox import WorkerProcess

MAX_BYTES_SENT: Final = 64 * 2**10
"""Bytes of requests without a result that are sent; a socket's buffer holds several times that."""


@final
class RequestQueue:
    """The submitted requests that have no result yet, in order; the first few have been sent."""

    def __init__(self) -> None:
        self.requests: deque[Request] = deque()
        self.sent = 0
        self.batches = 0

    @property
    def first(self) -> Request | None:
        """The request whose result comes next, if there is a request."""
        return self.requests[0] if self.requests else None

    def submit(self, request: Request) -> None:
        """Add a request."""
        self.requests.append(request)

    def submit_batch(self, requests: list[Request]) -> None:
        """Add calls that belong together: after one has timed out, the worker skips the others.

        The worker may hold back every response except the first and the last.
        """
        self.batches += 1
        for request in requests:
            request.message["batch"] = self.batches
        for request in requests[1:-1]:
            request.message["hold"] = True
        self.requests.extend(requests)

    def flush(self, worker: WorkerProcess, seconds: float) -> None:
        """Send the next requests, as many as fit in the socket's buffer while nobody reads."""
        bytes_sent = sum(len(one.frame) for one in itertools.islice(self.requests, self.sent))
        frames = []
        for request in itertools.islice(self.requests, self.sent, None):
            request.frame = request.frame or encoding.encode(request.message)
            if bytes_sent + len(request.frame) > MAX_BYTES_SENT and bytes_sent:
                break
            bytes_sent += len(request.frame)
            frames.append(request.frame)
        self.sent += len(frames)
        if frames:
            worker.send(b"".join(frames), seconds)

    def complete_first(self, result: Result) -> None:
        """Record the result of the first request."""
        self.requests.popleft().result = result
        self.sent -= 1

    def fail_first(self, result: Result) -> None:
        """Record how the first request failed, and drop the others of its batch."""
        first = self.requests.popleft()
        first.result = result
        batch = first.message.get("batch", 0)
        self.requests = deque(one for one in self.requests if one.message.get("batch") != batch)

    def release_held(self) -> bool:
        """Let no response be held back any more; return whether the first one may have been.

        Then the first request without a result need not be the one that ended the worker.
        """
        held = [one for one in self.requests if one.message.pop("hold", False)]
        for request in held:
            request.frame = b""
        return self.first in held

    def mark_unsent(self) -> None:
        """Send all requests again, to a new worker."""
        self.sent = 0
