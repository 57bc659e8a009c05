"""Explorables on optimizers: compare their paths and states, and compare your own with them."""

from chainrule_widgets.optimizers.digits_race import DigitsRace
from chainrule_widgets.optimizers.optimizer_race import OptimizerRace, race_optimizers
from chainrule_widgets.optimizers.roll import Roll
from chainrule_widgets.optimizers.state_scope import StateScope

__all__ = ["DigitsRace", "OptimizerRace", "Roll", "StateScope", "race_optimizers"]
