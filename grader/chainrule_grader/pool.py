"""Many notebooks are marked side by side, and each record comes as soon as it is ready."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed

from chainrule_grader.marking import Order, Record, mark


def mark_all(orders: Iterable[Order], jobs: int | None = None) -> Iterator[Record]:
    """Mark notebooks with so many processes, one for each core if nothing is said.

    Records come in the order in which they are ready.
    """
    orders = list(orders)
    jobs = min(jobs or os.cpu_count() or 1, len(orders))
    if jobs <= 1:
        yield from map(mark, orders)
        return
    # A fork would copy the locks of a process that may have threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as executor:
        yield from mark_with(executor, orders)


def mark_with(executor: Executor, orders: Iterable[Order]) -> Iterator[Record]:
    """Mark notebooks with an executor, here or on other machines."""
    futures = [executor.submit(mark, order) for order in orders]
    for future in as_completed(futures):
        yield future.result()
