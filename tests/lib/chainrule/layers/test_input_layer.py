"""Inputs have a shape, a name and a dtype."""

import pytest
from chainrule import layers


@pytest.mark.parametrize(
    ("shape", "expected"), [((3,), (3,)), (3, (3,)), ((2, 4), (2, 4)), ((), ())]
)
def test_shape(shape, expected):
    """The shape is that of one example; a number is one axis."""
    tensor = layers.Input(shape, name="x", dtype="float64")
    layer = tensor.node.layer
    assert (expected, expected, "x", "float64") == (
        tensor.shape,
        layer.output_shape,
        layer.name,
        layer.dtype,
    )
    assert [] == tensor.node.inputs


def test_bad_arguments_are_told():
    """The shape is needed, and older names are told."""
    with pytest.raises(TypeError, match="needs the shape"):
        layers.Input()
    with pytest.raises(TypeError, match="no argument 'size'"):
        layers.Input((3,), size=3)
