"""Backpropagation: numbers flow forward, slopes flow back, and every slope is checked by trial."""

from chainrule_widgets.backpropagation.backward import Backward
from chainrule_widgets.backpropagation.computation_graph import ComputationGraph
from chainrule_widgets.backpropagation.factors import Factors
from chainrule_widgets.backpropagation.gradient_check import GradientCheck, check_my_gradient
from chainrule_widgets.backpropagation.step_size import StepSize

__all__ = [
    "Backward",
    "ComputationGraph",
    "Factors",
    "GradientCheck",
    "StepSize",
    "check_my_gradient",
]
