"""Compare seven optimizers on handwritten digits, each at twelve learning rates."""

from typing import final

import numpy as np
import traitlets

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.optimizers.rules import RULES, Array, Rule
from chainrule_widgets.optimizers.training import RATES, table, train_own
from chainrule_widgets.optimizers.user_steps import name_of
from chainrule_widgets.user_function import UnusableError


@final
class DigitsRace(Explorable):
    """Plot the loss after each epoch, and the last loss of each optimizer over the learning rate.

    Args:
        learning_rate: the learning rate at first; the nearest of the twelve is taken.
        own: your optimizer, (w, g, state, learning_rate) → (w, state), which is trained too.
    """

    _esm = script(__file__)

    chosen = traitlets.Int(4, min=0, max=len(RATES) - 1).tag(sync=True)
    rates = traitlets.List().tag(sync=True)
    rules = traitlets.List().tag(sync=True)
    losses = traitlets.Bytes().tag(sync=True)
    accuracies = traitlets.Bytes().tag(sync=True)
    fault = traitlets.Unicode("").tag(sync=True)

    def __init__(self, learning_rate: float = 0.01, own: Rule | None = None) -> None:
        if not learning_rate > 0:
            raise ValueError(f"learning_rate={learning_rate!r}: it must be above 0")
        names, (losses, accuracies), fault = list(RULES), table(), ""
        if own is not None:
            try:
                runs = [train_own(own, rate) for rate in RATES]
            except UnusableError as error:
                fault = str(error)
            else:
                names.append(name_of(own))
                losses = np.concatenate([losses, [[loss for loss, _ in runs]]])
                accuracies = np.concatenate([accuracies, [[right for _, right in runs]]])
        self._table = losses, accuracies
        super().__init__(
            chosen=int(np.abs(np.log10(RATES) - np.log10(learning_rate)).argmin()),
            rates=list(RATES),
            rules=names,
            losses=losses.astype("<f4").tobytes(),
            accuracies=accuracies.astype("<f4").tobytes(),
            fault=fault,
        )

    def results(self) -> dict[str, tuple[float, float]]:
        """Return each optimizer's last loss and accuracy on new digits, at the chosen rate."""
        losses: Array
        accuracies: Array
        losses, accuracies = self._table
        return {
            rule: (float(losses[i, self.chosen, -1]), float(accuracies[i, self.chosen]))
            for i, rule in enumerate(self.rules)
        }

    def describe(self) -> str:
        ends = ", ".join(f"{rule} {right:.0%}" for rule, (_, right) in self.results().items())
        return (
            f"Accuracy on 400 new digits after ten epochs at learning rate "
            f"{RATES[self.chosen]:g}: {ends}{'. ' * bool(self.fault)}{self.fault}"
        )
