"""Pictures that move: the explorables of the lectures, each a few controls around `chainrule`."""
