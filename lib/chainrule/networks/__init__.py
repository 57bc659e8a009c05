"""Networks: graphs of layers, and their forward and backward pass."""
