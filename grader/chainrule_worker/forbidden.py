"""Some modules would do the student's work; where marks are given, importing them is an error.

The sandbox keeps their files out of sight. This gives the reason in words, and puts silent
stand-ins where a notebook asks for the course's own helpers, which only matter on a screen.
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
SILENT: Final = ("chainrule_grader", "chainrule_widgets")


class ForbiddenImportError(ImportError):
    """A submission asked for a module that would do its work."""


class _Finder(MetaPathFinder):
    """Stands first among the finders, refuses the forbidden names, and makes the stand-ins."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  the finder's protocol
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in FORBIDDEN:
            refuse(fullname)
        if fullname.startswith("chainrule_widgets."):  # each chapter has a module of its own
            return ModuleSpec(fullname, _Silence(), is_package=True)
        return None


def refuse(name: str) -> NoReturn:
    """Raise the error that a verdict recognises."""
    raise ForbiddenImportError(f"{name} may not be used in an answer")


class Nothing:
    """Takes whatever is done to it and is nothing: a figure, say, where nobody looks."""

    __name__ = "nothing"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_args: Any, **_options: Any) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Let errors through."""

    def __getitem__(self, _key: object) -> Self:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return ""


class _Silent(ModuleType):
    """A module in which every name stands for nothing."""

    __path__: list[str] = []  # noqa: RUF012  makes the module a package without files

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing()


class _Silence(Loader):
    """Loads a stand-in from nowhere."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Silent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module as it is: there is nothing in it to run."""


def install() -> None:
    """Forbid the forbidden, silence the silent."""
    sys.meta_path.insert(0, _Finder())
    for name in SILENT:
        module = _Silent(name)
        module.__spec__ = ModuleSpec(name, None)
        sys.modules[name] = module
