"""Modules that would solve the tasks cannot be imported; the course's own helpers are stubs.

The sandbox hides the files of these modules. The import hook here explains why an import fails. The
course's helpers, such as `check` and the explorables, only matter on a screen, so that a notebook
which imports them gets stubs that do nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final, NoReturn, Self

FORBIDDEN: Final = frozenset(
    [
        "chainrule",
        "torch",
        "tensorflow",
        "keras",
        "jax",
        "jaxlib",
        "flax",
        "optax",
        "sklearn",
        "autograd",
        "tinygrad",
        "mxnet",
        "paddle",
        "theano",
        "cupy",
        "onnxruntime",
        "tflearn",
        "lightning",
        "skorch",
        "transformers",
    ]
)
STUBBED: Final = ("chainrule_grader", "chainrule_widgets")


class ForbiddenImportError(ImportError):
    """A submission imported a forbidden module."""


class _Finder(MetaPathFinder):
    """The first import finder: rejects forbidden modules and makes stub modules."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  the finder's protocol
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in FORBIDDEN:
            reject_import(fullname)
        if fullname.startswith("chainrule_widgets."):  # each lecture has its own module
            return ModuleSpec(fullname, _StubLoader(), is_package=True)
        return None


def reject_import(name: str) -> NoReturn:
    """Raise the error that becomes the verdict `forbidden`."""
    raise ForbiddenImportError(f"{name} may not be used in an answer")


class Stub:
    """An object that accepts every operation and does nothing."""

    __name__ = "stub"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_args: Any, **_options: Any) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Do not suppress exceptions."""

    def __getitem__(self, _key: object) -> Self:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return ""


class _StubModule(ModuleType):
    """A module in which every name is a stub."""

    __path__: list[str] = []  # noqa: RUF012  makes the module a package without files

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Stub()


class _StubLoader(Loader):
    """Makes a stub module without a file."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StubModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: the module has no code."""


def install() -> None:
    """Install the finder and the stub modules of the course's helpers."""
    sys.meta_path.insert(0, _Finder())
    for name in STUBBED:
        module = _StubModule(name)
        module.__spec__ = ModuleSpec(name, None)
        sys.modules[name] = module
