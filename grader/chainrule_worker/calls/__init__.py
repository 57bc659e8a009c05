"""One call of a student's function: limited in time, silent, and described by plain values."""
