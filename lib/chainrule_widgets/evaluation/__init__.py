"""Explorables on evaluation: threshold, confusion matrix, split of the data, size of a network."""

from chainrule_widgets.evaluation.bias_variance import BiasVariance
from chainrule_widgets.evaluation.growth import Growth
from chainrule_widgets.evaluation.mistakes import Mistakes
from chainrule_widgets.evaluation.peeking import Peeking
from chainrule_widgets.evaluation.split_bar import SplitBar
from chainrule_widgets.evaluation.threshold import Threshold

__all__ = ["BiasVariance", "Growth", "Mistakes", "Peeking", "SplitBar", "Threshold"]
