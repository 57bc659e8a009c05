"""Tasks are found by where they lie, and nothing else is."""

import pytest
from chainrule_grader.judging import registry
from chainrule_grader.judging.task import Task


def test_every_file_is_a_task():
    """Each module of a set is one task; helpers begin with an underscore."""
    for problem_set in registry.problem_sets():
        names = registry.identities(problem_set)
        assert sorted(names) == names
        assert {Task} == {type(registry.find(name)) for name in names}
        assert not [name for name in names if "/_" in name]


def test_the_set_on_activations():
    """The eleven tasks of the contract are there."""
    names = ["step", "sigmoid", "tanh", "relu", "leaky_relu", "softmax", "collapse"]
    grads = ["sigmoid_grad", "tanh_grad", "relu_grad", "leaky_relu_grad"]
    expected = sorted(f"activations/{name}" for name in names + grads)
    assert expected == registry.identities("activations")


def test_a_task_is_loaded_once():
    """The same name gives the same task."""
    assert registry.find("activations/relu") is registry.find("activations/relu")


SETS = "a task is named <set>/<task>, and the sets are activations, "
TASKS = "there are activations/collapse, "
RELU = "did you mean 'activations/relu'?"


@pytest.mark.parametrize(
    ("identity", "says"),
    [
        pytest.param("activations/rleu", RELU, id="typo"),
        pytest.param("Activations/ReLU", RELU, id="capitals"),
        pytest.param("activations/xyz", TASKS, id="nothing-similar"),
        pytest.param("activations/", TASKS, id="no-task"),
        pytest.param("activations", TASKS, id="set-alone"),
        pytest.param("activations/_inputs", TASKS, id="helper"),
        pytest.param("activations/__init__", TASKS, id="package"),
        pytest.param("activations/relu/", RELU, id="slash"),
        pytest.param("activations/../activations/relu", RELU, id="dots"),
        pytest.param("activation/relu", RELU, id="no-such-set"),
        pytest.param("/relu", RELU, id="no-set"),
        pytest.param("relu", RELU, id="task-alone"),
        pytest.param("rleu", RELU, id="task-alone-and-typo"),
        pytest.param("/__init__", SETS, id="the-tasks-themselves"),
        pytest.param("../judge", SETS, id="another-module"),
        pytest.param("..", SETS, id="parent"),
        pytest.param("", SETS, id="nothing"),
        pytest.param("activations/re\x00lu", RELU, id="null"),
    ],
)
def test_an_unknown_task(identity, says):
    """The error names the nearest task, or those that there are."""
    with pytest.raises(registry.UnknownTaskError) as caught:
        registry.find(identity)
    assert str(caught.value).startswith(f"there is no task {identity!r}; {says}")


def test_the_nearest_name():
    """Capitals do not count, and nothing similar is no suggestion."""
    assert "activations" == registry.nearest("Activatoins", ["losses", "activations"])
    assert registry.nearest("xyz", ["losses", "activations"]) is None
    assert "did you mean 'losses'?" == registry.suggestion("loses", ["losses", "data"])
    assert "there are losses, data" == registry.suggestion("xyz", ["losses", "data"])
