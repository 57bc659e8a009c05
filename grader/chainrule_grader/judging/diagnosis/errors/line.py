"""The line of a student's code that raised an error, as a syntax tree."""

from __future__ import annotations

import ast
import functools
import re
import warnings
from dataclasses import dataclass, field
from typing import Final, TypeVar

Node = TypeVar("Node", bound=ast.AST)

COMPLETE: Final = 120
"""A failure's line of this length may be cut off."""
CODE_LENGTH: Final = 40
CODE_WORDS: Final = 6
BRANCH: Final = re.compile(r"(?:else|try|finally) ?: ?|el(?=if\b)")
"""What can stand before a statement on its line without being a part of it."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line of code; a line that is no whole statement has no nodes."""

    source: str = ""
    nodes: tuple[ast.AST, ...] = field(default=(), repr=False)

    def find(self, *types: type[Node]) -> list[Node]:
        """Return the nodes of these types, outer nodes first."""
        return [node for node in self.nodes if isinstance(node, types)]

    def calls(self, *names: str) -> list[ast.Call]:
        """Return the calls of functions with these dotted names."""
        return [call for call in self.find(ast.Call) if dotted_name(call.func) in names]

    def loops(self) -> list[ast.For | ast.comprehension]:
        """Return the loops, also those in brackets."""
        return [*self.find(ast.For), *self.find(ast.comprehension)]

    def operations(self) -> list[ast.BinOp | ast.AugAssign]:
        """Return the operations with two operands, also those such as `+=`."""
        return [*self.find(ast.BinOp), *self.find(ast.AugAssign)]

    def has_name(self, name: str) -> bool:
        """Return whether the line reads or assigns a variable of this name."""
        return any(node.id == name for node in self.find(ast.Name))

    def code(self, node: ast.AST, instead: str) -> str:
        """Quote the code of a node in backquotes, or return `instead` if it is long."""
        return _quote(ast.get_source_segment(self.source, node) or "") or instead

    def statement(self) -> str:
        """Quote the whole line in backquotes without its comment, or return "" if it is long."""
        code = self.source.partition("\n")[0]
        if "#" in code:
            code = ast.get_source_segment(self.source, self.nodes[1]) or "" if self.nodes else ""
        return _quote(code.removesuffix(":"))

    def only(self, nodes: list[Node], instead: str) -> str:
        """Quote the code of the only node in a list, or return `instead`."""
        return self.code(nodes[0], instead) if len(nodes) == 1 else instead


@functools.lru_cache(maxsize=16)
def read_line(text: str) -> Line:
    """Parse a line; the tree is that of the statement that begins on it."""
    if not text or len(text) >= COMPLETE:
        return Line()
    source = BRANCH.sub("", text, count=1) if BRANCH.match(text) else text
    for whole in (source, f"{source}\n pass"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return Line(whole, tuple(ast.walk(ast.parse(whole))))
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            continue
    return Line(source)


def _quote(code: str) -> str:
    fits = 0 < len(code) <= CODE_LENGTH and len(code.split()) <= CODE_WORDS
    return f"`{code}`" if fits and code.isprintable() and "`" not in code else ""


def dotted_name(node: ast.expr) -> str:
    """Return a name such as `max` or `np.linalg.norm`; a method of an expression is `.sum`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted_name(node.value)}.{node.attr}"
    return ""
