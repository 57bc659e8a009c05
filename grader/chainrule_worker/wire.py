"""Judge and worker talk in messages that can hold nothing but plain values; there is no pickle.

A message is a frame of 16 bytes (magic, version, length of the header, length of the body), a
header of JSON and a body with the raw bytes of every array. Both lengths are checked before
anything is allocated, and every array's claim is checked against the bytes that came.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import time
from typing import Any, Final

import numpy as np

from .values import MAX_DEPTH, MAX_INTEGER, Array, Function, Opaque, Seed, checked_array

FRAME: Final = struct.Struct("<3sBIQ")
MAGIC: Final = b"CHR"
VERSION: Final = 1
MAX_HEADER: Final = 2 * 2**20
MAX_BODY: Final = 64 * 2**20
AT_ONCE: Final = 64 * 2**10
"""Bytes that are taken off a connection at a time, if they are there."""


class WireError(Exception):
    """The other side sent something that is no message of this protocol."""


class TooLargeError(WireError):
    """A message is larger than any answer."""


class ClosedError(WireError):
    """The other side is gone."""


def encode(message: object) -> bytes:
    """Write a message, a plain value, as the bytes of one frame."""
    arrays: list[bytes] = []
    header = json.dumps(_Writer(arrays).node(message), separators=(",", ":")).encode()
    body = b"".join(arrays)
    if len(header) > MAX_HEADER or len(body) > MAX_BODY:
        raise TooLargeError(f"{len(header) + len(body)} bytes are more than any answer needs")
    return FRAME.pack(MAGIC, VERSION, len(header), len(body)) + header + body


def lengths(frame: bytes | bytearray) -> tuple[int, int]:
    """Return the lengths of header and body that a frame announces, once they are believable."""
    magic, version, header, body = FRAME.unpack(frame)
    if (magic, version) != (MAGIC, VERSION):
        raise WireError("a frame of another protocol or version")
    if header > MAX_HEADER or body > MAX_BODY:
        raise WireError(f"a frame that announces {header + body} bytes")
    return header, body


def decode(header: bytes, body: bytes) -> Any:
    """Read the message that stands in header and body.

    Raises:
        WireError: for anything that `encode` would not have written.
    """
    try:
        reader = _Reader(memoryview(body))
        message = reader.read(json.loads(header), 0)
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise WireError(f"a message that cannot be read: {error}"[:200]) from None
    if reader.at != len(body):
        raise WireError("a message with bytes that belong to no array")
    return message


def send(connection: socket.socket, message: object, deadline: float | None = None) -> None:
    """Send one message, until `deadline` (in seconds of `time.monotonic`)."""
    send_frames(connection, encode(message), deadline)


def send_frames(connection: socket.socket, frames: bytes, deadline: float | None = None) -> None:
    """Send messages that were written before.

    Raises:
        TimeoutError: where the other side did not take them in time.
        ClosedError: where there is no other side.
    """
    try:
        connection.settimeout(None if deadline is None else max(deadline - time.monotonic(), 1e-6))
        connection.sendall(frames)
    except TimeoutError:
        raise
    except OSError as error:
        raise ClosedError("the other side is gone") from error


class Reader:
    """The messages that come over a connection, taken off it as many at a time as are there."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.came = bytearray()

    def receive(self, deadline: float | None = None) -> Any:
        """Wait for one message, until `deadline` (in seconds of `time.monotonic`).

        Raises:
            TimeoutError: where no whole message came in time.
            WireError: where what came is no message.
        """
        self._await(FRAME.size, deadline)
        header, body = lengths(self.came[: FRAME.size])
        # Memory is taken for the two as they come, not when they are announced.
        end = FRAME.size + header + body
        self._await(end, deadline)
        message = bytes(self.came[FRAME.size : end])
        del self.came[:end]
        return decode(message[:header], message[header:])

    def has_more(self) -> bool:
        """Tell whether something of the next message is there already."""
        return bool(self.came or select.select([self.connection], [], [], 0)[0])

    def _await(self, size: int, deadline: float | None) -> None:
        """Wait until so many bytes are there."""
        while len(self.came) < size:
            self.came += self._some(size - len(self.came), deadline)

    def _some(self, wanted: int, deadline: float | None) -> bytes:
        left = None if deadline is None else max(deadline - time.monotonic(), 1e-6)
        self.connection.settimeout(left)
        try:
            some = self.connection.recv(min(max(wanted, AT_ONCE), 2**20))
        except TimeoutError:
            raise
        except OSError as error:
            raise ClosedError("the other side is gone") from error
        if not some:
            raise ClosedError("the other side is gone")
        return some


class _Writer:
    """Turns plain values into JSON nodes, and collects the arrays' bytes on the way."""

    def __init__(self, arrays: list[bytes]) -> None:
        self.arrays = arrays
        self.at = 0

    def node(self, value: object) -> object:
        match value:
            case None | bool() | int() | float() | str():
                return value
            case list():
                return {"list": [self.node(item) for item in value]}
            case tuple():
                return {"tuple": [self.node(item) for item in value]}
            case dict():
                return {"dict": [[self.node(k), self.node(v)] for k, v in value.items()]}
            case np.ndarray():
                return self.array(value)
            case Opaque(number, name):
                return {"opaque": [number, name]}
            case Seed(seed):
                return {"seed": seed}
            case Function(number):
                return {"function": number}
        raise WireError(f"{type(value).__name__} values do not cross")

    def array(self, value: Array) -> object:
        # Not ascontiguousarray, which would give a single number an axis.
        raw = np.asarray(value, order="C").tobytes()
        node = {"array": [value.dtype.str, list(value.shape), self.at]}
        self.arrays.append(raw)
        self.at += len(raw)
        return node


class _Reader:
    """Turns JSON nodes back into plain values, and takes the arrays' bytes one after another.

    Each byte is taken once, so a message needs no more memory than was sent.
    """

    def __init__(self, body: memoryview) -> None:
        self.body = body
        self.at = 0

    def read(self, node: Any, depth: int) -> Any:
        if depth > 2 * MAX_DEPTH:
            raise ValueError("nested too deep")
        if not isinstance(node, dict):
            return _read_scalar(node)
        ((kind, content),) = node.items()
        match kind, content:
            case "list", list():
                return [self.read(item, depth + 1) for item in content]
            case "tuple", list():
                return tuple(self.read(item, depth + 1) for item in content)
            case "dict", list():
                return {_read_scalar(key): self.read(item, depth + 1) for key, item in content}
            case "array", [dtype, shape, at]:
                return self.array(dtype, shape, at)
            case "opaque", [int(number), str(name)]:
                return Opaque(number, name[:60])
            case "seed", int(seed):
                return Seed(seed)
            case "function", int(number):
                return Function(number)
        raise ValueError("a value of unknown kind")

    def array(self, dtype: Any, shape: Any, at: Any) -> Array:
        if type(at) is not int or at != self.at:
            raise ValueError("an array that does not begin where the last one ended")
        array = checked_array(dtype, shape, self.body, at)
        self.at += array.nbytes
        return array


def _read_scalar(value: Any) -> Any:
    """Let a number, a string or None through."""
    if isinstance(value, int) and not -MAX_INTEGER <= value < MAX_INTEGER:
        raise ValueError("an integer of more than 64 bits")
    if value is not None and not isinstance(value, (bool, int, float, str)):
        raise ValueError("neither a number nor a string")
    return value
