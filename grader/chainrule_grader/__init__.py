"""Marks students' functions by what they compute, and names the mistake."""
