"""A file that is not a notebook is refused with one clear line; of a notebook, cells are read."""

import json
import os
from pathlib import Path

import pytest
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import LARGEST, UnreadableError, read_cells, read_file


def cell(source="", grade_id=None, kind="code", **more):
    """A cell of a notebook."""
    metadata = {} if grade_id is None else {"nbgrader": {"grade_id": grade_id}}
    return {"cell_type": kind, "source": source, "metadata": metadata, **more}


RELU = cell("def relu(z): pass", "relu")


def notebook(*cells, **more):
    """A notebook."""
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **more}


def written(path, content):
    """Write a file's content, which is text, bytes or JSON."""
    if isinstance(content, (str, bytes)):
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    else:
        path.write_text(json.dumps(content))
    return path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("", "it is empty", id="empty"),
        pytest.param(" \n", "it is empty", id="blank"),
        pytest.param(json.dumps(notebook(RELU))[:-9], "it is broken off", id="truncated"),
        pytest.param("def relu(z): pass", "no notebook at all", id="python"),
        pytest.param(b"\x89PNG\r\n\x00\xff", "no notebook at all", id="binary"),
        pytest.param(b"\xff\xfe{\x00", "no notebook at all", id="utf-16"),
        pytest.param("[" * 10**6, "no notebook at all", id="deep"),
        pytest.param('{"a":' * 10**5, "no notebook at all", id="deep-objects"),
        pytest.param('{"nbformat": ' + "1" * 5000 + "}", "no notebook at all", id="digits"),
        pytest.param([], "it is JSON, but no notebook", id="list"),
        pytest.param({}, "it does not say its format", id="object"),
        pytest.param("null", "it is JSON, but no notebook", id="null"),
        pytest.param(notebook(nbformat="4"), "it does not say its format", id="format-text"),
        pytest.param(notebook(nbformat=3), "notebook format 3, and format 4", id="format-3"),
        pytest.param(notebook(nbformat=5), "notebook format 5, and format 4", id="format-5"),
        pytest.param({"nbformat": 4}, "no list of at most", id="no-cells"),
        pytest.param(notebook() | {"cells": {}}, "no list of at most", id="cells-no-list"),
        pytest.param(notebook(*[RELU] * 2001), "no list of at most 2000", id="many-cells"),
        pytest.param(notebook(RELU, "cell"), "one of its cells is no cell", id="cell-of-text"),
        pytest.param(notebook(RELU, cell(5)), "is no text", id="source-number"),
        pytest.param(notebook(RELU, cell(["a", 5])), "is no text", id="source-numbers"),
        pytest.param(notebook(RELU, cell({"a": "b"})), "is no text", id="source-object"),
    ],
)
def test_bad_notebooks(tmp_path, content, says):
    """What cannot be marked is told in one line, without anything of the file in it."""
    with pytest.raises(UnreadableError) as caught:
        read(written(tmp_path / "bad.ipynb", content))
    _assert_one_line(str(caught.value), says)


def _assert_one_line(line, says):
    assert says in line
    assert 10 <= len(line) <= 100
    assert line.isprintable()


def _large(path):
    path.write_bytes(b"")
    os.truncate(path, 50 * 2**20)


def _link(path):
    path.symlink_to(written(path.with_name("other.ipynb"), notebook(RELU)))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda _path: None, "cannot be opened: No such file", id="missing"),
        pytest.param(lambda path: path.mkdir(), "it is a directory", id="directory"),
        pytest.param(os.mkfifo, "it is no file", id="fifo"),
        pytest.param(_large, "it has 50.0 MB, and at most 10 MB are read", id="large"),
        pytest.param(_link, "it is a symbolic link", id="link"),
        pytest.param(lambda path: path.symlink_to("/dev/zero"), "symbolic link", id="device-link"),
        pytest.param(lambda path: path.symlink_to(path), "symbolic link", id="circle"),
    ],
)
def test_bad_files(tmp_path, make, says):
    """What is no regular file of reasonable size is not opened, and nothing hangs."""
    path = tmp_path / "bad.ipynb"
    make(path)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    _assert_one_line(str(caught.value), says)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_devices(path):
    """A device is no notebook."""
    with pytest.raises(UnreadableError, match="it is no file"):
        read(Path(path))


def test_a_name_that_is_too_long(tmp_path):
    """Even the name may be at fault."""
    with pytest.raises(UnreadableError, match="File name too long"):
        read(tmp_path / ("x" * 300))


def read(path):
    """Read the cells of a file."""
    return read_cells(read_file(path))


