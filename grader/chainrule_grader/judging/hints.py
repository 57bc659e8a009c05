"""Hints are opened one at a time, by whoever wants them, and nobody is marked for it."""

from __future__ import annotations

from typing import Final, final

from chainrule_grader.judging import registry

LAYERS: Final = ("the concept", "the formula", "nearly the code")
_opened: Final[dict[str, int]] = {}
"""How far each task's hints were opened in this kernel."""


@final
class Hint(str):
    """A hint's text, which shows itself with how far the hints of its task were opened."""

    __slots__ = ("layer",)

    layer: int

    def __new__(cls, text: str, layer: int) -> Hint:
        """Make a hint of a layer."""
        hint = super().__new__(cls, text)
        hint.layer = layer
        return hint

    def __repr__(self) -> str:
        return f"Hint {self.layer} of {len(LAYERS)}, {LAYERS[self.layer - 1]}: {self}"

    def _repr_markdown_(self) -> str:
        return f"**Hint {self.layer} of {len(LAYERS)}, {LAYERS[self.layer - 1]}.** {self}"


def hint(identity: str, layer: int | None = None) -> Hint:
    """Open a task's next hint, or a certain one: 1 the concept, 2 the formula, 3 nearly the code.

    Raises:
        UnknownTaskError: where there is no such task.
        ValueError: where there is no such layer.
    """
    hints = registry.find(identity).hints
    if layer is None:
        layer = min(_opened.get(identity, 0) + 1, len(hints))
    if layer not in range(1, len(hints) + 1):
        raise ValueError(f"a hint has the layers 1 to {len(hints)}, and {layer!r} was asked for")
    _opened[identity] = max(layer, _opened.get(identity, 0))
    return Hint(hints[layer - 1], layer)
