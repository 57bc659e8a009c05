"""Callbacks: objects whose methods `fit` calls during a training."""

from chainrule.callbacks.callback import Callback, CallbackModel
from chainrule.callbacks.early_stopping import EarlyStopping
from chainrule.callbacks.history import History
from chainrule.callbacks.learning_rate_scheduler import LearningRateScheduler
from chainrule.callbacks.model_checkpoint import ModelCheckpoint
from chainrule.callbacks.monitor_callback import MonitorCallback
from chainrule.callbacks.progress_bar import ProgressBar
from chainrule.callbacks.reduce_lr_on_plateau import ReduceLROnPlateau

__all__ = [
    "Callback",
    "CallbackModel",
    "EarlyStopping",
    "History",
    "LearningRateScheduler",
    "ModelCheckpoint",
    "MonitorCallback",
    "ProgressBar",
    "ReduceLROnPlateau",
]