def cells_of(tmp_path, *cells):
    """Read a notebook of these cells."""
    return read(written(tmp_path / "good.ipynb", notebook(*cells)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\nb", "a\nb"),
        (["a\n", "b"], "a\nb"),
        ([], ""),
        ("", ""),
        ("ünï→", "ünï→"),
    ],
)
def test_sources(tmp_path, source, expected):
    """A cell's text may be one string or a list of lines."""
    assert expected == cells_of(tmp_path, cell(source, "relu"))[0].source


def test_a_cell_without_source(tmp_path):
    """A cell may leave out everything but its id."""
    bare = {"metadata": {"nbgrader": {"grade_id": "relu"}}}
    assert Cell("raw", "", "relu") == cells_of(tmp_path, bare)[0]


def test_a_byte_order_mark(tmp_path):
    """An editor's mark before the JSON is no reason to refuse a notebook."""
    content = b"\xef\xbb\xbf" + json.dumps(notebook(RELU)).encode()
    assert 1 == len(read(written(tmp_path / "bom.ipynb", content)))


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        [],
        "x",
        {"nbgrader": None},
        {"nbgrader": []},
        {"nbgrader": {"grade_id": 5}},
        {"nbgrader": {"grade_id": ["relu"]}},
        {"nbgrader": {"grade_id": None}},
        {"nbgrader": {"grade_id": {"a": 1}}},
    ],
    ids=str,
)
def test_odd_metadata(tmp_path, metadata):
    """A cell whose metadata is odd is a cell without an id."""
    odd = cell("x = 1") | {"metadata": metadata}
    assert Cell("code", "x = 1") == cells_of(tmp_path, odd, RELU)[0]


def test_what_a_file_claims_of_itself_is_not_used(tmp_path):
    """Points, outputs, locks and other lies are not even read."""
    lies = {
        "nbgrader": {"grade_id": "check-relu", "points": 1000, "grade": False, "locked": False},
        "score": 1.0,
    }
    outputs = [{"output_type": "execute_result", "data": {"text/plain": "1.0"}}]
    lying = {"cell_type": "code", "source": "1.0", "metadata": lies, "outputs": outputs}
    found = cells_of(tmp_path, RELU, lying)[1]
    assert (Cell("code", "1.0", "check-relu"), "relu") == (found, found.task)


@pytest.mark.parametrize("kind", ["heading", 5, None, ["code"], {}])
def test_unknown_kinds_of_cells(tmp_path, kind):
    """A cell of no known kind is not run."""
    assert "raw" == cells_of(tmp_path, cell("x", "relu", kind=kind))[0].kind


def test_outputs_do_not_count(tmp_path):
    """A notebook of a few lines is read, whatever it has drawn."""
    drawn = RELU | {"outputs": [{"data": {"image/png": "A" * LARGEST}}]}
    assert [Cell("code", RELU["source"], "relu")] == cells_of(tmp_path, drawn)


def test_text_counts(tmp_path):
    """What a student wrote, or somebody for them, is limited."""
    with pytest.raises(UnreadableError, match="at most 10 MB are read, not counting outputs"):
        cells_of(tmp_path, cell("#" * (LARGEST + 1), "relu"))


def test_format_3(tmp_path):
    """An old program's file has the same cells."""
    code = {"cell_type": "code", "input": "x = 1", "metadata": {}}
    heading = {"cell_type": "heading", "level": 1, "source": "Title", "metadata": {}}
    old = {"nbformat": 3, "worksheets": [{"cells": [heading]}, {"cells": [code]}]}
    found = read(written(tmp_path / "old.ipynb", old))
    assert [Cell("raw", "Title"), Cell("code", "x = 1")] == found


@pytest.mark.parametrize("sheets", [None, 5, {}, [None], [{"cells": 5}], []])
def test_odd_worksheets(tmp_path, sheets):
    """A file of format 3 without cells is refused."""
    with pytest.raises(UnreadableError, match="it is of notebook format 3"):
        read(written(tmp_path / "old.ipynb", {"nbformat": 3, "worksheets": sheets}))


def test_line_ends_and_marks(tmp_path):
    """Lines end as on Unix, and a mark before a text is dropped."""
    found = cells_of(tmp_path, cell("\ufeffa\r\nb\rc\n", "relu"))
    assert "a\nb\nc\n" == found[0].source


def test_the_largest_file(tmp_path):
    """A file just as large as is allowed is read."""
    text = json.dumps(notebook(RELU))
    assert 1 == len(read(written(tmp_path / "l.ipynb", text.ljust(LARGEST))))
