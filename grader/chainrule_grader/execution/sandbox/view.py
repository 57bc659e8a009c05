"""What a closed-in worker sees of the file system: Python, NumPy, and nothing that gives answers.

The view is a list of steps, carried out in order on an empty root: `bind` shows a file or folder of
the system, read-only; `link` makes a symbolic link; `cover` hides what an earlier step showed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, TypeAlias

from chainrule_worker import wire
from chainrule_worker.forbidden import FORBIDDEN, SILENT

Step: TypeAlias = tuple[str, str, str]
"""What to do, with what, and where."""

SYSTEM: Final = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store")
FILES: Final = ("/etc/ld.so.cache", "/etc/localtime")
DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
WORKER: Final = "/chainrule"


def python() -> str:
    """Return the interpreter itself, not a virtual environment's link to it."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def worker_folder() -> Path:
    """Return where the worker's own code lies."""
    return Path(wire.__file__).parent


def site_folders() -> list[str]:
    """Return the folders that installed packages are imported from."""
    names = ("site-packages", "dist-packages")
    return [path for path in sys.path if Path(path).name in names and Path(path).is_dir()]


def import_path() -> list[str]:
    """Return what a worker's `sys.path` is: its own code, the interpreter's, and packages."""
    prefix = os.path.realpath(sys.base_prefix)
    packages = site_folders()
    standard = [path for path in sys.path if path.startswith(prefix) and path not in packages]
    return [WORKER, *standard, *packages]


def steps(secrets: list[Path]) -> list[Step]:
    """Return the view's steps; no folder in `secrets` is part of it, wherever it lies."""
    prefix = os.path.realpath(sys.base_prefix)
    shown = [*SYSTEM, python(), f"{prefix}/lib", f"{prefix}/lib64"]
    system = [_show(path) for path in dict.fromkeys(shown) if os.path.lexists(path)]
    hidden = [("cover", "", str(path)) for path in secrets if _is_inside(path, shown)]
    packages = [("bind", os.path.realpath(path), path) for path in site_folders()]
    return [
        *system,
        *(("bind", os.path.realpath(path), path) for path in FILES if Path(path).exists()),
        *(("device", path, path) for path in DEVICES),
        *hidden,
        *packages,
        *_forbidden_packages(),
        ("bind", str(worker_folder()), f"{WORKER}/chainrule_worker"),
    ]


def _show(path: str) -> Step:
    """Show a folder of the system, or the link that stands for it."""
    return (
        ("link", os.fspath(Path(path).readlink()), path)
        if Path(path).is_symlink()
        else ("bind", path, path)
    )


def _is_inside(path: Path, shown: list[str]) -> bool:
    return any(path.is_relative_to(folder) for folder in shown)


def _forbidden_packages() -> list[Step]:
    """Cover what would answer for the student, wherever packages lie."""
    folders = [*site_folders(), *_other_site_folders()]
    names = sorted(FORBIDDEN.union(SILENT, {"chainrule_worker"}))
    found = (
        Path(folder) / (name + end) for folder in folders for name in names for end in ("", ".py")
    )
    return [("cover", "", str(path)) for path in found if path.exists()]


def _other_site_folders() -> list[str]:
    """Return the base interpreter's own package folders, which lie inside what is shown."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    prefix = os.path.realpath(sys.base_prefix)
    return [
        f"{prefix}/lib/{version}/site-packages",
        f"{prefix}/local/lib/{version}/dist-packages",
        "/usr/lib/python3/dist-packages",
    ]
