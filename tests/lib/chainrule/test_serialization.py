"""What a constructor takes is kept under the same name, so that a file can hold it."""

import inspect
import json

import pytest
from chainrule import (
    activations,
    initializers,
    layers,
    losses,
    metrics,
    optimizers,
    regularizers,
)
from chainrule.serialization import deserialize, serialize

NEEDED = {
    "activation": "tanh",
    "boundaries": [1],
    "decay_rate": 0.5,
    "decay_steps": 3,
    "height_factor": (0.1, 0.2),
    "initial_learning_rate": 0.1,
    "loss": "mae",
    "rate": 0.5,
    "shape": (3,),
    "stddev": 0.1,
    "units": 4,
    "values": [0.1, 0.2],
    "width_factor": 0.1,
}
KINDS = [
    kind
    for module in (
        initializers,
        layers,
        losses,
        metrics,
        optimizers,
        optimizers.schedules,
        regularizers,
    )
    for name in module.__all__
    if isinstance(kind := getattr(module, name), type)
    and not inspect.isabstract(kind)
    and name not in {"Node", "SymbolicTensor", "Weight"}
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_everything_survives_the_way_through_json(kind):
    """Described, written, read and rebuilt, a thing is described as before."""
    takes = inspect.signature(kind).parameters
    thing = kind(**{name: value for name, value in NEEDED.items() if name in takes})
    text = json.dumps(serialize(thing))
    again = deserialize(json.loads(text))
    assert (kind, text) == (type(again), json.dumps(serialize(again)))


def test_activations_survive_too():
    """A plain activation is itself again, a leaky one has its slope."""
    assert activations.relu is deserialize(serialize(activations.relu))
    assert 0.3 == deserialize(serialize(activations.LeakyReLU(0.3))).negative_slope


@pytest.mark.parametrize("bad", ["os.system", "layers.Layer2", "models.load_model", "layers.os"])
def test_a_file_cannot_name_anything_else(bad):
    """Only chainrule's own things can be rebuilt, whatever a file says."""
    with pytest.raises(ValueError, match="chainrule has no"):
        deserialize({"is": bad, "with": {}})


def test_what_is_not_ours_is_told():
    """A function of one's own cannot be written into a file."""
    with pytest.raises(TypeError, match="not chainrule's own"):
        serialize(len)
