"""Save a model in one file: a NumPy archive of its weights, and a description in JSON.

The file is written under another name and then renamed, so that a reader sees the complete old
file or the complete new one. There is no pickle in it, so that loading a file runs no code.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from chainrule.models.graph_config import graph_config
from chainrule.serialization import serialize

if TYPE_CHECKING:
    from chainrule.arrays import Array
    from chainrule.trainers.trainer import Trainer

__all__ = ["load_weights", "read", "save", "save_weights"]

_FORMAT: Final = "chainrule model 1"


def save(model: Trainer, filepath: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Write all that is needed to continue the training in another process."""
    settings = model.settings
    arrays = _weights(model)
    about: dict[str, Any] = {"graph": graph_config(model), "compile": None}
    if settings is not None:
        about["compile"] = serialize(settings)
        about["iterations"] = model.optimizer.iterations
        for i, slots in enumerate(model.optimizer.state):
            arrays |= {f"state/{i}/{j}": slot for j, slot in enumerate(slots)}
    _write(filepath, about, arrays, overwrite=overwrite)


def save_weights(model: Trainer, filepath: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Write the weights alone."""
    _write(filepath, {"graph": None}, _weights(model), overwrite=overwrite)


def load_weights(model: Trainer, filepath: str | os.PathLike[str]) -> None:
    """Read the weights of a file into a model with the same layers."""
    arrays = read(filepath)[1]
    model.set_weights([arrays[f"weight/{i}"] for i in range(_count(arrays, "weight"))])


def read(filepath: str | os.PathLike[str]) -> tuple[dict[str, Any], dict[str, Array]]:
    """Return the description and the arrays of a file.

    Raises:
        ValueError: for a file that is truncated or damaged, or that `save` has not written.
        FileNotFoundError: if there is no such file.
    """
    import json  # noqa: PLC0415  # slow to load, and only needed here
    import zipfile  # noqa: PLC0415  # as above
    import zlib  # noqa: PLC0415  # as above

    path = Path(filepath)
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        about = json.loads(arrays.pop("about").tobytes().decode())
        _check_format(about["format"])
    except FileNotFoundError:
        raise
    except (
        OSError,
        ValueError,
        KeyError,
        EOFError,
        AttributeError,
        TypeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise ValueError(f"{path} is not a complete model file: {error}") from error
    return about, arrays


def _check_format(stated: Any) -> None:
    if stated != _FORMAT:
        raise ValueError(f"its format is {stated!r}, and not {_FORMAT!r}")


def _count(arrays: dict[str, Array], kind: str) -> int:
    return sum(name.startswith(f"{kind}/") for name in arrays)


def _weights(model: Trainer) -> dict[str, Array]:
    return {f"weight/{i}": weight.value for i, weight in enumerate(model.weights)}


def _write(
    filepath: str | os.PathLike[str],
    about: dict[str, Any],
    arrays: dict[str, Array],
    *,
    overwrite: bool,
) -> None:
    import json  # noqa: PLC0415  # slow to load, and only needed with files
    import tempfile  # noqa: PLC0415  # as above

    path = Path(filepath)
    if path.exists() and not overwrite:
        raise FileExistsError(f"{path} exists, and overwrite=False")
    text = json.dumps({"format": _FORMAT, **about}).encode()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, about=np.frombuffer(text, np.uint8), **arrays)  # type: ignore[arg-type]
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
