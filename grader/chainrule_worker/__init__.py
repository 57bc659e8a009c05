"""The worker process that runs a student's code; it imports nothing else of the project."""
