"""A large notebook loses what is not read, byte by byte, and everything else stays."""

import json
import time

import pytest
from chainrule_grader.submissions.large_files import NotReadableError, without_outputs

CELL = {
    "cell_type": "code",
    "id": "relu",
    "metadata": {"nbgrader": {"grade_id": "relu", "more": ["}", '"', "\\"]}},
    "source": ['a = "]}"\n', "b = '\\\\'\n", "ü→"],
    "outputs": [{"data": {"image/png": "A" * 1000, "text/plain": ["[", '"]']}}],
    "attachments": {"x.png": {"image/png": "A" * 1000}},
    "execution_count": 3,
}
KEPT = {name: CELL[name] for name in ("cell_type", "id", "metadata", "source")}
NOTEBOOK = {
    "metadata": {"widgets": {"state": ["{"] * 100}},
    "nbformat": 4,
    "nbformat_minor": 5,
    "cells": [CELL, {}, CELL | {"metadata": {}}],
}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_grading_reads_is_kept(indent, ascii_only, mark):
    """Outputs, attachments and the states of widgets are dropped, however the file is written."""
    text = json.dumps(NOTEBOOK, indent=indent, ensure_ascii=ascii_only).encode()
    expected = {"nbformat": 4, "cells": [KEPT, {}, KEPT | {"metadata": {}}]}
    assert expected == json.loads(without_outputs(mark + text))


def test_format_3_has_its_cells_in_worksheets():
    """Its code is in `input`."""
    cell = {"cell_type": "code", "input": ["1"], "outputs": [{"text": "A" * 100}]}
    old = {"nbformat": 3, "worksheets": [{"metadata": {}, "cells": [cell]}]}
    kept = [{"cells": [{"cell_type": "code", "input": ["1"]}]}]
    assert {"nbformat": 3, "worksheets": kept} == json.loads(
        without_outputs(json.dumps(old).encode())
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"cells": [', b'{"cells": [{}', b'{"a"}', b'{"a": }', b"\0" * 100],
)
def test_what_is_no_notebook_is_refused(content):
    """A broken file is no notebook without outputs."""
    with pytest.raises(NotReadableError):
        without_outputs(content)


@pytest.mark.parametrize(
    "content",
    [
        b'{"metadata": ' + b"[" * 2_000_000,
        b'{"metadata": [' + b"[]," * 5_000_000,
        b'{"metadata": "' + b"\\n" * 10_000_000,
        b'{"cells": [' + b"{}," * 5_000_000,
        b"{" + b'"a":1,' * 5_000_000,
        b"{" + b" " * 20_000_000,
    ],
    ids=["deep", "brackets", "escapes", "cells", "keys", "spaces"],
)
def test_hostile_files_take_little_time(content):
    """Time is limited by the number of parts, and no part is read twice."""
    began = time.process_time()
    with pytest.raises(NotReadableError):
        without_outputs(content)
    assert time.process_time() - began < 15
