"""Arguments that a function changed in place are found."""

import copy

import numpy as np
import pytest
from chainrule_worker.calls.argument_changes import changed_arguments
from chainrule_worker.handles import ObjectHandle, Seed


def changes(function, *args):
    """Call a function with copies; return the positions of the changed arguments."""
    passed = copy.deepcopy(args)
    function(*passed)
    return changed_arguments(args, passed)


class Same(list):
    """A list that claims to be as it was."""

    def __len__(self):
        return 2

    def __iter__(self):
        return iter([1.0, 2.0])

    def __eq__(self, other):
        return True

    __hash__ = None


class Key(str):
    """A key that claims to be another one."""

    __slots__ = ()

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class SameArray(np.ndarray):
    """An array that claims to be as it was."""

    def tobytes(self):
        return np.array([1.0, 2.0]).tobytes()


def _set(key, item):
    def function(value):
        value[key] = item

    return function


def _rekey(value):
    value[Key("a")] = value.pop("a")


def _nested_liar(value):
    value[0] = np.array([7.0, 7.0]).view(SameArray)


ARRAY = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("argument", "function"),
    [
        pytest.param(ARRAY, _set(0, 5), id="array"),
        pytest.param(ARRAY, lambda z: z.sort(), id="sort-changes-nothing", marks=[]),
        pytest.param(ARRAY, lambda z: z.resize(3, refcheck=False), id="resized"),
        pytest.param(ARRAY, lambda z: setattr(z, "shape", (2, 1)), id="reshaped"),
        pytest.param(ARRAY, lambda z: z.__isub__(z), id="subtracted"),
        pytest.param(np.array(1.0), _set((), 5), id="no-axes"),
        pytest.param([1.0, 2.0], _set(0, 5.0), id="number-in-list"),
        pytest.param([1.0, 2.0], lambda z: z.append(1), id="append"),
        pytest.param([1.0, 2.0], lambda z: z.clear(), id="clear"),
        pytest.param([1.0, 2.0], lambda z: z.reverse(), id="reverse"),
        pytest.param([1, 2], _set(0, 1.0), id="type-of-a-number"),
        pytest.param([1, 2], _set(0, True), id="bool-for-a-number"),
        pytest.param([[1.0, 2.0]], _set(0, 1.0), id="number-for-a-list"),
        pytest.param([[1.0, 2.0]], _set(0, Same([7.0])), id="lying-list"),
        pytest.param([[1.0, 2.0]], _set(0, (1.0, 2.0)), id="tuple-for-list"),
        pytest.param([ARRAY], _set(0, [1.0, 2.0]), id="list-for-array"),
        pytest.param([ARRAY], lambda w: _set(0, 5)(w[0]), id="array-in-list"),
        pytest.param([ARRAY], _nested_liar, id="lying-array"),
        pytest.param(([1],), lambda w: w[0].append(2), id="list-in-tuple"),
        pytest.param({"a": 1}, _set("a", 2), id="dict"),
        pytest.param({"a": 1}, _set("b", 2), id="new-key"),
        pytest.param({"a": 1}, lambda d: d.clear(), id="emptied-dict"),
        pytest.param({"a": 1}, _rekey, id="lying-key"),
        pytest.param({"a": [1]}, lambda d: d["a"].append(2), id="list-in-dict"),
    ],
)
def test_an_argument_written_to_is_found(argument, function, request):
    """A change is seen by comparing with a copy, and nobody else's comparison is asked."""
    expected = () if request.node.callspec.id == "sort-changes-nothing" else (0,)
    assert expected == changes(function, argument)


@pytest.mark.parametrize(
    "argument",
    [
        np.array([np.nan, -0.0]),
        np.zeros((0, 2)),
        [float("nan"), 1, "a", None, True],
        {"a": (1, [2.0]), 3: np.ones(2)},
        "text",
        None,
        Seed(1),
        [ObjectHandle(1, "x")],
    ],
    ids=repr,
)
def test_what_is_read_is_not_changed(argument):
    """Reading an argument, and giving it back, changes nothing."""
    assert () == changes(lambda value: value, argument)


def test_each_changed_argument_has_its_position():
    """The positions of all changed arguments are returned."""

    def change(first, second, third):
        first[0] = third[0] = 5

    assert (0, 2) == changes(change, np.ones(2), np.ones(2), [1])
