"""A few examples at a time: shuffling, batches, epochs, and a loop that trains."""
