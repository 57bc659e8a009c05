"""Find a course's folders, problem sets and settings."""
