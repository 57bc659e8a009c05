"""A model from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.configuration import rebuild
from chainrule.models import saving
from chainrule.models.drawing import redrawn

if TYPE_CHECKING:
    import os

    from chainrule.arrays import Array
    from chainrule.models.network import Network

__all__ = ["load_model"]


def load_model(filepath: str | os.PathLike[str], compile: bool = True) -> Any:  # noqa: A002
    """Return the model that `save` has written, ready to go on with its training.

    Raises:
        FileNotFoundError: if there is no such file.
        ValueError: for a file that is cut off or damaged, or that chainrule has not written.

    >>> import tempfile
    >>> from chainrule import layers
    >>> from chainrule.models import Sequential
    >>> model = Sequential([layers.Dense(2, input_shape=(3,))])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     model.save(f"{folder}/model.npz")
    ...     twin = load_model(f"{folder}/model.npz")
    >>> bool((twin.predict([[1, 2, 3]]) == model.predict([[1, 2, 3]])).all())
    True
    """
    about, arrays = saving.read(filepath)
    if about["graph"] is None:
        raise ValueError(f"{filepath} has weights and no layers: use model.load_weights")
    try:
        model = redrawn(about["graph"])
        count = sum(name.startswith("weight/") for name in arrays)
        model.set_weights([arrays[f"weight/{i}"] for i in range(count)])
        if compile and about["compile"] is not None:
            _compile(model, about, arrays)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ValueError(f"{filepath} describes no model that can be built: {error}") from error
    return model


def _compile(model: Network, about: dict[str, Any], arrays: dict[str, Array]) -> None:
    model.compile(**rebuild(about["compile"]))
    model.optimizer.iterations = about["iterations"]
    for i, slots in enumerate(model.compiled.optimizer.state):
        for j, slot in enumerate(slots):
            if f"state/{i}/{j}" in arrays:
                slot[...] = arrays[f"state/{i}/{j}"]
