"""The view is what a sandboxed worker sees of the file system: Python, NumPy, and no answers.

It is a list of steps, done in order on an empty root: `bind` shows a file or folder of the system,
read-only; `device` shows a device; `link` makes a symbolic link; `cover` hides something that an
earlier step showed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, TypeAlias

from chainrule_worker import wire
from chainrule_worker.forbidden import FORBIDDEN, STUBBED

Step: TypeAlias = tuple[str, str, str]
"""The kind of step, its source, and the path inside."""

SYSTEM: Final = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store")
FILES: Final = ("/etc/ld.so.cache", "/etc/localtime")
DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
WORKER: Final = "/chainrule"
"""The folder inside that holds the worker's own code."""


def python() -> str:
    """Return the path of the interpreter itself, not of a virtual environment's link to it."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def worker_folder() -> Path:
    """Return the folder of the worker's own code."""
    return Path(wire.__file__).parent


def site_folders() -> list[str]:
    """Return the folders from which installed packages are imported."""
    names = ("site-packages", "dist-packages")
    return [path for path in sys.path if Path(path).name in names and Path(path).is_dir()]


def import_path() -> list[str]:
    """Return a worker's `sys.path`: its own code, the standard library, and packages."""
    prefix = os.path.realpath(sys.base_prefix)
    packages = site_folders()
    standard = [path for path in sys.path if path.startswith(prefix) and path not in packages]
    return [WORKER, *standard, *packages]


def steps(secrets: list[Path]) -> list[Step]:
    """Return the view's steps; no folder in `secrets` is visible, even inside a visible folder."""
    prefix = os.path.realpath(sys.base_prefix)
    visible = [*SYSTEM, python(), f"{prefix}/lib", f"{prefix}/lib64"]
    system = [_show(path) for path in dict.fromkeys(visible) if os.path.lexists(path)]
    hidden = [("cover", "", str(path)) for path in secrets if _is_below(path, visible)]
    packages = [("bind", os.path.realpath(path), path) for path in site_folders()]
    return [
        *system,
        *(("bind", os.path.realpath(path), path) for path in FILES if Path(path).exists()),
        *(("device", path, path) for path in DEVICES),
        *hidden,
        *(("cover", "", path) for path in _unused_site_folders() if _is_below(Path(path), visible)),
        *packages,
        *_forbidden_packages(),
        ("bind", str(worker_folder()), f"{WORKER}/chainrule_worker"),
    ]


def _show(path: str) -> Step:
    """Show a folder of the system, or copy the link if it is one."""
    return (
        ("link", os.fspath(Path(path).readlink()), path)
        if Path(path).is_symlink()
        else ("bind", path, path)
    )


def _is_below(path: Path, folders: list[str]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _forbidden_packages() -> list[Step]:
    """Cover the forbidden packages and our own in all package folders."""
    folders = site_folders()
    names = sorted(FORBIDDEN.union(STUBBED, {"chainrule_worker"}))
    found = (
        Path(folder) / (name + end) for folder in folders for name in names for end in ("", ".py")
    )
    return [("cover", "", str(path)) for path in found if path.exists()]


def _unused_site_folders() -> list[str]:
    """Return the package folders of the base interpreter from which nothing is imported."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    prefix = os.path.realpath(sys.base_prefix)
    folders = [
        f"{prefix}/lib/{version}/site-packages",
        f"{prefix}/local/lib/{version}/dist-packages",
        "/usr/lib/python3/dist-packages",
    ]
    imported = {os.path.realpath(path) for path in site_folders()}
    return [
        path for path in folders if Path(path).is_dir() and os.path.realpath(path) not in imported
    ]
