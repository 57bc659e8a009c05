"""Callbacks act when they should; the expected epochs are Keras's, told by its documented rules."""

import io
import sys
import types

import numpy as np
import pytest
from chainrule import callbacks, layers, metrics, models, optimizers

X, Y = np.zeros((4, 1)), np.zeros((4, 1))


class Script(callbacks.Callback):
    """Puts a value of our choice into the logs of each epoch, before the others look."""

    def __init__(self, values, name="val_loss"):
        super().__init__()
        self.values, self.name = values, name

    def on_epoch_end(self, epoch, logs=None):
        logs[self.name] = self.values[epoch]
        self.model.layers[0].bias.assign([float(epoch)])


def trained(values, *listeners, name="val_loss", learning_rate=0.0):
    """A model that was trained while the values were shown."""
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile(optimizers.SGD(learning_rate), "mse")
    shown = Script(values, name)
    model.fit(X, Y, epochs=len(values), verbose=0, callbacks=[shown, *listeners])
    return model


# Keras 3.15 gives the same; test_peers.py runs it through this table.
STOPPING = [
    ([5, 4, 3, 3, 3, 3, 3], {"patience": 2}, 4, 2),
    ([5, 4, 4, 3, 4, 4, 4], {"patience": 2}, 5, 3),
    ([5, 4, 3, 2, 1], {"patience": 0}, 4, 4),
    ([5, 6, 4, 3], {"patience": 0}, 1, 0),
    ([5, 4.95, 4.9, 4.0, 4.0], {"patience": 2, "min_delta": 0.5}, 2, 0),
    ([1, 2, 3, 3, 3], {"patience": 1, "mode": "max"}, 3, 2),
    ([5, 9, 9, 4, 3, 9, 9, 9], {"patience": 2, "start_from_epoch": 3}, 6, 4),
    ([5, 4, 3, 3, 3], {"patience": 2, "baseline": 1}, 3, 2),
    ([5, np.nan, 4, np.nan, np.nan, 3], {"patience": 2}, 4, 2),
]


@pytest.mark.parametrize(("values", "options", "stopped", "best"), STOPPING)
def test_early_stopping(values, options, stopped, best):
    """Training ends at the epoch where Keras ends it, with the weights that Keras restores."""
    stop = callbacks.EarlyStopping(restore_best_weights=True, **options)
    model = trained(values, stop)
    assert stopped == model.history.epoch[-1]
    assert best == stop.best_epoch
    assert float(best) == model.layers[0].bias.value[0]


def test_early_stopping_says_so(capsys):
    """Verbose stopping has a sentence for the stop and one for the weights."""
    trained([1, 2, 2], callbacks.EarlyStopping(verbose=1, restore_best_weights=True))
    assert (
        "Epoch 2: early stopping\nRestoring the weights of the best epoch: 1.\n"
        == capsys.readouterr().out
    )


def test_what_is_watched_must_be_there():
    """A name that is not in the logs gets a warning with those that are."""
    with pytest.warns(UserWarning, match="monitors 'val_accuracy', and there is only loss"):
        trained([1], callbacks.EarlyStopping("val_accuracy"), name="loss")


def test_direction_of_an_unknown_name_must_be_told():
    """For a number that nobody knows, more or less cannot be guessed."""
    with pytest.raises(ValueError, match="mode='min' or mode='max'"):
        trained([1, 2], callbacks.EarlyStopping("mystery"), name="mystery")


@pytest.mark.parametrize(
    ("options", "rates"),
    [
        ({"patience": 1}, [1.0, 1.0, 0.1, 0.01, 0.001]),
        ({"patience": 2, "factor": 0.5}, [1.0, 1.0, 1.0, 0.5, 0.5]),
        ({"patience": 1, "factor": 0.5, "cooldown": 1}, [1.0, 1.0, 0.5, 0.25, 0.125]),
        ({"patience": 1, "factor": 0.5, "min_lr": 0.3}, [1.0, 1.0, 0.5, 0.3, 0.3]),
    ],
)
def test_reduce_on_plateau(options, rates):
    """The rate falls when the value stays, as patience, cooldown and min_lr say."""
    calm = callbacks.ReduceLROnPlateau(**options)
    model = trained([3, 3, 3, 3, 3], calm, learning_rate=1.0)
    assert pytest.approx(rates) == model.history.history["learning_rate"]


def test_learning_rate_scheduler(capsys):
    """The rate of each epoch is the schedule's."""
    schedule = callbacks.LearningRateScheduler(lambda epoch, rate: rate / (epoch + 1), verbose=1)
    model = trained([1, 1, 1], schedule, learning_rate=0.6)
    assert pytest.approx([0.6, 0.3, 0.1]) == model.history.history["learning_rate"]
    assert "Epoch 2: learning rate 0.3." in capsys.readouterr().out
    with pytest.raises(TypeError, match="must return a number"):
        trained([1], callbacks.LearningRateScheduler(lambda *_: None))


def test_checkpoint_keeps_the_best(tmp_path):
    """Only better epochs are saved, under their own names."""
    save = callbacks.ModelCheckpoint(
        tmp_path / "at-{epoch:02d}-{val_loss:.1f}.npz", save_best_only=True
    )
    trained([3.0, 4.0, 2.0], save)
    assert ["at-01-3.0.npz", "at-03-2.0.npz"] == sorted(p.name for p in tmp_path.iterdir())
    assert 2.0 == models.load_model(tmp_path / "at-03-2.0.npz").layers[0].bias.value[0]


