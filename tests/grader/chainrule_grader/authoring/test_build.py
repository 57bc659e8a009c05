"""Notebooks come from their sources, the same every time, and nobody's edits are lost."""

import json
import re
import shutil

import jupytext
import pytest
from chainrule_grader.authoring.build import BuildError, build, from_notebook
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.judging import registry


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    """A copy of the course's sources, built once."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions", folder / "solutions")
    (folder / "course" / "lectures").mkdir(parents=True)
    source = "# %% [markdown]\n# # A lecture\n\n# %%\n1 + 1\n"
    (folder / "course" / "lectures" / "01_one.py").write_text(source)
    build(Course(folder))
    return folder


@pytest.fixture
def course(built, tmp_path):
    """A built course that a test may change."""
    return Course(shutil.copytree(built, tmp_path, dirs_exist_ok=True))


def cells(path):
    """The cells of a notebook by their ids."""
    return {cell["id"]: cell for cell in json.loads(path.read_text())["cells"]}


def test_what_is_committed_is_what_is_built(root):
    """Building changes nothing in the repository."""
    assert [] == build(Course(root), only_check=True)


def test_building_twice_changes_nothing(course):
    """The second build finds everything as it should be."""
    assert [] == build(course)


def test_an_answer_and_its_check_have_their_places(course):
    """Nbgrader learns what it needs from the source's own text."""
    built = cells(ProblemSet(course, "activations").source)
    assert built["relu"]["metadata"]["nbgrader"]["solution"]
    check = built["check-relu"]["metadata"]["nbgrader"]
    assert (True, True, 1) == (check["grade"], check["locked"], check["points"])


@pytest.mark.parametrize("problem_set", registry.problem_sets())
def test_no_answer_is_in_the_release(problem_set, built):
    """Students get the notebook alone; its answer cells hold no line of the solution."""
    course = Course(built)
    release = ProblemSet(course, problem_set).release
    assert [release] == list(release.parent.iterdir())
    assert "SOLUTION" not in release.read_text()
    assert '"output_type"' not in release.read_text()
    solved, given = cells(ProblemSet(course, problem_set).source), cells(release)
    tasks = [identity.partition("/")[2] for identity in registry.identities(problem_set)]
    text = "".join(line for cell in given.values() for line in cell["source"])
    for task in tasks:
        source = "".join(solved[task]["source"])
        regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL)
        answer = {line.strip() for region in regions for line in region.splitlines()} - {""}
        assert answer
        assert [] == [region for region in regions if region.strip() in text]
        stub = "".join(given[task]["source"])
        assert not answer & {line.strip() for line in stub.splitlines()}
        assert "raise NotImplementedError" in stub


def test_an_edited_notebook_is_left_as_it_is(course):
    """A build refuses to overwrite what somebody edited, and names it."""
    path = ProblemSet(course, "activations").source
    edited = path.read_text().replace("The step function is", "The threshold function is")
    path.write_text(edited)
    source = path.with_suffix(".py")
    source.write_text(source.read_text() + "\n# %% [markdown]\n# One more.\n")
    with pytest.raises(BuildError, match="was edited by hand and was not overwritten"):
        build(course)
    assert edited == path.read_text()


def test_running_a_notebook_is_no_edit(course):
    """Outputs that a run left behind are nobody's work."""
    path = course.lectures / "01_one.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][1]["execution_count"] = 3
    path.write_text(json.dumps(notebook))
    assert [path] == build(course)


def test_edits_come_back_into_the_source(course):
    """What was edited in JupyterLab is in the source then, points included."""
    path = ProblemSet(course, "activations").source
    notebook = json.loads(path.read_text())
    by_id = {cell["id"]: cell for cell in notebook["cells"]}
    by_id["check-collapse"]["metadata"]["nbgrader"]["points"] = 3
    by_id["collapse"]["source"].append("\n# mine")
    path.write_text(json.dumps(notebook))
    source = from_notebook(course, "activations")
    assert "# mine" in source.read_text()
    assert 1 == source.read_text().count("# %% points=3")
    assert 3.0 == ProblemSet(course, "activations").points["activations/collapse"]
    assert [ProblemSet(course, "activations").release] == build(course)


def test_bringing_back_what_was_not_edited_changes_nothing(course):
    """Source to notebook and back is the same text."""
    source = ProblemSet(course, "activations").source.with_suffix(".py")
    before = jupytext.read(source)
    from_notebook(course, "activations")
    after = jupytext.read(source)
    assert [c.source for c in before.cells] == [c.source for c in after.cells]
    assert [] == build(course)


def test_a_check_without_an_answer_is_refused(course):
    """A source in which an answer is missing is named."""
    source = ProblemSet(course, "activations").source.with_suffix(".py")
    source.write_text('# %%\ncheck("activations/relu", relu)\n')
    with pytest.raises(BuildError, match="there is no answer above the check of relu"):
        build(course)


def test_a_notebook_that_is_not_there_cannot_come_back(course):
    """A sentence, where there is nothing to bring back."""
    with pytest.raises(BuildError, match="there is no notebook .*astrology.ipynb"):
        from_notebook(course, "astrology")
