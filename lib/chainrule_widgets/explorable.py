"""Base classes of the explorables: pictures with controls and a sentence that describes them."""

from copy import deepcopy
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import anywidget
import traitlets

_FOLDER = Path(__file__).parent

State: TypeAlias = dict[str, Any]
"""Values by trait."""
Answer: TypeAlias = tuple[dict[str, Any], list[bytes]]
"""The data of a picture: words and numbers, then arrays as bytes."""


def script(module: str) -> str:
    """Return the explorable's script, which is built from `lib/page_scripts`.

    Args:
        module: the `__file__` of the explorable.
    """
    return Path(module).with_suffix(".js").read_text(encoding="utf-8")


def look(module: str) -> str:
    """Return the style sheet of all explorables, then that of this one.

    Args:
        module: the `__file__` of the explorable.
    """
    parts = [_FOLDER / "look.css", Path(module).with_suffix(".css")]
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


class Explorable(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget publishes no types
    """The abstract explorable; a final class adds its traits, its script and `describe`.

    Its state is in its traits, so that code can set what a reader can set. If a test sets
    `chainruleTest` in the page, the attribute `data-drawn` of the outermost element contains as
    JSON what was drawn.
    """

    _css = (_FOLDER / "look.css").read_text(encoding="utf-8")

    options = traitlets.Dict().tag(sync=True)
    """The values of each trait with a fixed set of values, for the lists in the page."""

    @traitlets.default("options")  # type: ignore[untyped-decorator]  # traitlets has no types
    def _options(self) -> dict[str, list[Any]]:
        return {
            name: list(trait.values)
            for name, trait in self.traits().items()
            if isinstance(trait, traitlets.Enum)
        }

    def describe(self) -> str:
        """Describe the picture in a sentence, for a front end without widgets."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.describe()


class KernelExplorable(Explorable):
    """An abstract explorable whose picture is computed in the kernel, at the page's request.

    The page has at most three open requests and requests only its newest state. So a slow function
    delays the picture, but no queue builds up.
    """

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.on_msg(self._receive)

    def answer(self, asked: State) -> Answer:
        """Compute the picture of the requested state."""
        raise NotImplementedError

    def _receive(self, _widget: object, asked: dict[str, Any], _buffers: object) -> None:
        if "ask" not in asked:  # an acknowledgement of the page
            return
        back = {"id": asked["id"], "view": asked["view"]}
        try:
            answer, buffers = self._reply(asked["ask"])
        except BaseException:  # also for an interrupt: the page counts its open requests
            self.send({**back, "lost": True})
            raise
        self.send({**answer, **back}, buffers)

    def _reply(self, asked: State) -> Answer:
        return self.answer(asked)


class StateExplorable(KernelExplorable):
    """An abstract explorable whose picture is a function of some of its traits.

    The picture of a state is computed once, when the page opens or requests it, or when `describe`
    or other code reads `seen`.
    """

    depends_on: ClassVar[tuple[str, ...]]
    """The names of the traits that the picture is computed from."""

    first_answer = traitlets.Any().tag(sync=True, to_json=lambda _, widget: widget.opening())
    """The state and the answer with which the page opens."""

    _answered: tuple[State, Answer] | None = None

    @property
    def seen(self) -> dict[str, Any]:
        """The words and numbers that the picture shows."""
        return self._reply(self._asked())[0]

    @property
    def arrays(self) -> list[bytes]:
        """The arrays that the picture shows."""
        return self._reply(self._asked())[1]

    def _asked(self) -> State:
        """Return the state that a page would request now."""
        return {name: getattr(self, name) for name in self.depends_on}

    def opening(self) -> dict[str, Any]:
        """Return the state and the answer with which a page opens."""
        asked = self._asked()
        answer, arrays = self._reply(asked)
        state = {name: asked[name] for name in self.depends_on}
        return {"state": state, "answer": answer, "arrays": arrays}

    def _reply(self, asked: State) -> Answer:
        if self._answered is None or self._answered[0] != asked:
            self._answered = deepcopy(asked), self.answer(asked)
        return self._answered[1]
