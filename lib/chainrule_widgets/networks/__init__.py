"""Networks: poke a layer's numbers, grow a net, see what its neurons see, and train it by hand."""

from chainrule_widgets.networks.architecture import Architecture
from chainrule_widgets.networks.dense_layer import DenseLayer
from chainrule_widgets.networks.model_graph import ModelGraph
from chainrule_widgets.networks.responses import Responses
from chainrule_widgets.networks.training_loop import TrainingLoop

__all__ = ["Architecture", "DenseLayer", "ModelGraph", "Responses", "TrainingLoop"]
