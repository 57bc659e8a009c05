"""Hints open one after another, and say how far."""

import pytest
from chainrule_grader import hint
from chainrule_grader.judging import registry
from chainrule_grader.judging.hints import _opened

TASK = "activations/relu"


@pytest.fixture(autouse=True)
def _nothing_opened():
    _opened.clear()


def test_each_call_opens_the_next():
    """The concept, the formula, nearly the code; then the last one again."""
    seen = [hint(TASK) for _ in range(4)]
    concept, formula, code = registry.find(TASK).hints
    assert [concept, formula, code, code] == seen


def test_a_certain_one_can_be_asked_for():
    """Whoever wants the second, or the first again, names it."""
    assert list(registry.find(TASK).hints) == [hint(TASK, level) for level in (1, 2, 3)]
    assert registry.find(TASK).hints[0] == hint(TASK, 1)


def test_it_says_how_far_it_was_opened():
    """On a page and in a terminal."""
    first = hint(TASK)
    assert repr(first).startswith("Hint 1 of 3, the concept: ")
    assert first._repr_markdown_().startswith("**Hint 1 of 3, the concept.** ")


def relu(z):
    """A function with the name of a task."""
    return z


@pytest.mark.parametrize(
    ("arguments", "given"), [((), "nothing"), ((relu,), "a function"), ((3,), "an integer")]
)
def test_a_hint_needs_a_name(arguments, given):
    """The sentence says what was given and how to write the call; a notebook shows no traceback."""
    with pytest.raises(registry.UsageError) as caught:
        hint(*arguments)
    says = f'hint needs a task\'s name, and was given {given}: write hint("activations/relu")'
    assert says == str(caught.value)
    assert [f"UsageError: {says}"] == caught.value._render_traceback_()


@pytest.mark.parametrize("level", [0, 4, -1, "1"])
def test_no_such_hint(level):
    """The error for another level names the existing levels."""
    with pytest.raises(ValueError, match="a hint has the levels 1 to 3"):
        hint(TASK, level)


def test_a_hint_for_an_unknown_task():
    """The error for a misspelt task names the nearest one here too."""
    with pytest.raises(registry.UnknownTaskError, match="did you mean 'activations/relu'"):
        hint("activations/rleu")
