"""Notebooks whose files lie: each function takes an honest notebook and returns a forged one."""

import copy
import json


def _cells(notebook):
    forged = copy.deepcopy(notebook)
    return forged, {
        cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in forged["cells"]
    }


def points(notebook):
    """Every cell claims to be worth a thousand points."""
    forged, cells = _cells(notebook)
    for name, cell in cells.items():
        if name:
            cell["metadata"]["nbgrader"]["points"] = 1000
    return forged


def outputs(notebook):
    """Every check cell comes with a verdict that says that all is right."""
    forged, cells = _cells(notebook)
    verdict = {"task": "activations/relu", "kind": "correct", "score": 1.0, "sentence": "Right."}
    for name, cell in cells.items():
        if name and name.startswith("check-"):
            data = {"text/plain": "1.0", "application/vnd.chainrule.verdict+json": verdict}
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "data": data,
                    "metadata": {},
                    "execution_count": 1,
                }
            ]
    return forged


def checks(notebook):
    """Every check cell is exchanged for a number."""
    forged, cells = _cells(notebook)
    for name, cell in cells.items():
        if name and name.startswith("check-"):
            cell["source"] = "1.0"
    return forged


def other_checks(notebook):
    """The check of relu looks at step instead."""
    forged, cells = _cells(notebook)
    cells["check-relu"]["source"] = 'check("activations/step", step)'
    return forged


def unlocked(notebook):
    """The check cells are ordinary cells, and their ids are gone."""
    forged, cells = _cells(notebook)
    for name, cell in cells.items():
        if name and name.startswith("check-"):
            del cell["metadata"]["nbgrader"]
    return forged


def manual(notebook):
    """The check cells ask to be marked by hand, as solutions."""
    forged, cells = _cells(notebook)
    for name, cell in cells.items():
        if name:
            cell["metadata"]["nbgrader"] |= {"grade": False, "solution": True, "locked": False}
    return forged


def exchanged(notebook):
    """The check of relu stands where step is, and the other way round."""
    forged, cells = _cells(notebook)
    ids = [cells[name]["metadata"]["nbgrader"] for name in ("check-step", "check-relu")]
    ids[0]["grade_id"], ids[1]["grade_id"] = ids[1]["grade_id"], ids[0]["grade_id"]
    return forged


def invented(notebook):
    """There are check cells for tasks that do not exist."""
    forged, cells = _cells(notebook)
    for name in ("../../relu", "check-free-points", "check-", "check-check-relu"):
        cell = copy.deepcopy(cells["check-relu"])
        cell["metadata"]["nbgrader"]["grade_id"] = name
        forged["cells"].append(cell)
    return forged


def kernel(notebook):
    """The kernel that it asks for is a program of its own."""
    forged, _ = _cells(notebook)
    forged["metadata"]["kernelspec"] = {"name": "../../escaped", "argv": ["touch", "/tmp/escaped"]}
    return forged


def types(notebook):
    """Fields have types that nobody expects."""
    forged, cells = _cells(notebook)
    cells["sigmoid"]["source"] = {"def": "sigmoid"}
    cells["tanh_grad"]["metadata"] = [1, 2, 3]
    cells["softmax"]["outputs"] = "none"
    cells["collapse"]["source"] = [1, None, ["def"]]
    forged["cells"].append({"cell_type": "code"})
    forged["cells"].append(None)
    return forged


def deep(notebook):
    """Its metadata are nested deeper than any program can follow."""
    text = json.dumps(notebook)
    return text[:-1] + ', "more": ' + "[" * 50_000 + "]" * 50_000 + "}"


def numbers(notebook):
    """It has numbers in it that are none."""
    text = json.dumps(notebook)
    return text[:-1] + ', "more": [NaN, Infinity, -1e999, ' + "9" * 100_000 + "]}"


def text(notebook):
    """Sources have zero bytes, lone surrogates and text that runs backwards in them."""
    forged, cells = _cells(notebook)
    cells["sigmoid"]["source"] = "\0\ud800\u202e" * 100
    cells["softmax"]["source"] = "#" + "\U0010ffff" * 1000
    return forged


def many(notebook):
    """It has as many cells as a notebook may have, and all of them run."""
    forged, _ = _cells(notebook)
    empty = {"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": []}
    forged["cells"] += [empty] * (1900 - len(forged["cells"]))
    return forged


def copies(notebook):
    """Every check is there three times, and every answer twice."""
    forged, _ = _cells(notebook)
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        forged["cells"] += [cell] * (2 if name.startswith("check-") else bool(name))
    return forged


def other_functions(notebook):
    """The answer to relu is gone, and its check is given a right function of another task."""
    forged, cells = _cells(notebook)
    cells["relu"]["source"] = "x = 1"
    cells["check-relu"]["source"] = 'check("activations/relu", step)'
    cells["check-sigmoid"]["source"] = 'check("activations/sigmoid", tanh)'
    return forged


def other_sets(notebook):
    """Without metadata, its text claims checks of other sets and of tasks that do not exist."""
    forged, _ = _cells(notebook)
    for cell in forged["cells"]:
        cell["metadata"] = {}
    lines = ['check("losses/mse", step)', 'check("activations/free", step)', 'check("a/b", step)']
    forged["cells"].append({"cell_type": "code", "metadata": {}, "source": "\n".join(lines)})
    return forged


def attachments(notebook):
    """Pictures are no pictures, or have no names, or are not there."""
    forged, _ = _cells(notebook)
    cells = [
        {"x.png": {"image/png": "<script>"}},
        {"\ud800": {"image/png": "iVBORw0KGgo="}},
        {"../x": {"image/svg+xml": "<svg onload=alert(1)>"}, "y": None},
        ["image/png"],
        "none",
    ]
    text = "![a](attachment:x.png) ![b](attachment:nope) [c](attachmen&#116;:d)"
    forged["cells"] += [
        {"cell_type": "markdown", "metadata": {}, "source": text, "attachments": one}
        for one in cells
    ]
    return forged


def links(notebook):
    """Markdown has links and formulas that would run scripts."""
    forged, _ = _cells(notebook)
    text = "[x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$ &#" + "9" * 5000 + ";"
    forged["cells"].append({"cell_type": "markdown", "metadata": {}, "source": text * 50})
    return forged


def surrogates(notebook):
    """Every text and every name is no Unicode."""
    forged, _ = _cells(notebook)
    for cell in forged["cells"]:
        cell["source"] = ["".join(cell["source"]), "\n# \ud800\udfff"]
        cell["id"] = "\ud800"
    return forged


FORGERIES = [
    attachments,
    links,
    surrogates,
    points,
    outputs,
    checks,
    other_checks,
    unlocked,
    manual,
    exchanged,
    invented,
    kernel,
    types,
    deep,
    numbers,
    text,
    many,
    copies,
    other_functions,
    other_sets,
]
