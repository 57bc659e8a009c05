"""The rules that explain errors, one module for each kind of error."""
