"""The templates of the grader, with autoescape on.

A template lies beside the module that renders it and is named by its path in the package, for
example `judging/verdict.html`. Importing Jinja2 takes about 20 ms, so modules that a student's
kernel or `chainrule grade` imports should import this one only when they render.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

CODE: Final = Markup("<code>{}</code>")
ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1]),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)


def points(value: float) -> str:
    """Write a number of points with at most two digits after the decimal point."""
    return f"{round(value, 2) + 0.0:.12g}"


def with_code(sentence: str) -> Markup:
    """Escape a sentence, and set what stands between back quotes as code."""
    pieces = sentence.split("`")
    return Markup().join(CODE.format(p) if i % 2 else p for i, p in enumerate(pieces))


ENVIRONMENT.filters |= {"points": points, "with_code": with_code}


def template(name: str) -> Template:
    """Return a template; it is compiled once in each process."""
    return ENVIRONMENT.get_template(name)
