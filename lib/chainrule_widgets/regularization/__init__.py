"""Explorables on regularization: penalties, dropout, early stopping, data augmentation."""

from chainrule_widgets.regularization.augmented import Augmented
from chainrule_widgets.regularization.constraint import Constraint
from chainrule_widgets.regularization.dropped_units import DroppedUnits
from chainrule_widgets.regularization.learning_curve import LearningCurve
from chainrule_widgets.regularization.priced_net import PricedNet
from chainrule_widgets.regularization.stopping import Stopping
from chainrule_widgets.regularization.weight_paths import WeightPaths

__all__ = [
    "Augmented",
    "Constraint",
    "DroppedUnits",
    "LearningCurve",
    "PricedNet",
    "Stopping",
    "WeightPaths",
]
