"""Every lecture runs from top to bottom, without a click, an error or a word on stderr."""

from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

LECTURES = sorted((Path(__file__).parents[2] / "course" / "lectures").glob("*.py"))
QUICK = {"00_playground", "03_activations"}
"""The lectures that the quick tests run."""
SECONDS = 30


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(path, marks=() if path.stem in QUICK else pytest.mark.slow, id=path.stem)
        for path in LECTURES
    ],
)
def lecture(request):
    """A lecture's name and its notebook, run as a reader would who only presses the run button."""
    notebook = jupytext.read(request.param)
    where = {"metadata": {"path": str(request.param.parent)}}
    NotebookClient(notebook, timeout=SECONDS, allow_errors=True, resources=where).execute()
    return request.param.stem, notebook


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def widgets(notebook):
    """Return the class of every widget in the outputs, as the page is told it."""
    states = notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    kind = "application/vnd.jupyter.widget-view+json"
    shown = [o.data[kind]["model_id"] for o in outputs(notebook) if kind in o.get("data", {})]
    return [states[model]["state"]["_anywidget_id"].rsplit(".", 1)[1] for model in shown]


def test_nothing_goes_wrong(lecture):
    """No cell raises, and nothing is written to stderr."""
    wrong = [
        output
        for output in outputs(lecture[1])
        if output.output_type == "error" or output.get("name") == "stderr"
    ]
    assert [] == wrong


def test_there_is_something_to_move_and_to_predict(lecture):
    """At least three explorables and at least three questions are shown; the playground is one."""
    shown = widgets(lecture[1])
    if lecture[0] == "00_playground":
        assert ["Playground"] == shown
        return
    questions = shown.count("Question")
    assert questions >= 3
    assert len(shown) - questions >= 3


def test_every_widget_says_its_picture_in_words(lecture):
    """A front end without widgets shows a sentence, not the name of a class."""
    kind = "application/vnd.jupyter.widget-view+json"
    plain = [o.data["text/plain"] for o in outputs(lecture[1]) if kind in o.get("data", {})]
    assert [] == [text for text in plain if "<" in text[:1] or "object at" in text]


def test_source_has_no_outputs_and_the_course_s_kernel(lecture):
    """What is committed is text, for the kernel that every machine has."""
    source = jupytext.read(next(path for path in LECTURES if path.stem == lecture[0]))
    assert [] == outputs(source)
    assert "python3" == source.metadata.kernelspec.name


def test_answers_are_folded_away(lecture):
    """A question's source, which has the answer, is hidden until it is opened."""
    asking = [c for c in lecture[1].cells if c.source.startswith("question(")]
    assert [] == [
        c.source for c in asking if not c.metadata.get("jupyter", {}).get("source_hidden")
    ]
