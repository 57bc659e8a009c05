"""Fills the released problem set in as different students would.

Each file in `answers` is a student. A line `# %% <task>` begins the text of that task's cell, a
line `# %% +` a cell of the student's own, below the one before. Run as a program, this writes the
class's notebooks beside itself; `mona.ipynb` is one that broke off in an upload.
"""

import copy
import json
import re
from pathlib import Path

HERE = Path(__file__).parent
RELEASE = HERE.parents[1] / "course" / "exercises" / "activations" / "activations.ipynb"


def pieces(text):
    """Yield the cells of a student's file: where each belongs, and its text."""
    _, *parts = re.split(r"^# %% (.+)\n", text, flags=re.MULTILINE)
    yield from zip(parts[::2], parts[1::2], strict=True)


def filled_in(release, text):
    """Return the released notebook with a student's cells in it."""
    notebook = copy.deepcopy(release)
    at = 0
    for number, (name, source) in enumerate(pieces(text)):
        if name == "+":
            own = {"cell_type": "code", "execution_count": None, "id": f"own-{number}"}
            cell = own | {"metadata": {}, "outputs": []}
            at += 2
            notebook["cells"].insert(at, cell)
        else:
            at = next(
                index
                for index, cell in enumerate(notebook["cells"])
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
            )
            cell = notebook["cells"][at]
        cell["source"] = source.rstrip("\n")
    return notebook


def sample_class():
    """Return the files of the sample class, by name."""
    release = json.loads(RELEASE.read_text())
    students = {
        f"{path.stem}.ipynb": json.dumps(filled_in(release, path.read_text()), indent=1) + "\n"
        for path in sorted((HERE / "answers").glob("*.py"))
    }
    whole = students["ada.ipynb"]
    return students | {"mona.ipynb": whole[: len(whole) // 3]}


if __name__ == "__main__":
    for name, text in sample_class().items():
        (HERE / name).write_text(text)
