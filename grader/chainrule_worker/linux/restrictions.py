"""Restrictions that a worker cannot lift: resource limits, one processor, fewer system calls."""

from __future__ import annotations

import os
import resource

from chainrule_worker.linux import seccomp


def restrict(limits: dict[str, int], processor: int) -> None:
    """Set resource limits by their names, use one processor, and install the system call filter."""
    for name, value in limits.items():
        set_limit(getattr(resource, name), value)
    os.sched_setaffinity(0, {processor})
    seccomp.install_filter()


def set_limit(kind: int, value: int) -> None:
    """Set a resource limit, or keep the existing one if it is lower."""
    _, hard = resource.getrlimit(kind)
    lower = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (lower, lower))
