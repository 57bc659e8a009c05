"""One neuron: a weighted sum, an activation, a decision, and many of them side by side."""
