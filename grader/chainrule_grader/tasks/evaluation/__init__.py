"""How good is it, on examples that it has never seen?"""
