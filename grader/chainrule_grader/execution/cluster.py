"""A cluster of Dask's marks as our own processes do: through an executor."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import Executor

SECONDS = 20
"""How long a scheduler has to answer."""


class ClusterError(Exception):
    """There is no cluster to be had; the message says why in one sentence."""


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Connect to a cluster's scheduler.

    Raises:
        ClusterError: where Dask is not installed, or does not answer at the address.
    """
    try:
        from distributed import Client  # noqa: PLC0415  it is an extra
    except ImportError:
        words = "marking on a cluster needs Dask: install chainrule with its extra, chainrule[dask]"
        raise ClusterError(words) from None
    try:
        client = Client(address, timeout=SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}: {error}") from None
    with client:
        # A submission that ends a worker's machine again and again must not end all of them.
        yield client.get_executor(pure=False, retries=5)
