"""A verdict in JupyterLab, as a student sees it: instant, legible, in the light and the dark."""

import nbformat
import pytest

CELLS = [
    "import numpy as np\nimport warnings\nfrom chainrule_grader import check",
    (
        "def relu(z):\n    print('nobody reads this')\n    warnings.warn('nor this')\n"
        "    return np.maximum(z, 0)\n\ncheck('activations/relu', relu)"
    ),
    (
        "def softmax(z):\n    e = np.exp(z)\n    return e / e.sum()\n\n"
        "check('activations/softmax', softmax)"
    ),
    "def sigmoid(z):\n    return 1 / (1 + np.exp(-z)) + 1\n\ncheck('activations/sigmoid', sigmoid)",
    "def tanh(z):\n    raise NotImplementedError\n\ncheck('activations/tanh', tanh)",
]
CONTRAST = """
box => {
    const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    const behind = node => {
        const colour = parse(getComputedStyle(node).backgroundColor);
        return colour.length === 4 && colour[3] === 0 ? behind(node.parentElement) : colour;
    };
    const ratio = node => {
        const [a, b] = [parse(getComputedStyle(node).color), behind(node)].map(light);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    };
    return Math.min(...[box, ...box.querySelectorAll('b, code, dt, dd')].map(ratio));
}
"""
VERDICT = ".jp-OutputArea-output [data-verdict]"


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, browser, jupyter, tmp_path_factory):
    """A theme, and a JupyterLab in it with a notebook of four verdicts."""
    folder = tmp_path_factory.mktemp("lab")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / "verdicts.ipynb")
    return request.param, jupyter(folder, theme=request.param)


def test_verdicts_are_legible(lab, run_in_lab, picture):
    """Four verdicts, no output beside them, and letters that stand out from what is behind them."""
    theme, address = lab
    page = run_in_lab(address, "verdicts.ipynb", width=1000, height=1250)
    page.wait_for_function(f"document.querySelectorAll(`{VERDICT}`).length == 4", timeout=60_000)
    boxes = page.locator(VERDICT)
    seen = [boxes.nth(i).inner_text() for i in range(4)]
    assert "activations/relu: right" in seen[0]
    assert "You divide by the sum over the whole array" in seen[1]
    assert "You add 1 to the result" in seen[2]
    assert "tanh is not written yet" in seen[3]
    assert 0 == page.locator("text=nobody reads this").locator("visible=true").count() - 1
    assert 0 == page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count()
    if theme == "light":
        box = page.locator(".jp-Cell:has-text('def softmax')").bounding_box()
        picture(page, "verdict", clip=box)
    assert all(boxes.nth(i).evaluate(CONTRAST) >= 3 for i in range(4))
    page.close()
