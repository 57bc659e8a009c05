"""Build, release and extend a course."""
