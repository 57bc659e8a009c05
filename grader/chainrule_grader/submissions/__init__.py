"""Read submitted notebooks, which may be broken or hostile."""
