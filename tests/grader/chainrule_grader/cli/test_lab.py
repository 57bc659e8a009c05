"""`chainrule lab` opens JupyterLab on the whole course, and every link works.

The tests look at servers that the command has started.
"""

import json
import posixpath
import re
import sys
import types
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
from chainrule_grader.authoring.init import init
from chainrule_grader.cli.main import main

COMMAND = [str(Path(sys.executable).with_name("chainrule")), "lab"]
LINK = re.compile(r"""\]\(([^)\s]+)\)|(?:href|src)=["']([^"']+)["']""")


@pytest.fixture(scope="module")
def student(jupyter, tmp_path_factory):
    """The folder and the address of a server that was started in an empty folder."""
    folder = tmp_path_factory.mktemp("student")
    return folder, jupyter(folder, command=COMMAND)


@pytest.fixture(scope="module")
def instructor(jupyter, tmp_path_factory):
    """The folder and the address of a server that was started deep inside of a course."""
    course = init(tmp_path_factory.mktemp("instructor") / "nn")
    return course.root, jupyter(course.lectures, command=COMMAND)


def get(address, path):
    """Status, final address and text of an answer."""
    separator = "&" if "?" in path else "?"
    try:
        with urllib.request.urlopen(f"{address}{path}{separator}token=test", timeout=60) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.url, ""


def listing(address, folder):
    """The names in a folder, as the file browser gets them."""
    entries = json.loads(get(address, f"/api/contents/{folder}")[2])["content"]
    return {entry["name"]: entry["type"] for entry in entries}


def notebooks(address, folder="course"):
    """Yield the path and the content of each notebook that the file browser can reach."""
    for name, kind in listing(address, folder).items():
        path = f"{folder}/{name}"
        if kind == "directory":
            yield from notebooks(address, path)
        elif kind == "notebook":
            yield path, json.loads(get(address, f"/api/contents/{path}")[2])["content"]


def relative_links(notebook):
    """The files that the text of a notebook links to."""
    text = "\n".join(
        "".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"
    )
    found = {(one or other).partition("#")[0] for one, other in LINK.findall(text)}
    return {link for link in found if link and not re.match(r"[a-z]+:", link)}


def disabled(address):
    """The extensions of JupyterLab that the page leaves out."""
    page = get(address, "/lab")[2]
    settings = re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    return set(json.loads(settings[1])["disabledExtensions"])


def test_every_relative_link_works(student):
    """Whatever a lecture or a problem set links to is in the server's folder."""
    _, address = student
    links = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        for path, notebook in notebooks(address)
        for link in relative_links(notebook)
    }
    dead = {
        link for link in links if get(address, f"/api/contents/{quote(link)}?content=0")[0] != 200
    }
    assert set() == dead
    # All problem sets, all lectures but the start page itself, and the glossary.
    assert 13 + 13 + 1 == len(links)


def test_the_server_starts_at_the_playground(student):
    """The address without a path is that of the start page."""
    _, url, _ = get(student[1], "/")
    assert "/lab/tree/course/lectures/00_playground.ipynb" in url


def test_an_empty_folder_gets_the_students_course(student, root):
    """The copy has every lecture and every released problem set, and no answer."""
    folder, _ = student
    copied = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.*") if p.is_file()}
    ours = [
        path for depth in ("", "*/", "*/*/") for path in (root / "course").glob(f"{depth}*.ipynb")
    ]
    assert {path.relative_to(root): path.read_bytes() for path in ours} == copied


def test_a_student_is_shown_nothing_for_instructors(student):
    """There is no formgrader, no menu of nbgrader, and no request for news."""
    _, address = student
    unwanted = {
        "@jupyter/nbgrader:create-assignment",
        "@jupyter/nbgrader:formgrader",
        "@jupyter/nbgrader:menu",
        "@jupyterlab/apputils-extension:announcements",
    }
    assert set() == unwanted - disabled(address)
    assert 404 == get(address, "/formgrader")[0]


def test_a_student_can_validate(student):
    """The button that runs all checks of a notebook is there."""
    assert "@jupyter/nbgrader:validate-assignment" not in disabled(student[1])


def test_an_instructor_has_the_formgrader(instructor):
    """The formgrader finds the course and lists its problem sets."""
    _, address = instructor
    assert "@jupyter/nbgrader:formgrader" not in disabled(address)
    status, _, answer = get(address, "/formgrader/api/assignments")
    assert 200 == status
    assert {"activations", "digits"} <= {one["name"] for one in json.loads(answer)}


def test_the_course_is_the_root_from_any_folder(instructor):
    """A server that was started in the folder of the lectures has the whole course."""
    folder, address = instructor
    assert {"course", "solutions"} <= set(listing(address, ""))
    assert not (folder / "course/lectures/course").exists()


def test_the_sources_of_lectures_are_hidden(instructor):
    """The file browser has one entry for each lecture; other Python files are listed."""
    folder, address = instructor
    (folder / "course/lectures/helpers.py").write_text("")
    names = listing(address, "course/lectures")
    assert ["helpers.py"] == [name for name in names if name.endswith(".py")]
    assert 14 == len([name for name in names if name.endswith(".ipynb")])


def test_a_click_on_a_link_opens_the_problem_set(student, browser):
    """In the browser, a lecture's link to a problem set opens its notebook."""
    _, address = student
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/lab/tree/course/lectures/03_activations.ipynb?token=test")
    link = page.locator("a[href*='activations/activations.ipynb']").first
    link.scroll_into_view_if_needed(timeout=60_000)
    link.click()
    opened = "jupyterapp.shell.currentWidget?.context?.path"
    page.wait_for_function(
        f"{opened} === 'course/exercises/activations/activations.ipynb'", timeout=60_000
    )
    heading = page.locator(".jp-Notebook h1", has_text="Problem set: activations")
    heading.wait_for(timeout=60_000)
    page.close()


def test_a_folder_with_other_files_is_one_sentence(tmp_path, monkeypatch, capsys):
    """Nothing is copied into a folder that is in use."""
    (tmp_path / "thesis.tex").touch()
    monkeypatch.chdir(tmp_path)
    assert 1 == main(["lab"])
    assert "has other files in it, for example thesis.tex" in capsys.readouterr().err
    assert ["thesis.tex"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("given", "passed"),
    [
        (["--no-browser"], ["--no-browser"]),
        (
            ["--port", "8900", "--no-browser", "x.ipynb"],
            ["--port", "8900", "--no-browser", "x.ipynb"],
        ),
        (["--ServerApp.ip=0.0.0.0", "--version"], ["--ServerApp.ip=0.0.0.0", "--version"]),
        (["--", "--no-browser"], ["--no-browser"]),
        ([], []),
    ],
)
def test_options_are_passed_on(given, passed, tmp_path, monkeypatch):
    """JupyterLab gets every option of its own, in the order in which it was given."""
    got = []
    labapp = types.ModuleType("jupyterlab.labapp")
    labapp.LabApp = types.SimpleNamespace(launch_instance=got.extend)
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", labapp)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["lab", *given])
    ours = [one for one in got if "hide_globs" in one]
    assert passed == got[got.index(ours[-1]) + 1 :]
