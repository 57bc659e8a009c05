"""Training: data, objective, metrics, and the training loop of a network."""
