"""A still picture has no background of its own and takes the page's ink."""

import re

from chainrule_widgets import picture


def test_picture(monkeypatch):
    """What is shown is SVG in the page's colour, with its description for those who cannot see."""
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    with picture("a line going <up>", columns=2) as axes:
        axes[0].plot([0, 1], [0, 1])
    assert "Picture: a line going <up>" == repr(shown[0])
    page = shown[0]._repr_html_()
    assert 'aria-label="a line going &lt;up&gt;"' in page
    assert "currentColor" in page
    assert [] == re.findall(r"#010203|fill: #ffffff|<\?xml", page)
