"""Workers are forked from a warm process, and no one sees anything of another."""

import contextlib
import os
import sys

import pytest
from chainrule_grader.execution.sandbox import Limits, SandboxError, WorkerProcess, zygote
from chainrule_worker.encoding import WireError
from chainrule_worker.linux import kernel, seccomp
from chainrule_worker.linux.warm_up import PROFILES

pytestmark = pytest.mark.usefixtures("sandbox")

IMPORTED = "import sys\nprint('matplotlib.pyplot' in sys.modules)"


def output_of(source, **options):
    """What a cell prints in a worker of its own, or the kind of its failure."""
    worker = WorkerProcess(Limits(), secrets=[], **options)
    try:
        answer = worker.request({"op": "cell", "source": source, "seconds": 10}, 30)
    finally:
        worker.stop()
    kind = answer["failure"] and answer["failure"]["kind"]
    return kind or answer["printed"].get("stdout", "").strip()


def test_nothing_of_the_one_before_is_seen():
    """Names, modules, files and patches end with the submission that made them."""
    leave = (
        "import sys, numpy\nsecret = 1\nsys.modules['left'] = sys\n"
        "numpy.dot = None\nopen('left', 'w').close()\nprint('done')"
    )
    look = (
        "import os, sys, numpy\n"
        "print('secret' in globals(), 'left' in sys.modules, numpy.dot is None, os.listdir())"
    )
    assert "done" == output_of(leave)
    assert "False False False []" == output_of(look)


@pytest.mark.parametrize(
    "draw",
    [
        "import random; print(random.random())",
        "import numpy as np; print(np.random.rand())",
        "import numpy as np; print(np.random.default_rng().random())",
        "import uuid; print(uuid.uuid4())",
    ],
)
def test_each_draws_its_own_numbers(draw):
    """What is random is not what the next submission draws."""
    assert 3 == len({output_of(draw) for _ in range(3)})


def test_hashes_are_the_same_every_time():
    """The order of a set is the same whenever a submission is marked, and no secret."""
    words = "print(list({'ada', 'bruno', 'chen', 'dina'}))"
    first = output_of(words)
    zygote.close_all()
    assert first == output_of(words)


def test_a_worker_holds_one_descriptor_of_ours():
    """Beside three silent standard streams there is the socket to the judge, and no more."""
    source = (
        "import os\nopen_ones = []\nfor fd in range(4096):\n"
        "    try: os.fstat(fd)\n    except OSError: continue\n    open_ones.append(fd)\n"
        "print(open_ones)"
    )
    assert "[0, 1, 2, 3]" == output_of(source)


def test_the_zygote_has_never_seen_the_course():
    """Neither the reference nor a task nor the grader is among what was imported."""
    source = (
        "import sys\nprint(sorted(n for n, m in sys.modules.items() if n.startswith('chainrule')"
        " and not n.startswith('chainrule_worker') and hasattr(m, '__file__')))"
    )
    assert "[]" == output_of(source)


@pytest.mark.parametrize(
    "attack",
    [
        "import os, signal; os.kill(0, signal.SIGKILL)",
        "import os, signal; os.killpg(0, signal.SIGKILL)",
        "import os, signal; os.kill(-1, signal.SIGKILL)",
        "import os, signal\nfor n in range(2, 300):\n    try: os.kill(n, 9)\n    except OSError: 0",
        "import os\nfor fd in range(64):\n    try: os.write(fd, b'x' * 100)\n    except OSError: 0",
        "import os; os.closerange(0, 64)",
    ],
)
def test_the_zygote_cannot_be_harmed_from_inside(attack):
    """Whatever a worker signals, writes or closes, the next one starts from the same zygote."""
    supervisor = zygote.zygote([], Limits()).supervisor.pid
    worker = WorkerProcess(Limits(), secrets=[])
    with contextlib.suppress(WireError):  # the worker may be gone, or say nonsense
        worker.request({"op": "cell", "source": attack, "seconds": 5}, 15)
    worker.stop()
    assert "fine" == output_of("print('fine')")
    assert supervisor == zygote.zygote([], Limits()).supervisor.pid


def test_privileges_are_none():
    """No capability is left, none can come back, and the root stays read-only."""
    source = (
        "import ctypes\nlibc = ctypes.CDLL(None)\nheader = (ctypes.c_uint32 * 2)(0x20080522, 0)\n"
        "held = (ctypes.c_uint32 * 6)()\nlibc.capget(header, held)\n"
        "print(list(held), libc.prctl(39, 0, 0, 0, 0), libc.prctl(23, 21, 0, 0, 0),"
        " libc.mount(b'/', b'/', None, 32 | 4096, None), libc.umount2(b'/chainrule/scratch', 2))"
    )
    assert "[0, 0, 0, 0, 0, 0] 1 0 -1 -1" == output_of(source)


