"""Submissions become marked notebooks, marks in the gradebook and pages for students."""
