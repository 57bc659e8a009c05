"""Define how a model is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from chainrule.models import saving
from chainrule.trainers.trainer import Trainer

if TYPE_CHECKING:
    import os

__all__ = ["BaseModel"]


class BaseModel(Trainer):
    """Save a network that can be trained to a file, and load its weights."""

    @final
    def save(self, filepath: str | os.PathLike[str], overwrite: bool = True) -> None:
        """Write layers, weights, optimizer and its state into one file, which `load_model` reads.

        The file is replaced in one operation: after a crash, either the old or the new file is
        there, and complete.

        Raises:
            FileExistsError: without `overwrite`, if the file exists.
        """
        saving.save(self, filepath, overwrite=overwrite)

    @final
    def save_weights(self, filepath: str | os.PathLike[str], overwrite: bool = True) -> None:
        """Write the weights alone.

        Raises:
            FileExistsError: without `overwrite`, if the file exists.
        """
        saving.save_weights(self, filepath, overwrite=overwrite)

    @final
    def load_weights(self, filepath: str | os.PathLike[str]) -> None:
        """Read weights that `save_weights` or `save` has written."""
        saving.load_weights(self, filepath)
