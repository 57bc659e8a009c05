"""Explorables about what learning is and what it needs, features, and hyperparameters."""

from chainrule_widgets.learning.experience import Experience
from chainrule_widgets.learning.features import Features
from chainrule_widgets.learning.knobs import Knobs
from chainrule_widgets.learning.levels import Levels
from chainrule_widgets.learning.neuron import Neuron
from chainrule_widgets.learning.rule import Rule
from chainrule_widgets.learning.three_needs import ThreeNeeds

__all__ = ["Experience", "Features", "Knobs", "Levels", "Neuron", "Rule", "ThreeNeeds"]
