"""Explorables about dense layers, networks, models as graphs, and the training loop."""

from chainrule_widgets.networks.architecture import Architecture
from chainrule_widgets.networks.dense_layer import DenseLayer
from chainrule_widgets.networks.model_graph import ModelGraph
from chainrule_widgets.networks.responses import Responses
from chainrule_widgets.networks.training_loop import TrainingLoop

__all__ = ["Architecture", "DenseLayer", "ModelGraph", "Responses", "TrainingLoop"]
