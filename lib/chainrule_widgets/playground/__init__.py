"""The playground: build a network by clicking, watch it learn, and send it to somebody."""

from chainrule_widgets.playground.playground import Playground

__all__ = ["Playground"]
