"""Limits are set, and never raised."""

CODE = (
    "import os, resource\nfrom chainrule_worker.linux import restrictions\n"
    "from chainrule_worker.linux.restrictions import set_limit\n"
)


def test_a_limit_is_set(run_python):
    """The soft and the hard limit are the given value."""
    code = (
        f"{CODE}set_limit(resource.RLIMIT_NOFILE, 33)\n"
        "print(resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    assert "(33, 33)" == run_python(code)


def test_a_lower_limit_is_kept(run_python):
    """A limit that is lower already is not raised."""
    code = (
        f"{CODE}set_limit(resource.RLIMIT_NOFILE, 33)\nset_limit(resource.RLIMIT_NOFILE, 50)\n"
        "print(resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    assert "(33, 33)" == run_python(code)


def test_all_restrictions_together(run_python):
    """The process has its limits and one processor, and cannot change the processor."""
    code = (
        f"{CODE}from chainrule_worker.linux import kernel\nkernel.no_new_privileges()\n"
        "one = min(os.sched_getaffinity(0))\n"
        "restrictions.restrict({'RLIMIT_CORE': 0, 'RLIMIT_FSIZE': 4096}, one)\n"
        "print(resource.getrlimit(resource.RLIMIT_FSIZE), os.sched_getaffinity(0) == {one})\n"
        "try: os.sched_setaffinity(0, {one})\nexcept PermissionError: print('refused')"
    )
    assert ["(4096, 4096) True", "refused"] == run_python(code).splitlines()
