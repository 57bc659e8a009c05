"""Progress in a terminal, a file and a notebook."""

import io
import sys
import types

import numpy as np
from chainrule import callbacks, layers, metrics, models, optimizers

X, Y = np.zeros((4, 1)), np.zeros((4, 1))


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


def test_silence(trained, capsys):
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
