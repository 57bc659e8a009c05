"""The functions that bend a layer's straight line, and their derivatives."""
