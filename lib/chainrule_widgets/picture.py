"""Still pictures of matplotlib in the text colour of the page, for light and dark themes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, Final, final

STYLE: Final = Path(__file__).parent / "chainrule.mplstyle"
_INK: Final = "#010203"
"""The ink colour of the style, which is replaced by the text colour of the page."""


@final
class Picture:
    """A drawing as SVG, with a sentence for readers who cannot see it."""

    def __init__(self, svg: str, sentence: str) -> None:
        """Store the drawing and its sentence."""
        self.svg = svg
        self.sentence = sentence

    def _repr_html_(self) -> str:
        ink = "var(--jp-ui-font-color1, var(--vscode-editor-foreground, currentColor))"
        return (
            f'<div role="img" aria-label="{escape(self.sentence)}" '
            f'style="color: {ink}">{self.svg.replace(_INK, "currentColor")}</div>'
        )

    def __repr__(self) -> str:
        return f"Picture: {self.sentence}"


@contextmanager
def picture(
    sentence: str, *, columns: int = 1, width: float = 7.5, height: float = 2.8
) -> Iterator[Any]:
    """Open axes of matplotlib, and display what was drawn on them with `sentence` as description.

    In a dark theme, matplotlib's own display shows a figure with a transparent background on a
    white block; this picture takes the text colour of the page instead.
    """
    import matplotlib as mpl  # noqa: PLC0415  # half a second, and only still pictures need it
    from IPython.display import display  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context(fname=STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure.subplots(1, columns)
        svg = io.StringIO()
        figure.savefig(svg, format="svg", metadata={"Date": None})
    svg_text = svg.getvalue()
    display(Picture(svg_text[svg_text.index("<svg") :], sentence))
