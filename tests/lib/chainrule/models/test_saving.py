"""A crash while saving loses nothing."""

import os

import pytest
from chainrule import initializers, layers, losses, models, optimizers, regularizers


def sequential():
    """One of every layer that fits a row of numbers."""
    model = models.Sequential(
        [
            layers.Input((3,)),
            layers.Normalization(mean=[0.0, 1.0, 2.0], variance=[1.0, 1.0, 2.0]),
            layers.GaussianNoise(0.1, seed=1),
            layers.Dense(4, activation="relu", kernel_regularizer=regularizers.L1L2(0.1, 0.2)),
            layers.BatchNormalization(momentum=0.9),
            layers.LeakyReLU(0.2),
            layers.Dropout(0.3, noise_shape=(None, 4), seed=2),
            layers.Dense(3, activation="leaky_relu", kernel_initializer=initializers.Xavier(3)),
            layers.Activation("tanh"),
            layers.Dense(2, bias_initializer=initializers.Constant(0.5), name="last"),
        ]
    )
    rate = optimizers.schedules.ExponentialDecay(0.01, 10, 0.9)
    model.compile(optimizers.Adam(rate, clipnorm=1.0), losses.MeanSquaredError(), metrics=["mae"])
    return model


def test_the_old_file_survives_a_crash(tmp_path, monkeypatch):
    """When writing fails half-way, the old file is still there, and nothing else."""
    path = tmp_path / "model.npz"
    model = sequential()
    model.save(path)
    before = path.read_bytes()

    def crash(_descriptor):
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="disk is full"):
        model.save(path)
    assert [path] == list(tmp_path.iterdir())
    assert before == path.read_bytes()
