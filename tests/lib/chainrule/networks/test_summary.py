"""The table of a model."""

import chainrule
from chainrule import layers, models


def test_summary_looks_like_keras(capsys):
    """The table is Keras's, character for character."""
    chainrule.config.clear_session()
    model = models.Sequential([layers.Dense(16, "relu", input_shape=(10,)), layers.Dense(1)])
    model.summary()
    assert KERAS_SUMMARY == capsys.readouterr().out


KERAS_SUMMARY = """\
Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ dense (Dense)                   │ (None, 16)             │           176 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense_1 (Dense)                 │ (None, 1)              │            17 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 193 (772.00 B)
 Trainable params: 193 (772.00 B)
 Non-trainable params: 0 (0.00 B)
"""


def test_summary_of_a_graph_has_connections():
    """Where a network branches, the table says what is connected to what."""
    a, b = layers.Input((2,), name="a"), layers.Input((2,), name="b")
    model = models.Model([a, b], layers.Add(name="sum")([a, b]))
    lines = []
    model.summary(print_fn=lines.append)
    assert (
        "│ sum (Add)                       │ (None, 2)              │             0 │ a, b"
        in lines[0]
    )
