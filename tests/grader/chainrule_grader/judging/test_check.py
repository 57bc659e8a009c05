"""`check` is a number to nbgrader, a verdict to a student, and silent otherwise."""

import functools
import json
import re
import subprocess
import sys
import types

import chainrule
import nbformat
import numpy as np
import pytest
from chainrule import activations
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.verdict import Kind
from nbclient import NotebookClient

LOUD = """
def relu(z):
    import os, sys, warnings
    print('said')
    print('complained', file=sys.stderr)
    warnings.warn('careful')
    np.log(np.zeros(1))
    return {}
"""
PREPARE = "import numpy as np\nfrom chainrule_grader import check, hint"
HALF = "def leaky_relu(z, slope=0.1):\n    return np.where(z > 0, z, 0.1 * z)\n"
CELLS = {
    "prepare": PREPARE,
    "right": LOUD.format("np.maximum(z, 0)") + "check('activations/relu', relu)",
    "wrong": LOUD.format("np.abs(z)") + "check('activations/relu', relu)",
    "half": HALF + "check('activations/leaky_relu', leaky_relu)",
    "stub": "def tanh(z):\n    raise NotImplementedError\ncheck('activations/tanh', tanh)",
    "crash": "def step(z):\n    return z.nothing\ncheck('activations/step', step)",
    "loop": "def collapse(w):\n    while True: pass\ncheck('activations/collapse', collapse)",
    "exit": "import sys\ncheck('activations/step', lambda z: sys.exit(0))",
    "printed": "print(check('activations/tanh', np.tanh))",
    "misspelt": "check('activations/rleu', relu)",
    "no-arguments": "check()",
    "precision": "%precision 2\ncheck('activations/leaky_relu', leaky_relu)",
}


@pytest.fixture(scope="module")
def outputs():
    """The outputs of cells that were run in a real kernel."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    NotebookClient(notebook, timeout=60, kernel_name="python3", allow_errors=True).execute()
    return dict(zip(CELLS, (cell.outputs for cell in notebook.cells), strict=True))


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    ("cell", "number", "words"),
    [
        ("right", 1.0, "activations/relu: right"),
        ("wrong", 0.0, "absolute value of negative numbers"),
        ("half", 0.5, "use the argument slope"),
        ("stub", 0.0, "not attempted"),
        ("crash", 0.0, "has no attribute"),
        ("loop", 0.0, "did not finish within"),
        ("exit", 0.0, "SystemExit"),
        ("precision", 0.5, "use the argument slope"),
    ],
)
def test_in_a_notebook(outputs, cell, number, words):
    """A checked cell has one output: the number as plain text, and the verdict as a page."""
    output = outputs[cell][-1]
    assert "execute_result" == output["output_type"]
    assert {"text/plain", "text/html"} == {*output["data"]}
    assert number == float(output["data"]["text/plain"])
    assert words in output["data"]["text/html"]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("cell", ["right", "wrong", "half", "stub", "crash", "loop", "exit"])
def test_nothing_else_comes_out(outputs, cell):
    """Nothing that the function prints or warns is seen, so that no stream costs any points."""
    assert ["execute_result"] == [output["output_type"] for output in outputs[cell]]


def test_a_printed_check(outputs):
    """Whoever prints a check reads the verdict."""
    assert "✓ activations/tanh: right" in outputs["printed"][0]["text"]


@pytest.mark.parametrize("shell", ["python", "ipython"])
def test_in_a_terminal(tmp_path, shell):
    """Without a page the verdict is text."""
    lines = f"{PREPARE}\ncheck('activations/relu', np.abs)\n"
    options = ["-i"] if shell == "python" else ["-m", "IPython", "--colors=NoColor", "-i"]
    done = subprocess.run(
        [sys.executable, *options],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        env={"HOME": str(tmp_path), "IPYTHONDIR": str(tmp_path), "PATH": "", "LANG": "C.UTF-8"},
    )
    assert "✗ activations/relu: a known mistake" in done.stdout
    assert "absolute value of negative numbers" in done.stdout
    assert "<div" not in done.stdout


def test_a_check_is_a_number():
    """The result counts as what it is worth."""
    right, wrong = check("activations/tanh", np.tanh), check("activations/tanh", np.sinh)
    assert (1.0, 0.0, 1.0) == (right, wrong, right + wrong)
    assert isinstance(right, float)
    assert 1.0 == json.loads(json.dumps(right))
    assert "1.00" == f"{right:.2f}"
    assert str(right) == repr(right)


def test_an_unknown_task():
    """The error for a misspelt task names the nearest one."""
    says = "there is no task 'activations/rleu'; did you mean 'activations/relu'?"
    with pytest.raises(registry.UnknownTaskError, match=re.escape(says)):
        check("activations/rleu", np.tanh)


def relu(z):
    """A right answer, whose name is that of a task."""
    return np.maximum(z, 0)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param((), "was given nothing", id="nothing"),
        pytest.param((relu,), "was given a function first", id="function-alone"),
        pytest.param((relu, "activations/relu"), "was given a function first", id="swapped"),
        pytest.param(("activations/relu",), "needs your function as well", id="name-alone"),
        pytest.param(("activations/relu", relu, 3), "and nothing else", id="too-many"),
    ],
)
def test_a_wrong_call_says_how_to_write_it(arguments, says):
    """The sentence says what was given, and has the right call with the function's own name."""
    with pytest.raises(registry.UsageError, match=says) as caught:
        check(*arguments)
    assert str(caught.value).endswith('write check("activations/relu", relu)')
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cell", ["misspelt", "no-arguments"])
def test_a_wrong_call_has_no_traceback_in_a_notebook(outputs, cell):
    """The error's output is one line, and the cell counts as failed."""
    (output,) = outputs[cell]
    assert "error" == output["output_type"]
    (line,) = output["traceback"]
    assert f"{output['ename']}: {output['evalue']}" == line


