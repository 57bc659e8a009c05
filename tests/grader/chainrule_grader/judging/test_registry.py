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


@pytest.mark.parametrize(
    ("identity", "known"),
    [
        pytest.param("activations/rleu", "activations/relu", id="typo"),
        pytest.param("activations/", "activations/relu", id="no-task"),
        pytest.param("activations", "activations/relu", id="set-alone"),
        pytest.param("activations/_inputs", "activations/relu", id="helper"),
        pytest.param("activations/__init__", "activations/relu", id="package"),
        pytest.param("activations/relu/", "activations/relu", id="slash"),
        pytest.param("activations/../activations/relu", "activations/relu", id="dots"),
        pytest.param("activation/relu", "activations", id="no-such-set"),
        pytest.param("/relu", "activations", id="no-set"),
        pytest.param("/__init__", "activations", id="the-tasks-themselves"),
        pytest.param("../check", "activations", id="another-module"),
        pytest.param("..", "activations", id="parent"),
        pytest.param("", "activations", id="nothing"),
        pytest.param("relu", "activations", id="task-alone"),
        pytest.param("activations/re\x00lu", "activations/relu", id="null"),
    ],
)
def test_an_unknown_task(identity, known):
    """What is no task is told by name, with those that there are."""
    with pytest.raises(registry.UnknownTaskError) as caught:
        registry.find(identity)
    text = str(caught.value)
    assert text.startswith(f"there is no task {identity!r}; there are ")
    assert known in text
