"""Gradient descent: one step, many steps, one weight, and the numerical gradient."""
