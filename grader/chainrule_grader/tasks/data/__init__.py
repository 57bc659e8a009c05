"""What data need before a network can learn from them: no gaps, fair shares, numbers, a past."""
