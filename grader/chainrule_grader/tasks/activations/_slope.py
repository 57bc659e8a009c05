"""Mistakes with the argument `slope`, which leaky ReLU and its derivative share."""

from __future__ import annotations

from typing import Final

from chainrule_grader.judging.task import switch

SLOPE: Final = (
    switch(
        "own-default",
        "Your default for slope is 0.01; the default in this task is 0.1.",
        arguments=lambda z, slope=0.01: (z, slope),
    ),
    switch(
        "slope-ignored",
        "You always use the slope 0.1; use the argument slope.",
        arguments=lambda z, slope=0.1: (z,),  # noqa: ARG005  that is the mistake
    ),
    switch(
        "always-a-hundredth",
        "You always use the slope 0.01; use the argument slope, whose default is 0.1.",
        arguments=lambda z, slope=0.1: (z, 0.01),  # noqa: ARG005
    ),
)
