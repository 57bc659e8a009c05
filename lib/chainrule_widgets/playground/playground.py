"""The playground: a network that is built by clicking, and trains before your eyes."""

import dataclasses
from collections.abc import Mapping
from typing import Any, Final, final

import traitlets
from numpy.typing import NDArray

from chainrule_widgets.explorable import KernelExplorable, look, script
from chainrule_widgets.playground.example_pass import example_pass
from chainrule_widgets.playground.frame import frame
from chainrule_widgets.playground.presets import PRESETS, preset
from chainrule_widgets.playground.run import Run
from chainrule_widgets.playground.state import (
    ACTIVATIONS,
    CHOICES,
    DATA,
    DEEPEST,
    DEFAULTS,
    FEATURES,
    NAMES,
    STOPS,
    WIDEST,
    State,
    checked,
)
from chainrule_widgets.playground.text import MOST_STEPS, read, written
from chainrule_widgets.playground.user_content import brought
from chainrule_widgets.user_function import UnusableError

_LONGEST_FRAME: Final = 50.0
_PARTS: Final = ("controls", "network", "surface", "progress", "walk", "sharing")


@final
class Playground(KernelExplorable):
    """Data, a network of any shape, and `chainrule` that trains it while you watch.

    Every knob is a trait, so code can turn what a hand can turn: `playground.learning_rate = 0.1`.
    Whatever is turned, the run begins again from its seed; the same knobs and the same number of
    steps give the same weights.

    Args:
        preset: the name of a run to begin with.
        own: what you bring along, by name: an activation function, a pair of a function and its
            derivative, or a pair of arrays X of shape (n, 2) and y.
        knobs: any knob by name, such as `data="xor"` or `layers=[("relu", 4)]`.

    Raises:
        ValueError: for a name or a value that the playground does not have.

    >>> Playground("two moons", learning_rate=0.02)
    Playground: moons, 2-8-8-1 with tanh, adam at 0.02, after 0 steps
    """

    _esm = script(__file__)
    _css = look(__file__)

    data = traitlets.Unicode(DEFAULTS["data"]).tag(sync=True)
    noise = traitlets.Int(DEFAULTS["noise"]).tag(sync=True)
    points = traitlets.Int(DEFAULTS["points"]).tag(sync=True)
    test = traitlets.Int(DEFAULTS["test"]).tag(sync=True)
    classes = traitlets.Int(DEFAULTS["classes"]).tag(sync=True)
    sample = traitlets.Int(DEFAULTS["sample"]).tag(sync=True)
    features = traitlets.List(list(DEFAULTS["features"])).tag(sync=True)
    layers = traitlets.List([list(pair) for pair in DEFAULTS["layers"]]).tag(sync=True)
    initializer = traitlets.Unicode(DEFAULTS["initializer"]).tag(sync=True)
    loss = traitlets.Unicode(DEFAULTS["loss"]).tag(sync=True)
    optimizer = traitlets.Unicode(DEFAULTS["optimizer"]).tag(sync=True)
    learning_rate = traitlets.Float(DEFAULTS["learning_rate"]).tag(sync=True)
    schedule = traitlets.Unicode(DEFAULTS["schedule"]).tag(sync=True)
    batch_size = traitlets.Int(DEFAULTS["batch_size"]).tag(sync=True)
    l1 = traitlets.Float(DEFAULTS["l1"]).tag(sync=True)
    l2 = traitlets.Float(DEFAULTS["l2"]).tag(sync=True)
    dropout = traitlets.Float(DEFAULTS["dropout"]).tag(sync=True)
    batch_norm = traitlets.Bool(DEFAULTS["batch_norm"]).tag(sync=True)
    seed = traitlets.Int(DEFAULTS["seed"]).tag(sync=True)
    offers = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
    looks = traitlets.Int().tag(sync=True)

    def __init__(
        self,
        preset: str = "two moons",
        *,
        own: Mapping[str, Any] | None = None,
        **knobs: Any,
    ) -> None:
        state = _state(preset, knobs)
        self._own = brought(own)
        self._run = Run(state, self._own)
        self._round: float | None = None
        offers = _offers(preset, [*self._own.activations], [*self._own.points])
        super().__init__(offers=offers, trouble=self._own.trouble, **_traits(state))
        self.observe(self._turned, names=list(NAMES))

    @classmethod
    def from_text(cls, text: str, *, own: Mapping[str, Any] | None = None) -> "Playground":
        """Return the playground that a text or a link describes, as far trained as it was.

        Raises:
            ValueError: for a text that is damaged, of another version, or no state at all.
        """
        state, steps = read(text)
        playground = cls(own=own, **dataclasses.asdict(state))
        playground.train(steps)
        return playground

    def as_text(self) -> str:
        """Return all knobs and the number of steps as a short text, which may stand in a link."""
        return written(self._run.state, self._run.steps)

    def train(self, steps: int) -> None:
        """Train so many steps, 50,000 in all at most; one step is one batch."""
        self._run.advance(self._run.steps + steps)
        self.looks += 1

    def get_weights(self) -> list[NDArray[Any]]:
        """Return copies of all weights of the network, layer by layer."""
        return self._run.net.model.get_weights()

    @property
    def model(self) -> Any:
        """The network, a `chainrule.models.Sequential`."""
        return self._run.net.model

    @property
    def inputs(self) -> NDArray[Any]:
        """What the network is told: a row of features for each example, training ones first."""
        return self._run.inputs

    @property
    def targets(self) -> NDArray[Any]:
        """What it should answer, row by row."""
        return self._run.targets

    @property
    def steps(self) -> int:
        """How many steps the run has taken."""
        return self._run.steps

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        common = {"version": asked.get("version", 0), "trouble": "", "load": "load" in asked}
        try:
            if common["load"]:
                state, steps = read(asked["load"])
                self._begin(state)
                return {**common, "loaded": _traits(state), "until": steps}, []
            self._begin(State(**asked["state"]), asked.get("round"))
            self._run.advance(
                int(asked.get("until", 0)), min(float(asked.get("ms", 0)), _LONGEST_FRAME)
            )
            answer, buffers = frame(self._run)
            if "example" in asked:
                answer["walk"] = example_pass(self._run, int(asked["example"]))
        except (UnusableError, ValueError, TypeError) as error:
            return {**common, "trouble": str(error)}, []
        return {**common, **answer}, buffers

    def _begin(self, state: State, round_: float | None = None) -> None:
        """Begin anew for another state, or for another round of the same."""
        if state != self._run.state or round_ not in {None, self._round}:
            self._run = Run(state, self._own)
        self._round = round_ if round_ is not None else self._round

    @traitlets.validate(*NAMES)  # type: ignore[untyped-decorator]  # traitlets publishes no types
    def _checked(self, proposal: Any) -> Any:
        value = checked(proposal["trait"].name, proposal["value"])
        return _plain(value)

    def _turned(self, _change: object) -> None:
        self._begin(State(**{name: getattr(self, name) for name in NAMES}))

    def describe(self) -> str:
        state = self._run.state
        widths = [self._run.inputs.shape[1], *(layer.units for layer in self._run.net.dense)]
        names = ", ".join(dict.fromkeys(activation for activation, _ in state.layers))
        shape = "-".join(map(str, widths))
        return (
            f"Playground: {state.data}, {shape} with {names or 'no hidden layer'}, "
            f"{state.optimizer} at {state.learning_rate:g}, after {self.steps} steps"
        )


