"""The scripts that go to the page are complete, and a picture is computed once."""

import importlib
import pkgutil
import re

import chainrule_widgets
import numpy as np
import pytest
from chainrule_widgets.activations import ActivationExplorer, race
from chainrule_widgets.explorable import Explorable, KernelExplorable, StateExplorable, look


def kinds(base=Explorable):
    for kind in base.__subclasses__():
        yield from kinds(kind) if kind in {KernelExplorable, StateExplorable} else [kind]


for module in pkgutil.walk_packages(chainrule_widgets.__path__, "chainrule_widgets."):
    importlib.import_module(module.name)

EXPLORABLES = pytest.mark.parametrize("explorable", sorted(kinds(), key=lambda kind: kind.__name__))


@EXPLORABLES
def test_script_stands_alone(explorable):
    """The script is one module that imports nothing and has no address to fetch anything from."""
    script = explorable._esm
    assert 1 == len(re.findall(r"\bas default\b", script))
    assert [] == re.findall(r"^import\b|\bimport\(", script, re.MULTILINE)
    addresses = re.findall(r"https?://[^\s\"']+", script + explorable._css)
    assert {"http://www.w3.org/2000/svg"} >= set(addresses)


def test_styles_are_joined(tmp_path):
    """The style sheet of all explorables comes before the explorable's own."""
    (tmp_path / "mine.css").write_text("/* mine */")
    joined = look(str(tmp_path / "mine.py"))
    assert joined.startswith("/* One look for all")
    assert joined.endswith("/* mine */")


class Counted:
    """A student's function that counts its calls."""

    calls = 0
    __name__ = "my_relu"

    def __call__(self, z):
        """Return relu(z)."""
        self.calls += 1
        return np.maximum(z, 0)


def test_function_is_called_once_for_each_state():
    """The page that opens, the sentence and code that looks share one computation."""
    mine = Counted()
    seen = race(mine, "relu")
    repr(seen)
    assert ("same", 1, 1) == (seen.seen["verdict"], len(seen.arrays), mine.calls)


def test_function_is_called_once_for_each_move():
    """A request of the page computes; what it saves afterwards, and who looks then, does not."""
    mine, sent = Counted(), []
    seen = race(mine, "relu")
    seen.send = lambda said, _buffers: sent.append(said["reach"])
    for moves, reach in enumerate((10.0, 20.0, 30.0), start=1):
        seen._receive(seen, {"ask": {"reach": reach}, "id": moves, "view": 0.5}, [])
        seen.set_state({"reach": reach})
        repr(seen)
        assert 1 + moves == mine.calls
    assert [10.0, 20.0, 30.0] == sent


def test_first_answer_is_that_of_the_present_state():
    """A page that is opened again begins with what is set now, not with what was set at first."""
    seen = race(np.abs, "relu")
    seen.reach = 7.0
    opened = seen.get_state("first_answer")["first_answer"]
    assert ({"reach": 7.0}, 7.0) == (opened["state"], opened["answer"]["reach"])
    assert seen.arrays == opened["arrays"]


def test_failed_answer_is_not_kept():
    """A kernel that was interrupted computes the same state when it is asked again."""
    seen, calls = race(np.abs, "relu"), []

    def answer(asked):
        calls.append(asked)
        if len(calls) == 1:
            raise KeyboardInterrupt
        return {"says": "done"}, []

    seen.answer = answer
    seen.reach = 7.0
    with pytest.raises(KeyboardInterrupt):
        seen.seen  # noqa: B018  # looking computes
    assert "done" == seen.seen["says"]


def test_lists_offer_what_the_traits_take():
    """The page's lists have the values of the trait, in its order."""
    explorer = ActivationExplorer()
    expected = ["sigmoid", "tanh", "relu", "leaky_relu", "linear", "step"]
    assert {"activation": expected} == explorer.options
    for name in expected:
        explorer.activation = name


@EXPLORABLES
def test_picture_depends_on_traits_of_the_page(explorable):
    """Whatever a picture is computed from is a trait that the page has as well."""
    shared = explorable.class_traits(sync=True)
    assert set(getattr(explorable, "depends_on", ())) <= set(shared)
