"""Markdown is rendered, none of it becomes HTML of the student's own, and none of it is slow."""

import time

import pytest
from chainrule_grader.markup.markdown import render
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB+/=="
WEB = "https://example.org/a_b?c=d&e=f"
PIECES = [
    *("*", "**", "_", "`", "```", "$", "$$", "[", "]", "](", "![", ")", "<", ">", "|", "|-|-|\n"),
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "]]>", "</div>"),
    *("javascript:alert(1)", "<javascript:alert(1)>", "data:text/html,x", "[x]: ", '"', "'", "\\"),
    *("\n", "\n\n", "- ", "1. ", "> ", "# ", "#### ", "    ", "&lt;", "&#106;", "a", "b c", "~~"),
]


def rendered(source, attachments=None, level=2):
    """The HTML of a cell."""
    return str(render(source, attachments or {}, level).html)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nb", "<p>a\nb</p>\n"),
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>\n"),
        ("`a < b`", "<p><code>a &lt; b</code></p>\n"),
        ("* a\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("```\na *b*\n```", "<pre><code>a *b*\n</code></pre>\n"),
        (f"[a]({WEB})", f'<p><a href="{WEB.replace("&", "&amp;")}">a</a></p>\n'),
        ("[a](#check-relu)", '<p><a href="#check-relu">a</a></p>\n'),
        ("1 &lt; 2 & 3 < 4", "<p>1 &lt; 2 &amp; 3 &lt; 4</p>\n"),
    ],
)
def test_markdown(source, expected):
    """A line break in mid-sentence is no line break, and the signs of Markdown are gone."""
    assert expected == rendered(source)


def test_tables(html):
    """A table has a head and cells."""
    page = html(rendered("| a | b |\n|---|---|\n| 1 | 2 |"))
    assert ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"] == page.tags


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$a * b * c$", "a * b * c"),
        ("$a_1 + b_2$ and $c_3$", "a_1 + b_2"),
        ("weights $W_0,\nW_1$", "W_0,\nW_1"),
        (r"$\sigma(z)\,(1 - \sigma(z))$", r"\sigma(z)\,(1 - \sigma(z))"),
        ("$$\n\\frac{a}{b} * c_1 * d_1\n$$", "\\frac{a}{b} * c_1 * d_1"),
        ("text:\n$$x_1 * y_1 * z$$", "x_1 * y_1 * z"),
        ("$a < b$", "a < b"),
    ],
)
def test_formulas_stay_as_they_were_written(source, expected, html):
    """No sign of a formula is taken for Markdown, and its dollar signs are gone."""
    page = html(rendered(source))
    assert expected in page.text
    assert "$" not in page.text
    assert {"p", "code"} >= {*page.tags}


def test_prices_are_no_formulas():
    """Two amounts of money in one line stay text."""
    assert "<p>$5 and $6</p>\n" == rendered("$5 and $6")


@pytest.mark.parametrize(
    ("source", "above", "expected"),
    [
        ("# a\n## b\n# c", 2, [3, 4, 3]),
        ("#### a\n###### b", 2, [3, 4]),
        ("## a", 4, [4]),
        ("###### a", 6, [6]),
        ("#\n# a", 2, [3]),
    ],
)
def test_headings_fit_into_the_page(source, above, expected, html):
    """They begin below the page's own, and no level is left out."""
    found = render(source, {}, above)
    assert expected == html(str(found.html)).levels
    assert expected[-1] == found.level


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "<java\tscript:alert(1)>",
        "\x01javascript:alert(1)",
        "%6aavascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "file:///etc/passwd",
        "//example.org",
        "../../other/activations/activations.html",
    ],
)
@pytest.mark.parametrize("form", ["[go]({})", "[go][a]\n\n[a]: {}", "<{}>", "![go]({})"])
def test_other_links_are_text(address, form, html):
    """An address that could run or load something is no address."""
    page = html(rendered(form.format(address)))
    assert [] == page.values("href") + page.values("src")
    assert "go" in page.text or form == "<{}>"


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_images_of_the_cell_are_shown(kind, html):
    """A picture that was pasted into a cell is part of the page."""
    data = {"my fig.png": {f"image/{kind}": PNG}}
    for source in ("![a *b*](attachment:my%20fig.png)", f"![a b](data:image/{kind};base64,{PNG})"):
        page = html(rendered(source, data))
        assert [f"data:image/{kind};base64,{PNG}"] == page.values("src")
        assert ["a b"] == page.values("alt")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"x": {"image/png": 'AAAA" onerror="alert(1)'}},
        {"x": {"image/svg+xml": PNG}},
        {"x": {"text/html": PNG}},
    ],
)
def test_other_images_are_not_loaded(data, html):
    """What is shown is the description."""
    for address in ("attachment:x", "https://example.org/x.png", "data:image/png;base64,A"):
        page = html(rendered(f"![a plot]({address})", data))
        assert "(image not shown: a plot)" == page.text.strip()


# A busy machine may draw slowly.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_markdown_becomes_html_of_its_own(html, source):
    """Whatever is written, the elements are the renderer's and are closed in order."""
    page = html(rendered(source, {"x": {"image/png": PNG}}))
    page.assert_harmless()
    known = {"p", "em", "strong", "del", "code", "pre", "a", "img", "br", "hr", "blockquote"}
    known |= {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
    assert {*page.tags} <= known | {"h3", "h4", "h5", "h6"}


HOSTILE = {
    "nested brackets": "[" * 5000 + "]" * 5000,
    "nested images": "![" * 4000,
    "links in links": "[" * 2500 + "a" + "](b)" * 2500,
    "spaces": " " * 80_000,
    "spaces in a line": "a" + " " * 80_000 + "b",
    "spaces in a heading": "# a" + " " * 9_000 + "b",
    "other spaces in a heading": "# a" + "\u00a0" * 9_000 + "b",
    "emphasis": "*a **a " * 5000 + "b** b*" * 5000,
    "back quotes": "".join("`" * n + "a" for n in range(140)),
    "quotes": "> " * 5000,
    "lists": "".join(" " * 2 * n + "- a\n" for n in range(90)),
    "dollars": "$a" * 5000,
    "double dollars": "$$\n" * 3000,
    "tables": "|a|b|\n|-|-|\n" * 800,
    "comments": "<!--" * 2500,
    "references": "[a]: b\n" * 1400,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markdown_is_not_slow(source):
    """Each cell takes a fraction of a second; some of these would take minutes."""
    began = time.process_time()
    rendered(source + ".")
    assert time.process_time() - began < 1


def test_what_is_not_parsed_is_shown_as_it_is(html):
    """A cell over a limit is text."""
    source = "**a** <b>" + "[" * 5000
    page = html(rendered(source))
    assert (source, ["pre"]) == (page.text, page.tags)