def _state(name: str, knobs: dict[str, Any]) -> State:
    if unknown := set(knobs) - set(NAMES):
        raise ValueError(f"the playground has no knob {min(unknown)!r}; it has {', '.join(NAMES)}")
    return dataclasses.replace(preset(name).state, **knobs)


def _plain(value: Any) -> Any:
    """Give tuples as lists, which is what they are in a page."""
    return [_plain(part) for part in value] if isinstance(value, tuple | list) else value


def _traits(state: State) -> dict[str, Any]:
    return {name: _plain(getattr(state, name)) for name in NAMES}


def _offers(chosen: str, activations: list[str], points: list[str]) -> dict[str, Any]:
    """Return what the page's controls offer."""
    return {
        "chosen": chosen,
        "data": [*DATA, *points],
        "activation": [*ACTIVATIONS, *activations],
        "features": list(FEATURES),
        "stops": {name: list(stops) for name, stops in STOPS.items()},
        "settings": list(NAMES),
        "deepest": DEEPEST,
        "widest": WIDEST,
        "presets": [
            {"name": name, "says": p.sentence, "good": p.good, "state": _traits(p.state)}
            for name, p in PRESETS.items()
        ],
        "most": MOST_STEPS,
        **{name: list(options) for name, options in CHOICES.items()},
    }
