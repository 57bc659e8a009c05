"""Everyday edits of a notebook in which everything is right: each function makes one.

`says` has what a student must read, by task; `lost` is the task that the edit may cost.
"""

import copy
import json
from dataclasses import dataclass

EDITS = []
STUB = '''def relu(z):
    """Compute ReLU: the larger of 0 and z for each entry."""
    # Your code here
    raise NotImplementedError'''


@dataclass(frozen=True)
class Edit:
    """An edit, what it costs and what the student reads."""

    name: str
    make: object
    says: dict
    lost: str

    def __call__(self, notebook):
        """Return the text of the edited notebook."""
        edited = copy.deepcopy(notebook)
        made = self.make(edited)
        return made if isinstance(made, bytes) else json.dumps(made or edited).encode()


def edit(lost="", **says):
    """Register an edit."""

    def register(function):
        EDITS.append(Edit(function.__name__, function, says, lost))
        return function

    return register


def place(notebook, name):
    """The position of a cell."""
    return next(
        index
        for index, cell in enumerate(notebook["cells"])
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


def cell_of(notebook, name):
    """A cell."""
    return notebook["cells"][place(notebook, name)]


def own(source):
    """A cell of the student's own."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"own-{len(source)}",
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def insert(notebook, at, source):
    """Put a cell of the student's own before another cell."""
    notebook["cells"].insert(place(notebook, at), own(source))


def insert_first(notebook, source):
    """Put a cell of the student's own before all others."""
    notebook["cells"].insert(0, own(source))


def move(notebook, name, position):
    """Cut a cell and paste it elsewhere."""
    cell = notebook["cells"].pop(place(notebook, name))
    notebook["cells"].insert(position, cell)


# Copies


@edit(relu="2 cells named relu; the last definition above the check counts")
def answer_copied(notebook):
    """The right answer is the last copy."""
    at = place(notebook, "relu")
    notebook["cells"].insert(at, copy.deepcopy(notebook["cells"][at]))
    notebook["cells"][at]["source"] = "def relu(z):\n    return z"


@edit(lost="relu", relu="the last definition above the check counts")
def answer_copied_and_spoiled(notebook):
    """The last copy is wrong, and it counts."""
    at = place(notebook, "relu")
    notebook["cells"].insert(at + 1, copy.deepcopy(notebook["cells"][at]))
    notebook["cells"][at + 1]["source"] = "def relu(z):\n    return z"


@edit(relu="2 cells named relu")
def stub_left_below(notebook):
    """The answer is in a copy above the stub, which nobody filled in."""
    at = place(notebook, "relu")
    notebook["cells"].insert(at + 1, copy.deepcopy(notebook["cells"][at]))
    notebook["cells"][at + 1]["source"] = STUB


@edit()
def stub_left_and_answer_above(notebook):
    """The answer is in a cell of its own above the stub."""
    answer = cell_of(notebook, "relu")
    insert(notebook, "relu", answer["source"])
    answer["source"] = STUB


@edit(relu="2 cells named relu")
def answer_copied_to_the_end(notebook):
    """A wrong copy below the check does not count."""
    extra = copy.deepcopy(cell_of(notebook, "relu"))
    extra["source"] = "def relu(z):\n    return -z"
    notebook["cells"].append(extra)


@edit(relu="2 checks of relu")
def check_copied(notebook):
    """An extra check is an ordinary cell."""
    at = place(notebook, "check-relu")
    notebook["cells"].insert(at + 1, copy.deepcopy(notebook["cells"][at]))


@edit(relu="3 checks of relu")
def check_copied_to_both_ends(notebook):
    """Extra checks above everything and below everything."""
    check = copy.deepcopy(cell_of(notebook, "check-relu"))
    notebook["cells"].insert(0, check)
    notebook["cells"].append(copy.deepcopy(check))


@edit(relu="2 checks of relu")
def answer_and_check_copied(notebook):
    """A second try below the first one, which was wrong."""
    at = place(notebook, "relu")
    pair = copy.deepcopy(notebook["cells"][at : at + 2])
    notebook["cells"][at:at] = pair
    notebook["cells"][at]["source"] = "def relu(z):\n    return z"


@edit()
def check_copied_for_another_task(notebook):
    """The check of relu is a copy of step's, with another text."""
    at = place(notebook, "check-relu")
    notebook["cells"][at] = copy.deepcopy(cell_of(notebook, "check-step"))
    notebook["cells"][at]["source"] = 'check("activations/relu", relu)'


@edit()
def every_cell_copied(notebook):
    """Select all, copy, paste."""
    notebook["cells"] += copy.deepcopy(notebook["cells"])


# Splits and merges


@edit(softmax="2 cells named softmax")
def answer_split_between_functions(notebook):
    """A helper is in a cell of its own, which has the name of the answer."""
    at = place(notebook, "softmax")
    notebook["cells"].insert(at, copy.deepcopy(notebook["cells"][at]))
    notebook["cells"][at]["source"] = "def shifted(z):\n    return z - z.max(-1, keepdims=True)"
    notebook["cells"][at + 1]["source"] = (
        "def softmax(z):\n    e = np.exp(shifted(z))\n    return e / e.sum(-1, keepdims=True)"
    )


@edit(softmax="split into several cells; they were run as one")
def answer_split_inside_a_function(notebook):
    """The cursor was in the middle of the function."""
    at = place(notebook, "softmax")
    first, _, second = cell_of(notebook, "softmax")["source"].rpartition("\n")
    notebook["cells"].insert(at, copy.deepcopy(notebook["cells"][at]))
    notebook["cells"][at]["source"], notebook["cells"][at + 1]["source"] = first, second


@edit()
def answer_merged_with_its_check(notebook):
    """The merged cell has the answer's name."""
    at = place(notebook, "relu")
    check = notebook["cells"].pop(at + 1)
    notebook["cells"][at]["source"] += "\n\n" + "".join(check["source"])


@edit()
def check_merged_with_its_answer(notebook):
    """The merged cell has the check's name."""
    at = place(notebook, "relu")
    answer = notebook["cells"].pop(at)
    check = notebook["cells"][at]
    check["source"] = "".join(answer["source"]) + "\n\n" + "".join(check["source"])


@edit()
def all_code_merged(notebook):
    """Everything is in one cell."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    code[0]["source"] = "\n\n".join("".join(cell["source"]) for cell in code)
    notebook["cells"] = [code[0]]


@edit()
def neighbouring_tasks_merged(notebook):
    """Two answers, their checks and the text between them are one cell named step."""
    first, last = place(notebook, "step"), place(notebook, "check-sigmoid")
    texts = [
        "".join(cell["source"])
        for cell in notebook["cells"][first : last + 1]
        if cell["cell_type"] == "code"
    ]
    notebook["cells"][first]["source"] = "\n".join(texts)
    del notebook["cells"][first + 1 : last + 1]


# Moves


@edit(relu="relu is defined below the check of relu")
def answer_below_its_check(notebook):
    """The two cells changed places."""
    move(notebook, "relu", place(notebook, "check-relu"))


@edit(sigmoid="sigmoid is defined below the check of sigmoid")
def answer_cut_and_pasted_at_the_end(notebook):
    """Other answers use this one."""
    move(notebook, "sigmoid", len(notebook["cells"]))


@edit(relu="is defined below the check")
def check_cut_and_pasted_at_the_start(notebook):
    """A check above its answer."""
    move(notebook, "check-relu", 0)


@edit()
def answers_reordered(notebook):
    """Answers and checks in the opposite order."""
    named = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    pairs = list(zip(named[::2], named[1::2], strict=True))
    others = [cell for cell in notebook["cells"] if "nbgrader" not in cell["metadata"]]
    notebook["cells"] = [others[0], *(c for pair in reversed(pairs) for c in pair), *others[1:]]
    notebook["cells"].insert(0, own("import numpy as np"))


@edit(softmax="What softmax needs is defined below the check")
def helper_below(notebook):
    """A helper function is defined at the end."""
    cell_of(notebook, "softmax")["source"] = (
        "def softmax(z):\n    e = powers(z)\n    return e / e.sum(-1, keepdims=True)"
    )
    source = "def powers(z):\n    return np.exp(z - z.max(-1, keepdims=True))"
    notebook["cells"].append(own(source))


# Deletions and changed checks


@edit()
def check_deleted(notebook):
    """A check is put back."""
    del notebook["cells"][place(notebook, "check-relu")]


@edit()
def all_checks_deleted(notebook):
    """Every check is put back."""
    notebook["cells"] = [c for c in notebook["cells"] if not c["id"].startswith("check-")]


@edit(relu="Your check was given my_relu; the task asks for relu")
def function_renamed(notebook):
    """The check was changed as well."""
    answer = cell_of(notebook, "relu")
    answer["source"] = answer["source"].replace("def relu", "def my_relu")
    cell_of(notebook, "check-relu")["source"] = 'check("activations/relu", my_relu)'


@edit()
def check_changed(notebook):
    """More than the check is in its cell."""
    check = cell_of(notebook, "check-relu")
    check["source"] = 'print("now")\nresult = check("activations/relu", relu)\nresult'


@edit()
def import_of_check_deleted(notebook):
    """The first cell imports NumPy alone."""
    notebook["cells"][1]["source"] = "import numpy as np"


@edit()
def imports_deleted(notebook):
    """The first cell is gone."""
    del notebook["cells"][1]


@edit()
def missing_module_imported(notebook):
    """A line above the other imports fails where notebooks are graded."""
    notebook["cells"][1]["source"] = "import seaborn as sns\nimport numpy as np\nimport torch"


# Metadata and files


@edit()
def metadata_stripped(notebook):
    """Another program removed all metadata."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}


@edit()
def metadata_and_ids_stripped(notebook):
    """Not even the cells' ids are left."""
    notebook["nbformat_minor"] = 4
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        del cell["id"]


@edit()
def metadata_stripped_from_some(notebook):
    """Every third cell lost its metadata, and its id changed."""
    for number, cell in enumerate(notebook["cells"]):
        if number % 3 == 0:
            cell["metadata"], cell["id"] = {}, f"new-{number}"


@edit()
def metadata_and_checks_gone(notebook):
    """Only the functions show which set it is."""
    notebook["cells"] = [c for c in notebook["cells"] if not c["id"].startswith("check-")]
    metadata_and_ids_stripped(notebook)


@edit(relu="The cell of relu is a Markdown cell in your notebook; it was run as code")
def answer_turned_into_markdown(notebook):
    """The key M was pressed."""
    cell = cell_of(notebook, "relu")
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


@edit(relu="The cell of relu is a Raw cell in your notebook; it was run as code")
def answer_turned_into_raw(notebook):
    """The key R was pressed."""
    cell = cell_of(notebook, "relu")
    cell["cell_type"] = "raw"
    del cell["outputs"], cell["execution_count"]


@edit()
def check_turned_into_markdown(notebook):
    """A check is known by its name."""
    cell = cell_of(notebook, "check-relu")
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


@edit()
def large_outputs(notebook):
    """Pictures of 12 MB."""
    data = {"image/png": "A" * (12 * 2**20)}
    output = {"output_type": "display_data", "data": data, "metadata": {}}
    notebook["cells"][1]["outputs"] = [output]


@edit()
def format_3(notebook):
    """It was saved by an old program."""
    cells = []
    for cell in notebook["cells"]:
        old = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        code = cell["cell_type"] == "code"
        cells.append(old | {"input" if code else "source": cell["source"], "language": "python"})
    sheets = [{"cells": cells, "metadata": {}}]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": sheets}


@edit()
def byte_order_marks(notebook):
    """An editor put a mark before the file and before each cell."""
    for cell in notebook["cells"]:
        cell["source"] = "\ufeff" + "".join(cell["source"])
    return b"\xef\xbb\xbf" + json.dumps(notebook).encode()


@edit()
def line_ends_of_windows(notebook):
    """Each line ends with CRLF."""
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


# Names


@edit(sigmoid="Your notebook gives np another value")
def np_overwritten(notebook):
    """A variable has the name of the module."""
    insert(notebook, "sigmoid", "np = 5")


@edit(softmax="Your notebook gives max another value")
def built_in_overwritten(notebook):
    """A variable has the name of a built-in function."""
    cell_of(notebook, "softmax")["source"] = (
        "def softmax(z):\n    z = z - z.max(-1, keepdims=True)\n    width = max(z.shape[-1], 1)\n"
        "    e = np.exp(z)\n    return e / e.sum(-1, keepdims=True)"
    )
    insert(notebook, "softmax", "max = 7\nlist = [1]\nsum = 0")


@edit(relu="Your notebook gives relu another value")
def function_overwritten(notebook):
    """The result has the name of the function."""
    insert(notebook, "check-relu", "relu = relu(np.array([-1.0, 2.0]))")


@edit()
def loop_variable(notebook):
    """A loop variable has the name of a function that is checked already."""
    insert_at_end = own("for step in range(3):\n    sigmoid = step")
    notebook["cells"].insert(place(notebook, "check-sigmoid") + 1, insert_at_end)


@edit()
def check_overwritten(notebook):
    """The name check stands for a variable."""
    insert(notebook, "step", "check = True")


# The student's own cells


@edit()
def own_cells_that_fail(notebook):
    """Errors of many kinds."""
    failing = ["1 / 0", "def broken(:", "raise KeyboardInterrupt", "assert False", "%nosuchmagic"]
    for source in failing:
        insert(notebook, "relu", source)


@edit()
def own_cell_with_an_endless_loop(notebook):
    """It is stopped."""
    insert(notebook, "relu", "while True:\n    pass")


@edit()
def own_cells_that_end_the_session(notebook):
    """Python's and IPython's ways to end."""
    for source in ("exit()", "quit", "import sys\nsys.exit()", "import os\nos._exit(0)"):
        insert(notebook, "relu", source)


@edit()
def own_cells_with_magics(notebook):
    """IPython's own syntax."""
    magics = ["%pip install numpy", "!pip install numpy", "%matplotlib inline", "%%time\n1 + 1"]
    for source in [*magics, "!ls", "relu?", "%reset -f\nimport numpy as np"]:
        insert(notebook, "step", source)


@edit()
def own_cells_that_ask(notebook):
    """Nobody can type."""
    insert(notebook, "relu", 'name = input("Your name: ")')


@edit(lost="relu", relu="nobody can type during a check")
def answer_that_asks(notebook):
    """A function that waits for a person."""
    cell_of(notebook, "relu")["source"] = (
        'def relu(z):\n    low = float(input("low: "))\n    return np.maximum(low, z)'
    )


@edit(lost="relu", relu="The cell of relu calls input(), but nobody can type")
def answer_cell_that_asks(notebook):
    """A cell that waits for a person."""
    cell_of(notebook, "relu")["source"] = (
        'low = float(input("low: "))\ndef relu(z):\n    return np.maximum(low, z)'
    )


@edit(lost="relu", relu="The cell of relu stopped with SyntaxError")
def answer_with_a_slip(notebook):
    """One answer is no Python."""
    cell_of(notebook, "relu")["source"] = "def relu(z):\n    return np.maximum(0, z"


@edit(lost="softmax", softmax="The cell that defines powers stopped with SyntaxError")
def helper_with_a_slip(notebook):
    """The cell of a helper is no Python."""
    insert(notebook, "softmax", "def powers(z):\n    return np.exp(z")
    cell_of(notebook, "softmax")["source"] = (
        "def softmax(z):\n    e = powers(z - z.max(-1, keepdims=True))\n"
        "    return e / e.sum(-1, keepdims=True)"
    )


@edit(lost="relu")
def endless_answer(notebook):
    """One answer never ends."""
    cell_of(notebook, "relu")["source"] = "def relu(z):\n    while True:\n        pass"
