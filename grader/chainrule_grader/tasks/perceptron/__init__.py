"""One neuron: weighted sum, activation and decision; then a layer of neurons."""
