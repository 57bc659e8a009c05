"""Where a system lets users make no namespaces, it may let bubblewrap, and then that does it.

It is a small program that many systems have and trust. One start of it closes one process in, so
each worker starts from nothing here, and takes about ten times as long as one that is forked.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from chainrule_worker import kernel

from chainrule_grader.execution.sandbox.view import Step


def why_not() -> str | None:
    """Say why it cannot take over, in words that follow what was refused; None where it can.

    Root needs it for nothing; and root inside its walls would be root to the limit on processes.
    """
    if os.geteuid() == 0:
        return ""
    if shutil.which("bwrap") is None:
        return "; bubblewrap, which may be allowed to, is not installed"
    return None


def around(command: list[str], steps: list[Step], scratch: int, words: int) -> list[str]:
    """Return a command that runs another one closed in.

    Args:
        command: what is run, with paths as they are inside.
        steps: what it sees of the system's files.
        scratch: bytes of the one folder that it can write to.
        words: a descriptor on which bubblewrap says, in JSON, which process runs inside.
    """
    shown = [word for step in steps for word in _shown(*step)]
    walls = ["--unshare-all", "--as-pid-1", "--die-with-parent", "--new-session"]
    folder = ["--perms", "0700", "--size", str(scratch), "--tmpfs", kernel.SCRATCH]
    also_tmp = [] if Path("/tmp") in _folders(steps) else ["--symlink", kernel.SCRATCH, "/tmp"]  # noqa: S108
    inside = ["--chdir", kernel.SCRATCH, "--remount-ro", "/", "--info-fd", str(words)]
    bwrap = shutil.which("bwrap") or "bwrap"
    return [bwrap, *walls, *shown, *folder, *also_tmp, *inside, "--cap-drop", "ALL", *command]


def _shown(kind: str, source: str, path: str) -> list[str]:
    """Say one of the view's steps in bubblewrap's words."""
    match kind:
        case "bind":
            return ["--ro-bind", source, path]
        case "device":
            return ["--dev-bind", source, path]
        case "link":
            return ["--symlink", source, path]
        case "cover" if Path(path).is_dir():
            return ["--tmpfs", path, "--remount-ro", path]
        case "cover" if Path(path).exists():
            return ["--ro-bind", "/dev/null", path]
    return []


def _folders(steps: list[Step]) -> set[Path]:
    """Return all folders that there are because of what is shown in them."""
    return {parent for _, _, path in steps for parent in Path(path).parents}
