"""The chain rule, layer by layer: who is to blame for the loss, and by how much."""
