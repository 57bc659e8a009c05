"""Backpropagation: the chain rule, layer by layer."""
