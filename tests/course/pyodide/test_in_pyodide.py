"""Every lecture runs in the browser's own Python, where there is no process and no thread."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import jupytext
import pytest

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
CARRIER = "open-webui==0.12.4"
"""A wheel that happens to carry Pyodide whole; it is unpacked here, and installed nowhere."""
PURE = [
    *("anywidget", "asttokens", "comm", "decorator", "executing", "ipython", "ipywidgets"),
    *("jedi", "jupyterlab_widgets", "matplotlib-inline", "parso", "prompt_toolkit", "psygnal"),
    *("pure_eval", "pygments", "stack_data", "traitlets", "wcwidth", "widgetsnbextension"),
    "ipython_pygments_lexers",
]


def download(folder, python, *wanted):
    pip = shutil.which("pip") or pytest.skip("there is no pip to fetch Pyodide with")
    command = [pip, "download", "--quiet", "--no-deps", "-d", str(folder)]
    command += ["--only-binary=:all:", f"--python-version={python}", "--platform=any"]
    command += ["--implementation=py", "--abi=none", *wanted]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip(f"the package index did not give what Pyodide needs: {run.stderr[-300:]}")


@pytest.fixture(scope="module")
def pyodide(tmp_path_factory):
    """The folder of a Pyodide."""
    if shutil.which("node") is None:
        pytest.skip("there is no node to run Pyodide in")
    folder = tmp_path_factory.mktemp("pyodide")
    download(folder, "3.12", CARRIER)
    inside = "open_webui/frontend/pyodide/"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder, [n for n in wheel.namelist() if n.startswith(inside)])
    return folder / inside


@pytest.fixture(scope="module")
def packages(root, tmp_path_factory):
    """A zip file with our library, our widgets, and the pure packages that they need."""
    folder = tmp_path_factory.mktemp("packages")
    download(folder / "wheels", "3.14", *PURE)
    for wheel in (folder / "wheels").iterdir():
        with zipfile.ZipFile(wheel) as file:
            file.extractall(folder / "all")
    for package in ("chainrule", "chainrule_widgets"):
        shutil.copytree(root / "lib" / package, folder / "all" / package)
    return shutil.make_archive(folder / "packages", "zip", folder / "all")


def test_every_lecture_runs_in_the_browser(pyodide, packages, root, tmp_path):
    """From top to bottom, without an error or a word on stderr, in under 30 seconds of work."""
    lectures = []
    for source in sorted((root / "course" / "lectures").glob("*.py")):
        cells = [c.source for c in jupytext.read(source).cells if c.cell_type == "code"]
        lectures.append(tmp_path / f"{source.stem}.json")
        lectures[-1].write_text(json.dumps(cells))
    command = ["node", HERE / "run.mjs", pyodide, packages, *lectures]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert "" == run.stderr
    results = {Path(r["lecture"]).stem: r for r in map(json.loads, run.stdout.splitlines())}
    assert {path.stem for path in lectures} == results.keys()
    assert {} == {name: r["wrong"] for name, r in results.items() if r["wrong"]}
    slow = {name: r["seconds"] for name, r in results.items() if r["seconds"] > 30}
    assert {} == slow
