"""Decide whether a function is right, and which known mistake it makes if it is wrong."""
