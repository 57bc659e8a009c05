"""How wrong is a prediction, in one number, and which way is less wrong."""