def test_checkpoint_by_batches_and_of_weights(tmp_path):
    """A number of batches may be asked for, and weights alone."""
    save = callbacks.ModelCheckpoint(
        tmp_path / "new" / "{epoch}-{batch}.npz", save_freq=2, save_weights_only=True
    )
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    model.fit(X, Y, batch_size=1, epochs=1, verbose=0, callbacks=[save])
    assert ["1-2.npz", "1-4.npz"] == sorted(p.name for p in (tmp_path / "new").iterdir())
    model.load_weights(tmp_path / "new" / "1-4.npz")
    with pytest.raises(ValueError, match="contains 'auc', and there is only loss"):
        trained([1.0], callbacks.ModelCheckpoint("{auc}.npz"), name="loss")


class Diary(callbacks.Callback):
    """Writes down what it is told."""

    def __init__(self):
        super().__init__()
        self.told = []

    def __getattribute__(self, name):
        if name.startswith("on_"):
            return lambda *args: object.__getattribute__(self, "told").append((name, *args[:1]))
        return object.__getattribute__(self, name)

    def on_train_batch_begin(self, batch, logs=None):
        """Make the batches heard."""

    def on_train_batch_end(self, batch, logs=None):
        """Make the batches heard."""


def test_order_of_events():
    """Everyone is told of everything, in Keras's order."""
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    diary = Diary()
    model.fit(X, Y, batch_size=2, verbose=0, callbacks=[diary], validation_data=(X, Y))
    names = [(event[0], *event[1:]) for event in diary.told]
    assert [
        ("on_train_begin",),
        ("on_epoch_begin", 0),
        ("on_train_batch_begin", 0),
        ("on_train_batch_end", 0),
        ("on_train_batch_begin", 1),
        ("on_train_batch_end", 1),
        ("on_test_begin",),
    ] == names[:7]
    assert ["on_test_end", "on_epoch_end", "on_train_end"] == [name for name, *_ in names[7:]]


def test_stopping_in_the_middle_of_an_epoch():
    """A callback may stop between batches."""

    class Stop(callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):  # noqa: ARG002
            self.model.stop_training = batch == 1

    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    model.fit(X, Y, batch_size=1, epochs=9, verbose=0, callbacks=[Stop()])
    assert (2, [0]) == (model.optimizer.iterations, model.history.epoch)


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self):
        return True


def progress(monkeypatch, stream, verbose=1):
    """What is written while a small model trains."""
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(callbacks.progress_bar, "_INTERVAL", -1.0)
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile(optimizers.SGD(0.0), "mse", metrics=["mae"])
    model.set_weights([[[0.0]], [2.0]])
    model.fit(X, Y, batch_size=1, epochs=2, verbose=verbose)
    return stream.getvalue() if stream is not None else ""


def test_bar_in_a_terminal(monkeypatch):
    """A terminal's bar is written over and ends full, with loss and metrics."""
    text = progress(monkeypatch, Terminal())
    assert 8 == text.count("\r")
    assert text.startswith("Epoch 1/2\n\r")
    assert "4/4 ━━━━━━━━━━━━━━━━━━━━ 0s" in text
    assert text.endswith(" - loss: 4.0000 - mae: 2.0000\n")


def test_bar_in_a_file(monkeypatch):
    """A file gets one line an epoch, and nothing is written over."""
    text = progress(monkeypatch, io.StringIO(), verbose=2)
    assert 4 == len(text.splitlines())
    assert "\r" not in text
    assert text.splitlines()[1].startswith("4/4 - 0s")


def test_silence(capsys):
    """verbose=0 writes nothing."""
    trained([1])
    assert "" == capsys.readouterr().out


def test_bar_in_a_notebook(monkeypatch):
    """A notebook gets one progress element an epoch, which is updated."""
    shown = []

    class Handle:
        def update(self, bundle, raw):
            shown[-1].append((bundle["text/html"], raw))

    def display(bundle, raw, display_id):
        assert (True, True) == (raw, display_id)
        shown.append([(bundle["text/html"], raw)])
        return Handle()

    notebook = types.SimpleNamespace(kernel=object())
    python = types.SimpleNamespace(
        get_ipython=lambda: notebook, display=types.SimpleNamespace(display=display)
    )
    monkeypatch.setitem(sys.modules, "IPython", python)
    progress(monkeypatch, io.StringIO())
    assert [4, 4] == [len(epoch) for epoch in shown]
    assert '<progress value="4" max="4">4 of 4</progress>' in shown[0][-1][0]


def test_metrics_of_many_numbers_can_be_shown(monkeypatch):
    """A metric with a number for each class does not stop the bar."""
    monkeypatch.setattr(sys, "stdout", stream := io.StringIO())
    model = models.Sequential([layers.Dense(2, input_shape=(1,))])
    model.compile("sgd", "mse", metrics=[metrics.F1Score()])
    model.fit(X, np.eye(2)[[0, 1, 0, 1]])
    assert "f1_score: [" in stream.getvalue()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: callbacks.EarlyStopping(mode="up"), "'auto', 'min' or 'max'"),
        (lambda: callbacks.ReduceLROnPlateau(factor=1.0), "below 1"),
        (lambda: callbacks.ModelCheckpoint("x", save_freq="week"), "an integer ≥ 1"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()


def test_a_callback_has_no_model_before_training():
    """Asking too early gets a sentence."""
    with pytest.raises(RuntimeError, match="no model before fit"):
        callbacks.Callback().model  # noqa: B018
