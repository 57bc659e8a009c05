"""The environment variables of a sandboxed process."""

from __future__ import annotations

from typing import Final

from chainrule_worker.linux import kernel

ENVIRONMENT: Final = {
    "HOME": kernel.SCRATCH,
    "LANG": "C.UTF-8",
    "NBGRADER_EXECUTION": "autograde",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "",
    "PYTHONDONTWRITEBYTECODE": "1",
    # Forked workers have the same hash seed; it is not secret and is the same in every run.
    "PYTHONHASHSEED": "0",
    "TMPDIR": kernel.SCRATCH,
}
