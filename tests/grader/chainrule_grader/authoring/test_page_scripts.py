"""A bundle that was not built from the present sources is found, without Node."""

import hashlib

import pytest
from chainrule_grader.authoring import page_scripts


@pytest.fixture
def repository(tmp_path):
    """A repository with a source, a library beside `node_modules`, and a bundle built from them."""
    sources = tmp_path / page_scripts.SOURCES
    bundle = tmp_path / "lib/chainrule_widgets/mine.js"
    for path in (sources / "mine.js", sources / "drawing/line.js", bundle):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"// {path.name}")
    names = ("mine.js", "drawing/line.js", "../chainrule_widgets/mine.js")
    digests = [(hashlib.sha256((sources / name).read_bytes()).hexdigest(), name) for name in names]
    text = "".join(f"{digest}  {name}\n" for digest, name in digests)
    (tmp_path / page_scripts.DIGESTS).write_text(text)
    return tmp_path


def found(repository):
    return [str(path.relative_to(repository)) for path in page_scripts.outdated(repository)]


def test_nothing_changed(repository):
    """Sources and bundles are as they were built; tests and installed packages do not count."""
    for name in ("mine.test.js", "vitest.config.js", "node_modules/other/index.js"):
        path = repository / page_scripts.SOURCES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("// no part of any bundle")
    assert [] == found(repository)


@pytest.mark.parametrize(
    "name",
    [
        "lib/page_scripts/drawing/line.js",
        "lib/page_scripts/another.js",
        "lib/chainrule_widgets/mine.js",
        "lib/chainrule_widgets/left_over.js",
    ],
)
def test_changed_or_new(repository, name):
    """A source that was edited or added is named, and so is a bundle that no build has made."""
    (repository / name).write_text("// edited")
    assert [name] == found(repository)


@pytest.mark.parametrize("name", ["lib/page_scripts/mine.js", "lib/chainrule_widgets/mine.js"])
def test_missing(repository, name):
    """A source or a bundle that was deleted is named."""
    (repository / name).unlink()
    assert [name] == found(repository)


def test_course_without_sources(tmp_path):
    """An instructor's course has no page scripts, and nothing to build."""
    assert [] == page_scripts.outdated(tmp_path)


def test_committed_bundles(root):
    """The committed bundles were built from the committed sources."""
    assert [] == page_scripts.outdated(root)
