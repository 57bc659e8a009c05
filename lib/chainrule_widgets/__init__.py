"""Pictures that move: the explorables of the lectures, each a few controls around `chainrule`."""

from chainrule_widgets.activation_explorer import ActivationExplorer
from chainrule_widgets.boundary import Boundary
from chainrule_widgets.collapse import Collapse
from chainrule_widgets.picture import picture
from chainrule_widgets.question import Question, question
from chainrule_widgets.race import Race, race
from chainrule_widgets.softmax_mixer import SoftmaxMixer

__all__ = [
    "ActivationExplorer",
    "Boundary",
    "Collapse",
    "Question",
    "Race",
    "SoftmaxMixer",
    "picture",
    "question",
    "race",
]
