"""Batches: one slope from a few examples, the noise in it, and the loop that trains."""

from chainrule_widgets.batches.algorithm import Algorithm
from chainrule_widgets.batches.batch_sizes import BatchSizes
from chainrule_widgets.batches.dealing import Dealing, deal
from chainrule_widgets.batches.gradient_cloud import GradientCloud
from chainrule_widgets.batches.orders import Orders

__all__ = ["Algorithm", "BatchSizes", "Dealing", "GradientCloud", "Orders", "deal"]
