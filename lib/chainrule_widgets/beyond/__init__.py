"""Explorables on transfer and multitask learning, encodings, time series and privacy."""

from chainrule_widgets.beyond.codes import Codes
from chainrule_widgets.beyond.forecast import Forecast
from chainrule_widgets.beyond.leak import Leak
from chainrule_widgets.beyond.rare_class import RareClass
from chainrule_widgets.beyond.transfer import Transfer
from chainrule_widgets.beyond.two_heads import TwoHeads

__all__ = ["Codes", "Forecast", "Leak", "RareClass", "Transfer", "TwoHeads"]
