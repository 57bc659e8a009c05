"""The tasks of the course, a folder for each problem set and a module for each task."""
