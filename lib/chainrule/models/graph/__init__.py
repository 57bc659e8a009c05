"""Networks as graphs of layers: their order, their parameters, and the values in them."""
