"""Names of a namespace can stand for other objects during a call."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any


@contextlib.contextmanager
def replaced_names(namespace: dict[str, Any], objects: Mapping[str, Any]) -> Iterator[None]:
    """Bind names in a namespace to other objects, and restore it afterwards."""
    originals = {name: namespace[name] for name in objects if name in namespace}
    namespace.update(objects)
    try:
        yield
    finally:
        for name in objects:
            namespace.pop(name, None)
        namespace.update(originals)
