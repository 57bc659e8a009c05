"""A crash while saving loses nothing."""

import os

import pytest


def test_the_old_file_survives_a_crash(sequential, tmp_path, monkeypatch):
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
