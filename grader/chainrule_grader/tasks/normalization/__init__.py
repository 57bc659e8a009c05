"""Inputs, weights and gradients of a size that learning can work with."""
