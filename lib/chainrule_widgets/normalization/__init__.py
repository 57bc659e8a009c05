"""Explorables on normalization of inputs, layers and gradients, and on initialization."""

from chainrule_widgets.normalization.cliff import Cliff
from chainrule_widgets.normalization.clipping import Clipping
from chainrule_widgets.normalization.depth import Depth
from chainrule_widgets.normalization.equal_units import EqualUnits
from chainrule_widgets.normalization.layer_histograms import LayerHistograms
from chainrule_widgets.normalization.moving_averages import MovingAverages
from chainrule_widgets.normalization.ravine import Ravine

__all__ = [
    "Cliff",
    "Clipping",
    "Depth",
    "EqualUnits",
    "LayerHistograms",
    "MovingAverages",
    "Ravine",
]
