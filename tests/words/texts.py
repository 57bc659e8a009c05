"""Find the text that people read: lectures, problem sets, verdicts, explorables and pages.

Formulas, code and links are replaced by one word each, so that a sentence keeps its form.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AREAS = ("verdicts", "lectures", "sets", "explorables", "pages")
"""Where text stands: sentences of the judge and hints, and so on; `pages` are Markdown files."""
PAGES = (
    *("README.md", "course/CONCEPTS.md", "course/SOURCES.md"),
    *(".github/CONTRIBUTING.md", ".github/GALLERY.md", ".github/SECURITY.md"),
)
FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+(?:\n[^$\n]+)?\$", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
TAG = re.compile(r"<[^>\n]+>")
JS_TEXT = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)


@dataclass(frozen=True)
class Text:
    """A text, and where it stands."""

    area: str
    place: str
    text: str


def texts(root: Path) -> Iterator[Text]:
    """Yield all texts that people read."""
    yield from _percent(root, "lectures", [*root.glob("course/lectures/*.py")])
    yield from _percent(root, "lectures", [root / "course" / "glossary.py"])
    yield from _percent(root, "sets", [*root.glob("solutions/*/*.py")])
    for area, folder in (
        ("verdicts", "grader/chainrule_grader/tasks"),
        ("verdicts", "grader/chainrule_grader/judging"),
        ("explorables", "lib/chainrule_widgets"),
    ):
        for path in sorted((root / folder).rglob("*.py")):
            yield from _constants(area, path.relative_to(root), path.read_text(encoding="utf-8"))
    for path in sorted((root / "lib" / "page_scripts").rglob("*.js")):
        if "node_modules" not in path.parts and ".test." not in path.name:
            yield from _scripts(path.relative_to(root), path.read_text(encoding="utf-8"))
    for name in PAGES:
        text = (root / name).read_text(encoding="utf-8")
        yield from (Text("pages", name, plain(part)) for part in text.split("\n\n"))


def _percent(root: Path, area: str, paths: list[Path]) -> Iterator[Text]:
    """Yield the Markdown of percent sources, and the sentences in their code."""
    for path in sorted(paths):
        place = path.relative_to(root)
        cells = re.split(r"^# %%", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        for cell in cells:
            head, _, body = cell.partition("\n")
            if "[markdown]" in head:
                text = re.sub(r"^# ?", "", body, flags=re.MULTILINE)
                for part in re.split(r"\n\s*\n|\n(?=[*|-] )", text):
                    yield Text(area, str(place), plain(part))
            else:
                yield from _constants(area, place, body, with_docstrings=area == "sets")


def _constants(
    area: str, place: Path, source: str, *, with_docstrings: bool = False
) -> Iterator[Text]:
    """Yield the strings of Python code that have several words; docstrings only on request."""
    tree = ast.parse(source)
    hidden: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            expressions = [one.value for one in body if isinstance(one, ast.Expr)]
            hidden |= set() if with_docstrings else {id(one) for one in expressions}
        if isinstance(node, ast.JoinedStr):
            hidden |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [one.value if isinstance(one, ast.Constant) else "N" for one in node.values]
            yield from _phrase(area, place, "".join(map(str, parts)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _phrase(area, place, node.value)


def _scripts(place: Path, source: str) -> Iterator[Text]:
    """Yield the strings of JavaScript that have several words."""
    for match in JS_TEXT.finditer(JS_COMMENT.sub("", source)):
        text = next(group for group in match.groups() if group is not None)
        yield from _phrase("explorables", place, re.sub(r"\$\{[^{}]*\}", "N", text))


def _phrase(area: str, place: Path, text: str) -> Iterator[Text]:
    """Yield a string if people read it: it has two words or more, and is no code."""
    is_code = re.search(r"[{};]\s|=>|\bimport\b|\(\?|^\s*[.#<\[@]|^[\w./-]+$|px\b|__|\\[dws]", text)
    if not is_code and re.search(r"[A-Za-z]{2,} [A-Za-z(]{1,}", text):
        yield Text(area, str(place), plain(text))


def plain(text: str) -> str:
    """Return a text without its formulas, code, links and tags."""
    text = FORMULA.sub("x", CODE.sub("code", text))
    text = TAG.sub("", LINK.sub(r"\1", text))
    text = re.sub(r"^(#+|>|\*|\||-) +", "", text, flags=re.MULTILINE)
    return re.sub(r"\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)", "", " ".join(text.split()))


def sentences(text: str) -> list[str]:
    """Divide a text into its sentences."""
    return [one.strip() for one in re.split(r"(?<=[.!?:])\s+(?=[A-Z“(])", text) if one.strip()]
