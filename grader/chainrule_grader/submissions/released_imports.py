"""What the released notebook imports, which an edited notebook may have lost."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from chainrule_grader.submissions.release import Release


@dataclass(frozen=True)
class ReleasedImports:
    """The imports of a released notebook."""

    source: str = ""
    """Python that makes the imports, and does not fail where a module is missing."""
    modules: Mapping[str, str] = field(default_factory=dict)
    """The modules, by their names in the notebook."""


def released_imports(release: Release | None) -> ReleasedImports:
    """Return what the ordinary cells of a release import at their top level."""
    if release is None:
        return ReleasedImports(modules={"np": "numpy"})
    return _imports(release.text)


@functools.lru_cache(maxsize=32)
def _imports(text: str) -> ReleasedImports:
    statements = list(_statements(Release("", text)))
    attempts = [
        f"try:\n    {ast.unparse(one)}\nexcept ImportError:\n    pass" for one in statements
    ]
    names = [name for one in statements if isinstance(one, ast.Import) for name in one.names]
    modules = {name.asname: name.name for name in names if name.asname}
    modules |= {name.name: name.name for name in names if "." not in name.name and not name.asname}
    return ReleasedImports("\n".join(attempts), modules)


def _statements(release: Release) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports; a cell in IPython's own syntax has none."""
    for cell in release.cells:
        if cell.kind != "code" or cell.grade_id:
            continue
        try:
            body = ast.parse(cell.source).body
        except SyntaxError:
            continue
        yield from (one for one in body if isinstance(one, ast.Import | ast.ImportFrom))
