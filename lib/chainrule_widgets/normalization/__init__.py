"""Normalisation: keep numbers in size at the input, inside, on the way back, and at the start."""

from chainrule_widgets.normalization.cliff import Cliff
from chainrule_widgets.normalization.clipping import Clipping
from chainrule_widgets.normalization.depth import Depth
from chainrule_widgets.normalization.layer_histograms import LayerHistograms
from chainrule_widgets.normalization.moving_averages import MovingAverages
from chainrule_widgets.normalization.ravine import Ravine
from chainrule_widgets.normalization.twins import Twins

__all__ = [
    "Cliff",
    "Clipping",
    "Depth",
    "LayerHistograms",
    "MovingAverages",
    "Ravine",
    "Twins",
]
