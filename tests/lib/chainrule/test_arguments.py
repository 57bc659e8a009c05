"""Arguments that cannot work are refused with a sentence that says what is needed."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models
from chainrule.arguments import check_integer, reject_unknown

X, Y = np.ones((10, 2)), np.zeros((10, 1))
NO_COUNTS = [-1, 2.5, 2.0, True, False, "x", [3], np.float64(4)]


def model():
    """A compiled neuron."""
    neuron = models.Sequential([layers.Dense(1, input_shape=(2,))])
    neuron.compile("sgd", "mse")
    return neuron


@pytest.mark.parametrize("value", [3, np.int64(3), np.uint8(3)])
def test_an_integer_is_returned_as_int(value):
    """Every kind of integer is accepted, and becomes Python's own."""
    number = check_integer("f", "n", value, 1)
    assert (3, int) == (number, type(number))


@pytest.mark.parametrize("value", NO_COUNTS)
@pytest.mark.parametrize(
    ("minimum", "method", "name"),
    [
        (1, "fit", "batch_size"),
        (1, "evaluate", "batch_size"),
        (1, "predict", "batch_size"),
        (1, "fit", "validation_batch_size"),
        (1, "fit", "validation_freq"),
        (0, "fit", "epochs"),
        (0, "fit", "initial_epoch"),
    ],
)
def test_what_is_no_count_is_refused(minimum, method, name, value):
    """One sentence names the call, the argument and what is needed; nothing is trained."""
    neuron = model()
    before = [w.tolist() for w in neuron.get_weights()]
    data = (X,) if method == "predict" else (X, Y)
    if isinstance(value, list) and name == "validation_freq":
        value = [0]
    needed = rf"^{method}\({name}=.*{name} must be an integer ≥ {minimum}$"
    with pytest.raises(ValueError, match=needed):
        getattr(neuron, method)(*data, **{name: value})
    assert before == [w.tolist() for w in neuron.get_weights()]


@pytest.mark.parametrize("name", ["batch_size", "validation_batch_size", "validation_freq"])
def test_zero_is_no_batch(name):
    """Nothing can be done in portions of 0."""
    with pytest.raises(ValueError, match=rf"fit\({name}=0\): {name} must be an integer ≥ 1"):
        model().fit(X, Y, validation_data=(X, Y), **{name: 0})


@pytest.mark.parametrize("options", [{"epochs": 0}, {"epochs": 3, "initial_epoch": 5}])
def test_no_epochs_train_nothing(options):
    """As in Keras, 0 epochs are possible and leave an empty history."""
    assert {} == model().fit(X, Y, verbose=0, **options).history


@pytest.mark.parametrize("share", [-0.1, 1, 1.5, True, "x", float("nan"), 0.95])
def test_what_is_no_share_is_refused(share):
    """The validation part is a share that leaves something to train on."""
    with pytest.raises(ValueError, match="validation_split"):
        model().fit(X, Y, validation_split=share)


@pytest.mark.parametrize("verbose", [-1, 2.5, "x", [1]])
def test_what_is_no_verbosity_is_refused(verbose):
    """Verbosity is a number or "auto"."""
    with pytest.raises(ValueError, match=r"verbose must be an integer ≥ 0"):
        model().fit(X, Y, verbose=verbose)


@pytest.mark.parametrize(
    ("make", "name", "minimum"),
    [
        (lambda n: callbacks.EarlyStopping(patience=n), "patience", 0),
        (lambda n: callbacks.EarlyStopping(start_from_epoch=n), "start_from_epoch", 0),
        (lambda n: callbacks.ReduceLROnPlateau(patience=n), "patience", 0),
        (lambda n: callbacks.ReduceLROnPlateau(cooldown=n), "cooldown", 0),
        (lambda n: callbacks.ModelCheckpoint("x", save_freq=n), "save_freq", 1),
        (layers.Dense, "units", 1),
    ],
)
@pytest.mark.parametrize("value", NO_COUNTS)
def test_callbacks_and_layers_refuse_it_too(make, name, minimum, value):
    """Every count of the library is checked in one way."""
    with pytest.raises(ValueError, match=rf"{name} must be an integer ≥ {minimum}$"):
        make(value)


def test_unknown_arguments_are_named():
    """The sentence has the owner and the argument; there is no error without one."""
    reject_unknown("fit", [])
    with pytest.raises(TypeError, match="^fit has no argument 'speed'$"):
        reject_unknown("fit", ["speed"])
