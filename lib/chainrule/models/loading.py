"""Load a model from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.models import saving
from chainrule.models.model_from_config import model_from_config
from chainrule.serialization import deserialize

if TYPE_CHECKING:
    import os

    from chainrule.arrays import Array
    from chainrule.models.base_model import BaseModel

__all__ = ["load_model"]


def load_model(filepath: str | os.PathLike[str], compile: bool = True) -> Any:  # noqa: A002
    """Return the model that `save` has written, ready to continue its training.

    Raises:
        FileNotFoundError: if there is no such file.
        ValueError: for a file that is truncated or damaged, or that chainrule has not written.

    >>> import tempfile
    >>> from chainrule import layers
    >>> from chainrule.models import Sequential
    >>> model = Sequential([layers.Dense(2, input_shape=(3,))])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     model.save(f"{folder}/model.npz")
    ...     loaded = load_model(f"{folder}/model.npz")
    >>> bool((loaded.predict([[1, 2, 3]]) == model.predict([[1, 2, 3]])).all())
    True
    """
    about, arrays = saving.read(filepath)
    if about["graph"] is None:
        raise ValueError(f"{filepath} has weights and no layers: use model.load_weights")
    try:
        model = model_from_config(about["graph"])
        count = sum(name.startswith("weight/") for name in arrays)
        model.set_weights([arrays[f"weight/{i}"] for i in range(count)])
        if compile and about["compile"] is not None:
            _compile(model, about, arrays)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ValueError(f"{filepath} describes no model that can be built: {error}") from error
    return model


def _compile(model: BaseModel, about: dict[str, Any], arrays: dict[str, Array]) -> None:
    model.compile(**deserialize(about["compile"]))
    model.optimizer.iterations = about["iterations"]
    for i, slots in enumerate(model.compiled.optimizer.state):
        for j, slot in enumerate(slots):
            if f"state/{i}/{j}" in arrays:
                slot[...] = arrays[f"state/{i}/{j}"]
