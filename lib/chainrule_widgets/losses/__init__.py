"""Losses: squares and bars between points and a line, the price of being sure, and its slope."""

from chainrule_widgets.losses.cross_entropy_curve import CrossEntropyCurve
from chainrule_widgets.losses.empirical_loss import EmpiricalLoss
from chainrule_widgets.losses.error_areas import ErrorAreas
from chainrule_widgets.losses.score_gradient import ScoreGradient

__all__ = ["CrossEntropyCurve", "EmpiricalLoss", "ErrorAreas", "ScoreGradient"]
