"""Normalization: scaling of inputs, gradients, initial weights and hidden features."""
