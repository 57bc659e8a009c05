"""Networks that share: what one has learned for another, and one for several tasks."""
