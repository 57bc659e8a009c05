"""The judge and the worker exchange messages over a socket."""

from __future__ import annotations

import select
import socket
import time
from typing import Any, Final

from chainrule_worker.encoding import PREFIX, WireError, decode, encode, read_prefix

CHUNK: Final = 64 * 2**10
"""The least number of bytes that is requested from the socket at a time."""
MAX_CHUNK: Final = 2**20


class ClosedError(WireError):
    """The other process closed the connection."""


def send(connection: socket.socket, message: object, deadline: float | None = None) -> None:
    """Send one message before `deadline` (in seconds of `time.monotonic`)."""
    send_frames(connection, encode(message), deadline)


def send_frames(connection: socket.socket, frames: bytes, deadline: float | None = None) -> None:
    """Send encoded messages.

    Raises:
        TimeoutError: if the other process did not receive them in time.
        ClosedError: if the connection is closed.
    """
    try:
        _set_deadline(connection, deadline)
        connection.sendall(frames)
    except TimeoutError:
        raise
    except OSError as error:
        raise ClosedError("the connection is closed") from error


class MessageReader:
    """Reads messages from a connection, through a buffer that may hold several messages."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.buffer = bytearray()

    def receive(self, deadline: float | None = None) -> Any:
        """Wait for one message until `deadline` (in seconds of `time.monotonic`).

        Raises:
            TimeoutError: if no whole message was received in time.
            WireError: if the bytes received are not a message.
        """
        self._fill(PREFIX.size, deadline)
        header, body = read_prefix(self.buffer[: PREFIX.size])
        # The buffer grows with the bytes received; an announced length allocates nothing.
        end = PREFIX.size + header + body
        self._fill(end, deadline)
        message = bytes(self.buffer[PREFIX.size : end])
        del self.buffer[:end]
        return decode(message[:header], message[header:])

    def has_more(self) -> bool:
        """Return whether some bytes of the next message have been received."""
        return bool(self.buffer or select.select([self.connection], [], [], 0)[0])

    def _fill(self, size: int, deadline: float | None) -> None:
        """Wait until the buffer holds at least `size` bytes."""
        while len(self.buffer) < size:
            self.buffer += self._receive_some(size - len(self.buffer), deadline)

    def _receive_some(self, missing: int, deadline: float | None) -> bytes:
        try:
            _set_deadline(self.connection, deadline)
            received = self.connection.recv(min(max(missing, CHUNK), MAX_CHUNK))
        except TimeoutError:
            raise
        except OSError as error:
            raise ClosedError("the connection is closed") from error
        if not received:
            raise ClosedError("the connection is closed")
        return received


def _set_deadline(connection: socket.socket, deadline: float | None) -> None:
    left = None if deadline is None else max(deadline - time.monotonic(), 1e-6)
    connection.settimeout(left)
