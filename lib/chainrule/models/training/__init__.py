"""Training: batches of examples, the loss, the metrics, and the steps that update the weights."""
