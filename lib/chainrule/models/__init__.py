"""Networks: layers, an objective, and the loop that trains them."""

from chainrule.models.loading import load_model
from chainrule.models.model import Model
from chainrule.models.network import Network
from chainrule.models.sequential import Sequential

__all__ = ["Model", "Network", "Sequential", "load_model"]