def _imports(z):
    from chainrule.activations import tanh

    return tanh(z)


def _imports_deep_inside(z):
    def inner():
        import chainrule.activations as a

        return a.tanh(z)

    return inner()


def _imports_what_is_not_there(z):
    try:
        import torch
    except ImportError:
        return np.tanh(z)
    return torch.tanh(z)


ch = chainrule
alias = activations.tanh
keras = types.SimpleNamespace(tanh=np.tanh)
autograd = np.tanh
torch = 2.0


def _uses_keras(z):
    return keras.tanh(z)


def _uses_autograd_and_torch(z):
    return autograd(z) * torch / 2


class Chainrule:
    """A class of the student's own with an unfortunate name."""

    def __call__(self, z):
        return np.tanh(z)

    def tanh(self, z):
        return np.tanh(z)


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(activations.tanh, id="the-reference"),
        pytest.param(activations.tanh.__call__, id="its-method"),
        pytest.param(activations.relu.derivative, id="another-method"),
        pytest.param(type(activations.tanh), id="its-class"),
        pytest.param(activations.get, id="a-function-of-the-library"),
        pytest.param(_imports, id="import"),
        pytest.param(_imports_deep_inside, id="import-deep-inside"),
        pytest.param(_imports_what_is_not_there, id="import-that-may-fail"),
        pytest.param(lambda z: chainrule.activations.tanh(z) + 0, id="attribute"),
        pytest.param(lambda z: ch.activations.tanh(z) + 0, id="module-alias"),
        pytest.param(lambda z: alias(z) + 0, id="function-alias"),
        pytest.param(lambda z: [activations.tanh(v) for v in z], id="in-a-comprehension"),
    ],
)
def test_forbidden(function):
    """Whoever leans on the library is told so, and earns nothing."""
    result = check("activations/tanh", function)
    assert (Kind.FORBIDDEN, 0) == (result.verdict.kind, result)
    assert result.verdict.sentence.startswith("tanh uses ")
    assert result.verdict.sentence.endswith(", which may not be used in an answer.")


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(np.tanh, id="numpy"),
        pytest.param(lambda z: np.tanh(z) + 0, id="numpy-inside"),
        pytest.param(_uses_keras, id="variable-keras"),
        pytest.param(_uses_autograd_and_torch, id="variables-autograd-and-torch"),
        pytest.param(Chainrule(), id="object"),
        pytest.param(Chainrule().tanh, id="method"),
        pytest.param(functools.partial(Chainrule().tanh), id="partial"),
        pytest.param(np.vectorize(np.tanh), id="vectorized"),
    ],
)
def test_not_forbidden(function):
    """A name alone is no offence, and NumPy's own function is an answer."""
    assert Kind.CORRECT == check("activations/tanh", function).verdict.kind


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (relu(np.ones(2)), "an array"),
        (relu(np.float64(2)), "a float64"),
        (None, "None"),
        (5, "an integer"),
        ("tanh", "a string"),
        ([np.tanh], "a list"),
    ],
)
def test_the_function_is_needed_and_not_its_result(given, words):
    """The verdict says what was given and how to write the call, and stops nothing."""
    result = check("activations/tanh", given)
    assert (Kind.CRASHED, 0) == (result.verdict.kind, result)
    sentence = result.verdict.sentence
    assert sentence.startswith(f"You gave {words}, not a function. Give the function itself")
    assert sentence.endswith('check("activations/tanh", tanh).')
