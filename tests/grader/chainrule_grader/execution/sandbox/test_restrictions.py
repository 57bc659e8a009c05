"""A worker is restricted to its limits and its judge's processor."""

import os
import resource

import pytest
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.sandbox.restrictions import restrictions


def test_every_restriction_is_a_limit_of_the_system():
    """The names are those of the `resource` module."""
    assert all(hasattr(resource, name) for name in restrictions(Limits())["limits"])


def test_the_processor_is_one_of_the_judges():
    """A worker runs where its judge may run."""
    assert restrictions(Limits())["processor"] in os.sched_getaffinity(0)


@pytest.mark.usefixtures("sandbox")
def test_a_worker_has_the_limits(run):
    """The worker reads its own limits as the judge set them."""
    limits = Limits(memory=2**30 + 4096, open_files=77, notebook_seconds=30)
    source = (
        "import resource as r\nprint([r.getrlimit(k)[1] for k in"
        " (r.RLIMIT_AS, r.RLIMIT_NOFILE, r.RLIMIT_CPU, r.RLIMIT_CORE)])"
    )
    assert str([2**30 + 4096, 77, 35, 0]) == run(source, limits)
