"""Downhill, step by step: how weights follow the slope of a loss."""
