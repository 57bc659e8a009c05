"""Compare the paths of optimizers that start at the same place, among them a student's."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.hillside import place
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.surfaces import SURFACES, surface
from chainrule_widgets.gradient_descent.walking import descend
from chainrule_widgets.optimizers.rules import RULES, Array, Rule, usual_rate
from chainrule_widgets.optimizers.user_optimizer import compared, reference_of
from chainrule_widgets.optimizers.user_steps import Ground, name_of

_STATE: Final = ("surface", "start", "factor")
STEPS: Final = 60


@final
class OptimizerRace(StateExplorable):
    """Draw the paths of the library's optimizers on one surface, and of a student's optimizer."""

    _esm = script(__file__)
    depends_on = _STATE

    surface = traitlets.Enum(tuple(SURFACES), "ravine").tag(sync=True)
    start = traitlets.List(traitlets.Float()).tag(sync=True)
    factor = traitlets.Float(1.0, min=0.01, max=100.0).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    rules = traitlets.List().tag(sync=True)
    name = traitlets.Unicode("").tag(sync=True)
    fields = traitlets.Dict().tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)

    def __init__(self, own: Rule | None, against: str | None, rate: float, **state: Any) -> None:
        self.own, self.against, self.rate = own, against, rate
        name = "" if own is None else name_of(own)
        super().__init__(
            name=name,
            # A comparison is shown as a whole, and everything else from its beginning.
            step=STEPS if own else 0,
            fields={name: each.field() for name, each in SURFACES.items()},
            facts={n: [each.edge, *each.start] for n, each in SURFACES.items()},
            **state,
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground, start, factor = surface(asked["surface"]), place(asked["start"]), asked["factor"]
        rates = {rule: factor * usual_rate(rule, ground.name) for rule in RULES}
        paths = [
            descend(make(rates[rule]), ground.slope, start, STEPS) for rule, make in RULES.items()
        ]
        answer = {**asked, "rates": rates, "verdict": "", "says": "", "parts_at": None}
        if self.own is not None:
            rate = rates[self.against] if self.against else factor * self.rate
            found = compared(self.own, self.against, Ground(ground.slope, start, STEPS, rate))
            answer |= {"verdict": found.verdict, "says": found.sentence, "parts_at": found.step}
            if found.path is not None:
                paths.append(found.path)
        drawn = np.stack(paths)
        with np.errstate(over="ignore", invalid="ignore"):
            heights = ground.height(drawn)
        answer["last"] = [None if np.isnan(h) else float(h) for h in heights[:, -1]]
        return answer, [
            np.concatenate([drawn, heights[..., None]], axis=-1).astype("<f4").tobytes()
        ]

    def path(self, rule: str) -> Array:
        """Return the weights (61, 2) of an optimizer, or of yours by its name, at every step."""
        names = [*RULES, self.name]
        rows = np.frombuffer(self.arrays[0], "<f4").reshape(-1, STEPS + 1, 3)
        return rows[names.index(rule), :, :2]

    def describe(self) -> str:
        lasts = zip([*RULES, self.name], self.seen["last"], strict=False)
        ends = ", ".join(
            f"{rule} {'diverges' if last is None else written(last)}"
            for rule, last in lasts
            if rule in self.rules or rule == self.name
        )
        yours = f" {self.name}: {self.seen['says']}" if self.name else ""
        return f"J after {STEPS} steps on the {self.surface}: {ends}.{yours}"


def race_optimizers(
    own: Rule | None = None,
    surface_name: str = "ravine",
    *,
    against: str | None = None,
    start: tuple[float, float] | None = None,
    rules: tuple[str, ...] | None = None,
    factor: float = 1.0,
    learning_rate: float = 0.05,
) -> OptimizerRace:
    """Compare all optimizers, and your own with them: `race_optimizers(my_adam)`.

    Args:
        own: your optimizer, (w, g, state, learning_rate) → (w, state), as in the problem set.
        surface_name: the loss surface.
        against: the library's optimizer to compare yours with; without it, the optimizer whose
            name is part of the name of your function.
        start: the weights (w0, w1) at which all optimizers start.
        rules: the names of the library's optimizers to draw.
        factor: a factor for every learning rate.
        learning_rate: the learning rate of your optimizer, if it is compared with none.

    Raises:
        TypeError: if `own` cannot be called.
        ValueError: if no optimizer or surface has this name.
    """
    if own is not None and not callable(own):
        raise TypeError(
            f"race_optimizers needs your function, not {type(own).__name__}; "
            "write its name without brackets, as in race_optimizers(my_adam)"
        )
    for rule in (*(rules or ()), *filter(None, [against])):
        if rule not in RULES:
            raise ValueError(
                f"there is no optimizer {rule!r}; the optimizers are {', '.join(RULES)}"
            )
    if own is not None and against is None:
        against = reference_of(own)
    if rules is None:
        rules = (against,) if against else tuple(RULES)
    chosen = surface(surface_name).start if start is None else start
    state = {"surface": surface_name, "start": place(chosen), "factor": factor}
    return OptimizerRace(own, against, learning_rate, rules=list(rules), **state)
