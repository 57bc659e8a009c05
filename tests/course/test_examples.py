"""The worked examples of the problem sets are right: the worked answers give these results."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest

SOLUTIONS = Path(__file__).parents[2] / "solutions"
SOURCES = sorted(path for path in SOLUTIONS.glob("*/*.py") if path.stem == path.parent.name)
EXAMPLE = re.compile(r"`(\w+\((?:[^`]*)\)(?:\[\d+\])?)` (?:is|gives) `([^`]+)`")


def examples(source):
    """The calls in a set's examples, each with its result as text."""
    text = re.sub(r"\n# ?", " ", source.read_text(encoding="utf-8"))
    return EXAMPLE.findall(text)


def functions(source):
    """The worked answers of a set."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    kept = (ast.FunctionDef, ast.Import, ast.ImportFrom, ast.ClassDef)
    code = ast.Module([node for node in tree.body if isinstance(node, kept)], [])
    names = {}
    exec(compile(code, str(source), "exec"), names)
    return names


def evaluated(text, names):
    """The value of a call whose lists are arrays."""

    class Arrays(ast.NodeTransformer):
        def visit_List(self, node):
            if any(isinstance(one, ast.Call) for one in ast.walk(node)):
                return self.generic_visit(node)
            return ast.parse(f"_array({ast.unparse(node)})", mode="eval").body

    tree = ast.fix_missing_locations(Arrays().visit(ast.parse(text, mode="eval")))
    return eval(compile(tree, text, "eval"), names | {"_array": _array, "nan": np.nan})


def _array(values):
    """An array, or a list where the items have different shapes or are themselves arrays."""
    try:
        return np.array(values)
    except ValueError:
        return [np.array(one) for one in values]


def digits(text):
    """How many digits after the decimal point the numbers of a text have at most."""
    return max([len(one) for one in re.findall(r"\.(\d+)", text)], default=0)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_examples_are_right(source):
    """To the last digit that is shown."""
    names = functions(source)
    for call, shown in examples(source):
        with np.errstate(all="ignore"):
            actual = evaluated(call, names)
        expected = ast.literal_eval(shown)
        if isinstance(expected, dict):
            assert list(expected) == sorted(actual), call
            actual, expected = [actual[key] for key in expected], list(expected.values())
        np.testing.assert_allclose(
            np.asarray(actual, float),
            np.asarray(expected, float),
            rtol=0,
            atol=0.5001 * 10.0 ** -digits(shown),
            err_msg=call,
        )


def test_many_sets_have_examples():
    """The form is the one that is read here."""
    assert sum(len(examples(source)) for source in SOURCES) >= 60
