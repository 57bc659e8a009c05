"""A loaded model is the saved one; other files are refused."""

from pathlib import Path

import chainrule
import numpy as np
import pytest
from chainrule import layers, models, optimizers

OLD_FILE = Path(__file__).parents[3] / "golden" / "model_78f950f.npz"


RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 2))


@pytest.fixture
def functional():
    """A function that makes two inputs, a shared layer, a frozen one, two outputs."""

    def make():
        a, b = layers.Input((3,), name="a"), layers.Input((3,), name="b")
        shared = layers.Dense(4, activation="tanh", name="shared")
        frozen = layers.Dense(4, name="frozen", trainable=False)
        joined = layers.Concatenate()([shared(a), frozen(shared(b))])
        model = models.Model([a, b], [layers.Dense(2, name="y")(joined), layers.Add()([a, b])])
        model.compile(optimizers.SGD(0.1, momentum=0.9), ["mse", None], loss_weights=[0.5, 1.0])
        return model

    return make


@pytest.mark.parametrize(
    ("maker", "x", "y"), [("sequential", X, Y), ("functional", [X, X + 1], [Y, None])]
)
def test_a_loaded_model_goes_on_as_the_saved_one(maker, x, y, tmp_path, request):
    """Predictions, loss and the next steps are the same to the last bit."""
    model = request.getfixturevalue(maker)()
    model.fit(x, y, epochs=2, verbose=0)
    model.save(tmp_path / "model.npz")
    twin = models.load_model(tmp_path / "model.npz")
    histories = []
    for one in (model, twin):
        for layer in one.layers:  # the saved model's own streams have moved on meanwhile
            if getattr(layer, "_generator", None) is not None:
                layer._generator = np.random.default_rng(5)
        chainrule.set_random_seed(1)
        histories.append(one.fit(x, y, epochs=3, verbose=0).history)
    assert histories[0] == histories[1]
    assert model.get_layer("y" if maker == "functional" else "last").name in [
        layer.name for layer in twin.layers
    ]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(sequential, share, tmp_path):
    """A file that is cut off gives one clear error."""
    path = tmp_path / "model.npz"
    sequential().save(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(ValueError, match="is not a complete model file"):
        models.load_model(path)


def test_a_damaged_file_is_refused(sequential, tmp_path):
    """Any single byte that is changed in the weights is noticed."""
    path = tmp_path / "model.npz"
    sequential().save(path)
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 3
    whole[middle] ^= 255
    path.write_bytes(whole)
    with pytest.raises(ValueError, match=r"complete model file|can be built"):
        models.load_model(path)


def foreign_files(tmp_path):
    """Files that are something else."""
    np.savez(tmp_path / "other.npz", a=np.ones(3))
    np.save(tmp_path / "single.npy", np.ones(3))
    np.savez(tmp_path / "pickle.npz", about=np.array([{"a": 1}], dtype=object))
    (tmp_path / "text.npz").write_text("no archive")
    np.savez(tmp_path / "format.npz", about=np.frombuffer(b'{"format": "other"}', np.uint8))
    return sorted(path for path in tmp_path.iterdir())


def test_foreign_files_are_refused(tmp_path):
    """A file of something else gives one clear error, and nothing in it is executed."""
    for path in foreign_files(tmp_path):
        with pytest.raises(ValueError, match="is not a complete model file"):
            models.load_model(path)
    with pytest.raises(FileNotFoundError):
        models.load_model(tmp_path / "nowhere.npz")


def test_a_file_of_an_older_version_goes_on_too():
    """A file that an older version wrote continues as that version did.

    tests/golden/model_78f950f.npz was written after three epochs by version 78f950f, which then
    printed the losses of three more.
    """
    model = models.load_model(OLD_FILE)
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(8, 3)), rng.normal(size=(8, 4))
    found = model.fit(x, y, batch_size=4, epochs=3, shuffle=False, verbose=0).history["loss"]
    assert [2.133697297195508, 1.96590557630545, 1.8159710970849061] == pytest.approx(
        found, rel=1e-12
    )
