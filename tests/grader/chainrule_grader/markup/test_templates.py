"""Templates escape what they are given, and fail at a name that they are not given."""

import pytest
from chainrule_grader.markup.templates import ENVIRONMENT, points, with_code
from jinja2 import UndefinedError


def test_values_are_escaped():
    """Text is text, in an element and in an attribute."""
    shown = ENVIRONMENT.from_string('<p title="{{ x }}">{{ x }}</p>').render(x='<b>"&')
    assert '<p title="&lt;b&gt;&#34;&amp;">&lt;b&gt;&#34;&amp;</p>' == shown


def test_a_misspelt_name_is_an_error():
    """A page never has a gap where a value was forgotten."""
    with pytest.raises(UndefinedError, match="'scroe' is undefined"):
        ENVIRONMENT.from_string("{{ scroe }}").render(score=1)


@pytest.mark.parametrize("name", sorted(ENVIRONMENT.list_templates(["html"])))
def test_every_template_compiles(name):
    """No template has an error of syntax."""
    assert name == ENVIRONMENT.get_template(name).name


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.666667, "0.67"),
        (11.0, "11"),
        (5.5, "5.5"),
        (0.1 + 0.2, "0.3"),
        (-0.001, "0"),
        (123456.789, "123456.79"),
    ],
)
def test_points_have_at_most_two_decimals(value, expected):
    """No page shows the rounding errors of a sum."""
    assert expected == points(value)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("use `np.exp`.", "use <code>np.exp</code>."),
        ("<b> & `<i>`", "&lt;b&gt; &amp; <code>&lt;i&gt;</code>"),
        ("plain", "plain"),
    ],
)
def test_back_quotes_become_code(sentence, expected):
    """What stands between them is code, and all of it is escaped."""
    assert expected == with_code(sentence)
