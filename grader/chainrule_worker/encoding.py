"""A message is encoded as JSON and raw array bytes, so that it can hold plain values only.

A frame has a prefix of 16 bytes (magic, version, length of the header, length of the body), a JSON
header, and a body with the raw bytes of every array. Both lengths are checked before memory is
allocated, and every array's size is checked against the bytes received. Nothing is unpickled.
"""

from __future__ import annotations

import json
import struct
from typing import Any, Final

import numpy as np

from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed
from chainrule_worker.values import MAX_DEPTH, MAX_INTEGER, Array, clean_name, read_array

PREFIX: Final = struct.Struct("<3sBIQ")
MAGIC: Final = b"CHR"
VERSION: Final = 1
MAX_HEADER: Final = 2 * 2**20
MAX_BODY: Final = 16 * 2**20


class WireError(Exception):
    """The other process sent something that is not a message of this protocol."""


class TooLargeError(WireError):
    """A message is larger than the protocol allows."""


def encode(message: object) -> bytes:
    """Encode a message, a plain value, as one frame.

    Raises:
        TooLargeError: if the header or the body is too large.
    """
    arrays: list[bytes] = []
    header = json.dumps(_Encoder(arrays).node(message), separators=(",", ":")).encode()
    body = b"".join(arrays)
    if len(header) > MAX_HEADER or len(body) > MAX_BODY:
        raise TooLargeError(f"{len(header) + len(body)} bytes are more than any answer needs")
    return PREFIX.pack(MAGIC, VERSION, len(header), len(body)) + header + body


def read_prefix(prefix: bytes | bytearray) -> tuple[int, int]:
    """Return the lengths of header and body.

    Raises:
        WireError: if the prefix is of another protocol or a length is too large.
    """
    magic, version, header, body = PREFIX.unpack(prefix)
    if (magic, version) != (MAGIC, VERSION):
        raise WireError("a frame of another protocol or version")
    if header > MAX_HEADER or body > MAX_BODY:
        raise WireError(f"a frame that announces {header + body} bytes")
    return header, body


def decode(header: bytes, body: bytes) -> Any:
    """Decode the message of a header and a body.

    Raises:
        WireError: for anything that `encode` cannot have written.
    """
    try:
        decoder = _Decoder(memoryview(body))
        message = decoder.value(json.loads(header), 0)
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as error:
        raise WireError(f"a message that cannot be read: {error}"[:200]) from None
    if decoder.position != len(body):
        raise WireError("a message with bytes that belong to no array")
    return message


class _Encoder:
    """Encodes plain values as JSON nodes and collects the bytes of the arrays."""

    def __init__(self, arrays: list[bytes]) -> None:
        self.arrays = arrays
        self.position = 0

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
            case ObjectHandle(number, name):
                return {"opaque": [number, name]}
            case Seed(seed):
                return {"seed": seed}
            case FunctionHandle(number):
                return {"function": number}
        raise WireError(f"{type(value).__name__} values do not cross")

    def array(self, value: Array) -> object:
        # np.ascontiguousarray would give an array without axes one axis.
        raw = np.asarray(value, order="C").tobytes()
        node = {"array": [value.dtype.str, list(value.shape), self.position]}
        self.arrays.append(raw)
        self.position += len(raw)
        return node


class _Decoder:
    """Decodes JSON nodes as plain values and reads the arrays' bytes in order.

    Each byte is read once, so a message needs no more memory than the bytes received.
    """

    def __init__(self, body: memoryview) -> None:
        self.body = body
        self.position = 0

    def value(self, node: Any, depth: int) -> Any:
        if depth > 2 * MAX_DEPTH:
            raise ValueError("nested too deep")
        if not isinstance(node, dict):
            return _read_scalar(node)
        ((kind, content),) = node.items()
        match kind, content:
            case "list", list():
                return [self.value(item, depth + 1) for item in content]
            case "tuple", list():
                return tuple(self.value(item, depth + 1) for item in content)
            case "dict", list():
                return {_read_scalar(key): self.value(item, depth + 1) for key, item in content}
            case "array", [dtype, shape, start]:
                return self.array(dtype, shape, start)
            case "opaque", [int(number), str(name)]:
                return ObjectHandle(number, clean_name(name))
            case "seed", int(seed):
                return Seed(seed)
            case "function", int(number):
                return FunctionHandle(number)
        raise ValueError("a value of unknown kind")

    def array(self, dtype: Any, shape: Any, start: Any) -> Array:
        if type(start) is not int or start != self.position:
            raise ValueError("an array that does not begin where the last one ended")
        array = read_array(dtype, shape, self.body, start)
        self.position += array.nbytes
        return array


def _read_scalar(value: Any) -> Any:
    """Return a number, a string or None."""
    if isinstance(value, int) and not -MAX_INTEGER <= value < MAX_INTEGER:
        raise ValueError("an integer of more than 64 bits")
    if value is not None and not isinstance(value, (bool, int, float, str)):
        raise ValueError("neither a number nor a string")
    return value
