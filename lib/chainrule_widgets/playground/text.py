"""A state as one short line of text, to send to somebody who shall see the very same run."""

import itertools
import re
import zlib
from typing import Any, Final
from urllib.parse import unquote

from chainrule_widgets.playground.state import CHOICES, DEEPEST, DEFAULTS, NAMES, State

VERSION: Final = 1
MOST_STEPS: Final = 50_000
"""A run ends there, so that a text never asks for an hour of somebody's time."""


def written(state: State, steps: int) -> str:
    """Return the state as text that may stand in a link: letters, digits and - . _ ~ alone.

    Only what differs from the defaults is written, then a checksum.

    >>> written(State(data="xor", learning_rate=0.1), 250)
    'cr1~data-xor~learning_rate-0.1~steps-250~ec71e100'
    """
    parts = [f"cr{VERSION}"]
    for name in NAMES:
        value = getattr(state, name)
        if value != DEFAULTS[name]:
            parts.append(f"{name}-{_spelled(value)}")
    if steps:
        parts.append(f"steps-{steps}")
    body = "~".join(parts)
    return f"{body}~{_checksum(body)}"


def read(text: str) -> tuple[State, int]:
    """Return the state and the number of steps that `written` wrote, from a text or a whole link.

    Raises:
        ValueError: for a text that is damaged, of another version, or no state at all.
    """
    line = re.sub(r"\s", "", unquote(str(text))).rpartition("#")[2]
    version = re.match(r"cr(\d+)~", line)
    if version is None:
        raise ValueError(
            f"this is no state of the playground: it begins with {line[:8]!r}, "
            f"and a state begins with 'cr{VERSION}~'"
        )
    if int(version[1]) != VERSION:
        raise ValueError(
            f"this text is of version {version[1]}, and this playground reads version {VERSION}"
        )
    body, _, checksum = line.rpartition("~")
    if checksum != _checksum(body):
        raise ValueError(
            "this text is damaged: a part is missing or was changed on its way. "
            "Copy all of it, from cr1 to its last letter"
        )
    return _state(body.split("~")[1:])


def _state(parts: list[str]) -> tuple[State, int]:
    values: dict[str, Any] = {}
    steps = 0
    for part in parts:
        name, _, answer = part.partition("-")
        if name == "steps":
            steps = _whole(answer)
        elif name not in NAMES:
            raise ValueError(f"this text sets {name!r}, which the playground does not have")
        else:
            values[name] = _value(name, answer)
    if not 0 <= steps <= MOST_STEPS:
        raise ValueError(f"a run has at most {MOST_STEPS} steps, and this text asks for {steps}")
    return State(**values), steps


def _value(name: str, answer: str) -> Any:
    if name == "layers":
        return [pair for part in answer.split(".") if part for pair in _layers(part)]
    if name == "features":
        return answer.split(".")
    if name == "batch_norm":
        return answer == "1"
    if name == "data" or name in CHOICES:
        return answer
    try:
        return float(answer)
    except ValueError:
        raise ValueError(f"{name} is a number, and this text says {answer!r}") from None


def _layers(part: str) -> list[tuple[str, int]]:
    """Read a layer, or several of a kind: relu-8 is one, and relu-8x3 are three."""
    activation, _, size = part.rpartition("-")
    units, _, times = size.partition("x")
    return [(activation, _whole(units))] * min(_whole(times or "1"), DEEPEST + 1)


def _whole(answer: str) -> int:
    if not re.fullmatch(r"\d{1,9}", answer, re.ASCII):
        raise ValueError(f"a whole number was needed, and this text says {answer!r}")
    return int(answer)


def _spelled(value: Any) -> str:
    if isinstance(value, tuple):
        alike = [(part, len([*group])) for part, group in itertools.groupby(value)]
        return ".".join(_part(part) + (f"x{n}" if n > 1 else "") for part, n in alike)
    if isinstance(value, bool):
        return str(int(value))
    return str(value)


def _part(part: Any) -> str:
    return part if isinstance(part, str) else f"{part[0]}-{part[1]}"


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"
