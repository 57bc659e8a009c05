"""Feed the pages with the Markdown that a coverage-guided fuzzer invents.

    uv run --with atheris python tests/fuzz/markdown.py -max_total_time=180

Neither nbconvert's page, which nbgrader shows, nor ours has anything in it that runs.
"""

import sys
from html.parser import HTMLParser

import atheris

with atheris.instrument_imports(include=["mistune", "chainrule_grader.markup"]):
    from chainrule_grader.markup.harmless import COMMAND, harmless
    from chainrule_grader.markup.markdown import render
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

SEEDS = (
    "[x](javascript:alert(1)) ![y](attachment:a.png)\n\n[z]: data:text/html,1",
    r"$\href{javascript:alert(1)}{x}$ &#36;&bsol;href &lt;b&gt; <script>alert(1)</script>",
    "| a | b |\n|---|---|\n| [x](vbscript:1) | **2** |\n\n* one\n  1. two\n\n> `code`",
)
RUNS = ("javascript:", "vbscript:", "data:text", "data:image/svg", "file:", "attachment:")


class Page(HTMLParser):
    """Fails at what a browser would run."""

    def handle_starttag(self, tag, attributes):
        assert tag not in {"script", "iframe", "object", "embed", "form", "svg", "style"}
        for name, value in attributes:
            assert not name.startswith("on")
            assert not (value or "").strip().lower().startswith(RUNS)

    def handle_data(self, data):
        assert not COMMAND.search(data.replace("\0", ""))


def one_text(data):
    """Render a text in both ways."""
    source = data.decode(errors="surrogateescape" if len(data) % 2 else "replace")
    Page().feed(markdown2html_mistune(harmless(source)))
    render(source, {}, 2).html.encode(errors="replace")


def main():
    """Fuzz until the time is up."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as corpus:
        for number, text in enumerate(SEEDS):
            (Path(corpus) / str(number)).write_text(text)
        atheris.Setup([*sys.argv, corpus], one_text)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
