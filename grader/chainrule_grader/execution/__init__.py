"""Run submitted notebooks in a sandbox and grade them, one or many at a time."""
