"""Seven rules for the next step downhill, from plain descent to Adam."""
