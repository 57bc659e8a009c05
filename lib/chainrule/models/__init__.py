"""Models: layers that are connected, trained, evaluated and saved together."""

from chainrule.models.base_model import BaseModel
from chainrule.models.loading import load_model
from chainrule.models.model import Model
from chainrule.models.sequential import Sequential
from chainrule.networks.graph import Graph
from chainrule.networks.network import Network
from chainrule.trainers.training_step import TrainingStep

__all__ = [
    "BaseModel",
    "Graph",
    "Model",
    "Network",
    "Sequential",
    "TrainingStep",
    "load_model",
]