def test_a_worker_stays_on_one_processor():
    """It and what it starts have one, its judge's, and cannot ask for more."""
    source = (
        "import os\nbefore = os.sched_getaffinity(0)\n"
        "try: os.sched_setaffinity(0, range(os.cpu_count()))\nexcept OSError: print('refused')\n"
        "print(len(before), before == os.sched_getaffinity(0))"
    )
    assert "refused\n1 True" == output_of(source)


KERNEL = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
def ask(number, *args):
    libc.syscall(number, *args)
    return errno.errorcode[ctypes.get_errno()]
"""


@pytest.mark.parametrize(
    "name",
    sorted({*seccomp.COMMON_CALLS, *(here.refused if (here := seccomp.architecture()) else ())}),
)
def test_what_no_notebook_needs_is_refused(name):
    """The kernel does not even look at the arguments, which would be wrong in another way."""
    number = (seccomp.architecture().refused | seccomp.COMMON_CALLS)[name]
    assert "EPERM" == output_of(f"{KERNEL}print(ask({number}, -1, -1, -1, -1, -1, -1))")


@pytest.mark.parametrize("space", [kernel.NEWUSER, kernel.NEWPID, kernel.NEWNS, kernel.NEWNET])
def test_no_process_gets_a_namespace(space):
    """Neither by the old call nor by the new one, which is said not to be there."""
    asks = f"print(ask({seccomp.architecture().clone}, {space} | 17, 0, 0, 0, 0))"
    assert "EPERM\nENOSYS" == output_of(f"{KERNEL}{asks}\nprint(ask({seccomp.CLONE3}, 0, 0))")


@pytest.mark.parametrize(
    "source",
    [
        "import threading\none = threading.Thread(target=int)\none.start()\none.join()",
        "import os\npid = os.fork() or os._exit(0)\nos.waitpid(pid, 0)",
        "import asyncio\nasyncio.new_event_loop().run_until_complete(asyncio.sleep(0))",
        "import tempfile\nwith tempfile.TemporaryFile() as file: file.write(b'1')",
    ],
    ids=["threads", "processes", "asyncio", "files"],
)
def test_what_a_notebook_may_need_is_not_refused(source):
    """The filter is in nobody's way."""
    assert "done" == output_of(f"{source}\nprint('done')")


@pytest.mark.parametrize("profile", ["", *PROFILES])
def test_a_warm_up_leaves_nothing_behind(profile):
    """A worker has the names and the history of a worker without a warm-up."""
    source = "print(sorted(globals()), In, Out, repr([_, __, ___, _i, _ii, _iii]), _i1 == In[1])"
    assert output_of(source, unsafe=True) == output_of(source, profile=profile)


def test_a_worker_for_drawing():
    """A notebook that draws finds matplotlib imported, and its figure, the first, is shown."""
    assert "True" == output_of(IMPORTED, profile="drawing")
    worker = WorkerProcess(Limits(), secrets=[], profile="drawing")
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nprint(plt.get_fignums())\nplt.show()"
    answer = worker.request({"op": "cell", "source": draw, "seconds": 10}, 30)
    worker.stop()
    assert [None, "[1]\n"] == [answer["failure"], answer["printed"]["stdout"]]
    assert "image/png" in answer["shown"][-1][1]


def test_a_profile_changes_no_other_worker():
    """Modules of one profile are not imported in workers of another profile."""
    assert ["True", "False", "False"] == [
        output_of(IMPORTED, profile=p) for p in ("drawing", "magics", "")
    ]


def test_an_unknown_profile():
    """A profile that does not exist gives a plain worker."""
    assert "False" == output_of(IMPORTED, profile="matplotlib.pyplot")


def test_a_fork_has_its_own_spawner():
    """A process that was forked from a judge starts workers independently of it."""
    assert "1" == output_of("print(1)")
    pid = os.fork()
    if pid == 0:
        try:
            os._exit(0 if output_of("print(2)") == "2" else 1)
        finally:
            os._exit(2)
    assert "3" == output_of("print(3)")
    assert 0 == os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_zygote_that_ended_is_replaced():
    """Where the warm process was killed, one submission may be lost to it, and no more."""
    assert "1" == output_of("print(1)")
    zygote.zygote([], Limits()).supervisor.kill()
    with contextlib.suppress(SandboxError, WireError):
        output_of("print('unlucky')")
    assert "2" == output_of("print(2)")


def test_a_worker_of_a_zygote_that_is_gone_can_still_be_stopped():
    """Stopping it is no error, and touches no other worker."""
    worker = WorkerProcess(Limits(), secrets=[])
    zygote.close_all()
    other = WorkerProcess(Limits(), secrets=[])
    worker.stop()
    answer = other.request({"op": "cell", "source": "print(1)", "seconds": 5}, 15)
    other.stop()
    assert {"stdout": "1\n"} == answer["printed"]


def test_the_interpreter_is_the_same():
    """What runs inside is the Python that runs outside."""
    assert sys.version == output_of("import sys; print(sys.version)")
