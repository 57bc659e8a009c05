"""Where right functions stand in source text: worked answers, alternatives, implementations."""

import ast
import copy
import functools
import importlib
import importlib.util
import inspect
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any, final

from families import FAMILIES
from judging import accepted, identities, problem_sets
from mutations import mutations

ROOT = Path(__file__).parents[3]
BLIND = sorted((ROOT / "tests/grader/blind").glob("*.py"))
ALTERNATIVES = (
    *(file for file in BLIND if not file.stem.startswith("test_")),
    ROOT / "tests/grader/test_right_answers.py",
)
GIVEN = frozenset({"numpy", "math", "functools", "itertools", "collections", "chainrule"})
"""Modules that a worked answer may need; the pictures of a notebook are not drawn."""


@final
@dataclass(frozen=True, eq=False)
class Source:
    """A right function: its text, and the names that it sees."""

    kind: str
    """`worked`, `alternative` or `implementation`."""
    identity: str
    name: str
    file: str
    tree: ast.AST
    namespace: dict[str, Any]

    @functools.cached_property
    def function(self):
        """The function as it is written."""
        return self.defined(self.tree)

    @functools.cached_property
    def mutations(self):
        """Every mutation of the function, in a fixed order."""
        return list(mutations(self.tree, FAMILIES))

    def defined(self, tree):
        """Define the function that a tree says, among the names of this one."""
        names = dict(self.namespace)
        tree = ast.fix_missing_locations(copy.deepcopy(tree))
        file = f"<{self.kind} {self.name}>"
        if isinstance(tree, ast.expr):
            return eval(compile(ast.Expression(tree), file, "eval", dont_inherit=True), names)
        module = ast.Module([tree], [])
        exec(compile(module, file, "exec", dont_inherit=True), names)
        return names[tree.name]


@functools.cache
def worked(problem_set):
    """Return the worked answers of a problem set, by task."""
    file = ROOT / "solutions" / problem_set / f"{problem_set}.py"
    text = file.read_text()
    lines = text.splitlines()
    tree = ast.parse(text)
    names = {}
    kept = [node for node in tree.body if _belongs(node)]
    exec(compile(ast.Module(kept, []), str(file), "exec", dont_inherit=True), names)
    relative = str(file.relative_to(ROOT))
    return {
        node.name: Source("worked", f"{problem_set}/{node.name}", node.name, relative, node, names)
        for node in kept
        if isinstance(node, ast.FunctionDef)
        and any("### BEGIN SOLUTION" in line for line in lines[node.lineno : node.end_lineno])
    }


def _belongs(node):
    """Tell whether a statement of a notebook defines what its answers use."""
    match node:
        case ast.Import(names):
            return all(name.name.partition(".")[0] in GIVEN for name in names)
        case ast.ImportFrom(module):
            return str(module).partition(".")[0] in GIVEN
    return isinstance(node, ast.FunctionDef)


@functools.cache
def alternatives():
    """Return the right answers that the tests know, by task."""
    found = {}
    for file in ALTERNATIVES:
        for source in _corpus(file):
            found.setdefault(source.identity, []).append(source)
    return found


def _corpus(file):
    module = _loaded(file)
    tree = ast.parse(file.read_text())
    definitions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    corpus = "activations" if file.stem == "test_right_answers" else file.stem
    for node in tree.body:
        match node:
            case ast.Assign([ast.Name("RIGHT" | "ANSWERS")], ast.Dict(keys, values)):
                pass
            case _:
                continue
        for key, value in zip(keys, values, strict=True):
            task = ast.literal_eval(key)
            identity = task if "/" in task else f"{corpus}/{task}"
            for name, answer in _answers(value):
                one = definitions.get(answer.id, answer) if isinstance(answer, ast.Name) else answer
                where = str(file.relative_to(ROOT))
                yield Source("alternative", identity, name, where, one, dict(vars(module)))


def _answers(node):
    """Yield the answers in a list, or in a dict, with a name for each."""
    match node:
        case ast.Dict(keys, values):
            for key, value in zip(keys, values, strict=True):
                yield ast.literal_eval(key), value
        case ast.List(elements):
            for i, element in enumerate(elements):
                yield element.id if isinstance(element, ast.Name) else f"number {i + 1}", element


def _loaded(file):
    spec = importlib.util.spec_from_file_location(f"mutated_{file.stem}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def implementations(identity):
    """Return the grader's own right implementations that are plain functions."""
    found = []
    for function in accepted(identity):
        if not isinstance(function, FunctionType) or "<" in function.__qualname__:
            continue
        file = Path(inspect.getsourcefile(function))
        tree = ast.parse(file.read_text())
        node = next(
            (
                n
                for n in tree.body
                if isinstance(n, ast.FunctionDef) and n.name == function.__name__
            ),
            None,
        )
        if node is not None:
            where = str(file.relative_to(ROOT))
            names = {**_of_the_notebook(identity), **function.__globals__}
            found.append(
                Source("implementation", identity, node.name, where, _untyped(node), names)
            )
    return found


def _of_the_notebook(identity):
    answers = worked(identity.partition("/")[0])
    return {name: source.function for name, source in answers.items()}


def _untyped(tree):
    """Take the types out of a function, which Python would look up when it is defined."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef):
            node.returns = None
    return tree


@functools.cache
def sources():
    """Return every right function whose text can be changed, in a fixed order."""
    found = []
    for problem_set in problem_sets():
        for identity in identities(problem_set):
            answer = worked(problem_set)[identity.partition("/")[2]]
            found += [answer, *alternatives().get(identity, ()), *implementations(identity)]
    return found
