"""What keeps a network from learning its examples by heart: prices, holes, an end, variety."""
