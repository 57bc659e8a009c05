"""Grade a class into nbgrader's gradebook, and report the marks."""
