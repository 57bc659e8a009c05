"""Listeners of a training."""

from chainrule.callbacks.callback import Callback
from chainrule.callbacks.checkpoint import ModelCheckpoint
from chainrule.callbacks.early_stopping import EarlyStopping
from chainrule.callbacks.history import History
from chainrule.callbacks.learning_rate import LearningRateScheduler, ReduceLROnPlateau
from chainrule.callbacks.progress import ProgressBar
from chainrule.callbacks.watching import Watching

__all__ = [
    "Callback",
    "EarlyStopping",
    "History",
    "LearningRateScheduler",
    "ModelCheckpoint",
    "ProgressBar",
    "ReduceLROnPlateau",
    "Watching",
]
