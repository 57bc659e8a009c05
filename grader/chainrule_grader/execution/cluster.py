"""A Dask cluster grades notebooks through an executor, as processes on this machine do."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import Final

TIMEOUT: Final = 20
"""Seconds to wait for a response of the scheduler."""


class ClusterError(Exception):
    """The cluster cannot be used; the message says why in one sentence."""


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Connect to a cluster's scheduler.

    Raises:
        ClusterError: if Dask is not installed, or no scheduler responds at the address.
    """
    try:
        from distributed import Client  # noqa: PLC0415  it is an optional dependency
    except ImportError:
        message = "grading on a cluster needs Dask: install chainrule[dask]"
        raise ClusterError(message) from None
    try:
        client = Client(address, timeout=TIMEOUT)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no Dask scheduler responds at {address}: {error}") from None
    with client:
        # A submission that ends its Dask worker every time must not end all of them.
        yield client.get_executor(pure=False, retries=5)
