"""Worker processes examine mutants, which may crash, fill the memory, or never come back."""

import contextlib
import multiprocessing
import os
import resource
import time
from multiprocessing.connection import wait

MEMORY = 3 * 2**30
"""So many bytes of address space a worker may have."""
PATIENCE = 60.0
"""After so many seconds for one job a worker is replaced."""
TICK = 1.0
"""At most so many seconds are counted at once: while a system sleeps, nobody is late."""


def run(jobs, work, count=1, patience=PATIENCE):
    """Have jobs done and yield (job, result) as they come; the result is None for a lost worker."""
    waiting, workers = iter(jobs), [_Worker(work) for _ in range(count)]
    try:
        for worker in workers:
            worker.start(waiting)
        while any(worker.busy for worker in workers):
            began = time.monotonic()
            wait([worker.connection for worker in workers if worker.busy], timeout=TICK)
            waited = min(time.monotonic() - began, TICK)
            for i, worker in enumerate(workers):
                worker.waited += waited
                done = worker.result(patience) if worker.busy else None
                if done is None:
                    continue
                yield worker.job, done.pop()
                if worker.lost:
                    worker.stop()
                    workers[i] = _Worker(work)
                workers[i].start(waiting)
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """One process and the job that it has."""

    def __init__(self, work):
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, work), daemon=True)
        self.process.start()
        other.close()
        self.job, self.waited, self.busy, self.lost = None, 0.0, False, False

    def start(self, waiting):
        """Begin the next job, if there is one."""
        for job in waiting:
            self.job, self.waited, self.busy = job, 0.0, True
            self.connection.send(job)
            return

    def result(self, patience):
        """Return the result of the job in a list, or None while there is no result yet."""
        try:
            if self.connection.poll():
                self.busy = False
                return [self.connection.recv()]
        except (EOFError, OSError):
            self.lost = True
        self.lost |= self.waited > patience
        self.busy = not self.lost
        return [None] if self.lost else None

    def stop(self):
        """End the process."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def _serve(connection, work):
    """Do one job after the other; what is printed goes nowhere."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with contextlib.suppress(EOFError):
        while True:
            connection.send(work(connection.recv()))
