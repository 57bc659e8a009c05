r"""Markdown of a student runs nothing, whoever renders it."""

import re
from html.parser import HTMLParser

import pytest
from chainrule_grader.markup.harmless import as_written, attachment_name, harmless
from hypothesis import given
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import markdown2html_mistune

RUNS = re.compile(r"\s*(?:javascript|vbscript|data:text|data:image/svg|file)", re.IGNORECASE)
COMMAND = re.compile(r"\\(?:href|require|style|class|cssId|csname|mmlToken|data|html)")


class Page(HTMLParser):
    """What a browser makes of a page: its elements, addresses, and the text that MathJax sees."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.addresses, self.text = set(), [], ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attributes if name in {"href", "src"}]

    def handle_data(self, data):
        # A browser leaves out what is no character.
        self.text += data.replace("\0", "")


def assert_runs_nothing(source):
    """Check the page that nbconvert makes, as nbgrader and its formgrader do."""
    page = Page(markdown2html_mistune(source))
    assert not page.tags & {"script", "iframe", "object", "embed", "form", "svg", "style", "link"}
    assert [] == [one for one in page.addresses if RUNS.match(one)]
    assert [] == [one for one in page.addresses if one.startswith("attachment:")]
    assert not COMMAND.search(page.text)


HOSTILE = {
    "link": "[x](javascript:alert(1))",
    "case": "[x](JaVaScRiPt:alert(1))",
    "spaces": "[x](   javascript:alert(1))",
    "line": "[x](\njavascript:alert(1))",
    "angle brackets": "[x](<javascript:alert(1)>)",
    "entity": "[x](java&#115;cript:alert(1))",
    "entity of the colon": "[x](javascript&colon;alert(1))",
    "entity without its end": "[x](&#106avascript:alert(1))",
    "tab entity": "[x](java&Tab;script:alert(1))",
    "zero": "[x](java\0script:alert(1))",
    "control character": "[x](\x01javascript:alert(1))",
    "vbscript": "[x](vbscript:msgbox(1))",
    "data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "svg": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "file": "[x](file:///etc/passwd)",
    "reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "reference on a line": "[x][y]\n\n[y]:\n  javascript:alert(1)",
    "shortcut": "[y]\n\n[y]: javascript:alert(1) 'title'",
    "autolink": "<javascript:alert(1)>",
    "html": "<a href='javascript:alert(1)'>x</a><script>alert(1)</script>",
    "html by entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "image": "![x](javascript:alert(1))",
    "in a table": "|a|b|\n|-|-|\n|[x](javascript:alert(1))|1|",
    "in a list": "* [x](javascript:alert(1))\n1. [x](javascript:alert(1))",
    "nested": "[![x](javascript:alert(1))](javascript:alert(2))",
    "formula": r"$\href{javascript:alert(1)}{x}$",
    "displayed formula": "$$\n\\href{javascript:alert(1)}{x}\n$$",
    "environment": "\\begin{align}\\href{javascript:alert(1)}{x}\\end{align}",
    "escaped formula": r"\$\\href{javascript:alert(1)}{x}\$",
    "formula of entities": "&#36;&#92;href{javascript:alert(1)}{x}&#36;",
    "formula of names": "&dollar;&bsol;href{javascript:alert(1)}{x}&dollar;",
    "formula with a zero": "$\\hr\0ef{javascript:alert(1)}{x}$",
    "require": r"$\require{html}\style{color:red}{x}$",
    "missing attachment": "![x](attachment:nope.png)",
    "missing attachment by entity": "![x](attachmen&#116;:nope.png)",
    "attachment by reference": "![x][y]\n\n[y]: attachment:nope.png",
    "digits": "&#" + "9" * 5000 + ";",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_runs(kind):
    """Neither a link, nor HTML, nor a formula; and a missing image does not end the page."""
    assert_runs_nothing(harmless(HOSTILE[kind]))


@pytest.mark.parametrize("kind", ["link", "reference", "html", "formula of names", "svg"])
def test_without_it_something_would(kind):
    """The check sees what nbconvert lets through."""
    with pytest.raises(AssertionError):
        assert_runs_nothing(HOSTILE[kind])


PIECES = [
    *("[x]", "(", ")", "]", "[", ":", "\n", " ", "<", ">", "!", "\\", "$", "`", "*", "\0", "&"),
    *("javascript:alert(1)", "data:text/html,x", "href{javascript:1}{x}", "attachment:a", "#106;"),
    *("&#36;", "&bsol;", "&colon;", "https://x.org/", "\ud800", "\u200b", "\r", "\t", "x"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_nothing_runs_whatever_it_is_made_of(source):
    """Any text of the pieces from which attacks are made."""
    assert_runs_nothing(harmless(source))


@pytest.mark.parametrize(
    "source",
    [
        "A **bold** answer, 3 > 2 and R & D.",
        "[a link](https://example.org/?a=1&b=2) and [mail](mailto:a@b.org) and [up](#top)",
        "[a file](data/mine.csv) and [a reference][r]\n\n[r]: https://example.org",
        "$$\\begin{aligned} a &= b \\\\ c &=d \\end{aligned}$$",
        "![mine](attachment:a.png)",
        "![mine](data:image/png;base64,iVBORw0KGgo=)",
        "a[0]: the first\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "`x[0](1)`",
    ],
)
def test_what_a_student_writes_stays(source):
    """Ordinary Markdown looks as it was written."""
    shown = harmless(source, {"a.png"})
    before, after = (Page(_without_images(text)) for text in (source, shown))
    assert (before.tags, before.text) == (after.tags, after.text.replace("\u200b", ""))
    assert before.addresses == after.addresses
    assert source == as_written(shown)


def _without_images(source):
    return markdown2html_mistune(source.replace("attachment:", "pictures/"))


def test_an_image_with_an_unusual_name_is_found():
    """JupyterLab puts a name with spaces in angle brackets."""
    assert "my_picture__1_.png" == attachment_name("my%20picture (1).png")
    source = "![x](<attachment:my picture.png>) ![y](attachment:a%20b.png)"
    shown = harmless(source, {"my_picture.png", "a_b.png"})
    assert "![x](attachment:my_picture.png) ![y](attachment:a_b.png)" == shown
