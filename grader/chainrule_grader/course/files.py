"""Files are written whole or not at all, and an error of the system becomes a sentence."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_REMEDIES: Final = {
    errno.EACCES: "choose a place where you may write, or change its permissions",
    errno.EPERM: "choose a place where you may write, or change its permissions",
    errno.EROFS: "choose a place on another disk",
    errno.ENOSPC: "free some space and run the command again",
    errno.EDQUOT: "free some space and run the command again",
    errno.ENOENT: "check the spelling, and make the folder first if it is missing",
    errno.ENOTDIR: "a part of the path is a file; choose another place",
    errno.EISDIR: "give the name of a file",
    errno.EEXIST: "choose another name, or remove it first",
    errno.ENOTEMPTY: "choose another name, or remove it first",
    errno.ENAMETOOLONG: "choose a shorter name",
}
"""What a user can do about an error, by its number."""


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give the path of a temporary file that replaces a file if no error is raised.

    Raises:
        OSError: where the file cannot be written; it names the file and not the temporary one.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        if error.filename in {None, temporary, str(temporary)}:
            raise OSError(error.errno, error.strerror or str(error), str(path)) from error
        raise
    finally:
        # Where the folder itself is no folder, nothing was written.
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Return why the system refused something, and what a user can do about it."""
    remedy = _REMEDIES.get(error.errno or 0)
    why = error.strerror or str(error)
    return f"{why}; {remedy}" if remedy else why
