"""An explorable is a picture with a few controls, and a sentence for readers who cannot see it."""

from pathlib import Path
from typing import Any

import anywidget

_HERE = Path(__file__).parent


def script(module: str, *tools: str) -> str:
    """Return what the page runs: the tools that it draws with, then the explorable's own part.

    They are joined here because a script that a notebook loads cannot import its neighbour.

    Args:
        module: the `__file__` of the explorable; its own script has the same name with `.js`.
        tools: scripts that it needs, such as "field": its neighbours, or those beside `draw.js`.
    """
    own = Path(module)
    near = [own.with_name(f"{tool}.js") for tool in tools]
    parts = [part if part.exists() else _HERE / part.name for part in near]
    whole = [_HERE / "draw.js", *parts, own.with_suffix(".js")]
    return "\n".join(part.read_text(encoding="utf-8") for part in whole)


def look(module: str) -> str:
    """Return the look of all explorables, then that of this one, which lies beside its module."""
    parts = [_HERE / "look.css", Path(module).with_suffix(".css")]
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


class Explorable(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget publishes no types
    """The abstract explorable; a final class adds its traits, its script and `in_words`.

    Its state is in its traits, so that code can turn the same knobs as a hand. What was drawn
    stands in the page as JSON, in the attribute `data-drawn` of the outermost element.
    """

    _css = (_HERE / "look.css").read_text(encoding="utf-8")

    def in_words(self) -> str:
        """Return what the picture says, for a front end without widgets."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.in_words()


class Answering(Explorable):
    """An abstract explorable whose picture is computed in the kernel, from what the page asks for.

    The page keeps at most three questions on their way and asks only for its newest state, so that
    a slow function makes a picture late and never a queue.
    """

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._hear)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        """Return what to draw for the state asked for: words and numbers, then arrays as bytes."""
        raise NotImplementedError

    def _hear(self, _widget: object, asked: dict[str, Any], _buffers: object) -> None:
        if "ask" not in asked:  # a nudge, which is for the server and needs no answer
            return
        back = {"id": asked["id"], "view": asked["view"]}
        try:
            said, buffers = self.answer(asked["ask"])
        except BaseException:  # a kernel that is interrupted, too: the page counts its questions
            self.send({**back, "lost": True})
            raise
        self.send({**said, **back}, buffers)
