"""A course is made in a new folder from the installed one, and nothing is ever overwritten."""

import errno
import shutil
import stat
import subprocess

import pytest
from chainrule_grader.authoring.build import build
from chainrule_grader.authoring.init import InitError, init
from chainrule_grader.course.course import MARK, Course
from traitlets.config.loader import PyFileConfigLoader


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A new course."""
    return init(tmp_path_factory.mktemp("made") / "nn 2027 (spring)")


def names(folder):
    """The files below a folder, by their paths."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_the_course_is_complete(course, root):
    """Lectures, problem sets, releases and syllabus are those of the repository."""
    if not (root / ".git").exists():
        pytest.skip("git knows what belongs to the repository, and this is not a checkout")
    committed = subprocess.run(
        ["git", "ls-files", "course", "solutions"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    added = {".gitignore", ".private-seed", MARK}
    assert set(committed) | added == names(course.root)
    assert [] == [n for n in committed if (root / n).read_bytes() != (course.root / n).read_bytes()]


def test_its_notebooks_are_built(course):
    """`chainrule build --check` finds no difference in a new course."""
    assert [] == build(course, only_check=True)


def test_the_seed_is_for_its_owner_alone(course):
    """No other user can read the private seed, and two courses have two seeds."""
    path = course.root / ".private-seed"
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert Course(course.root).seed() == int(path.read_text())


def test_two_courses_have_two_seeds(tmp_path):
    """A seed is drawn for each course."""
    assert init(tmp_path / "a").seed() != init(tmp_path / "b").seed()


def test_the_configuration_knows_its_folder(course, tmp_path, monkeypatch):
    """The folders do not depend on the working directory."""
    monkeypatch.chdir(tmp_path)
    config = PyFileConfigLoader(MARK, path=str(course.root)).load_config()
    assert str(course.root) == config.CourseDirectory.root


def test_the_course_has_an_id(course):
    """The id for the exchange is the folder's name, without characters that paths cannot have."""
    config = PyFileConfigLoader(MARK, path=str(course.root)).load_config()
    assert "nn-2027-spring" == config.CourseDirectory.course_id


def test_git_ignores_what_is_private(course):
    """Marks, submissions, downloads and the seed are never committed; sources are."""
    git = shutil.which("git") or pytest.skip("git is not installed")
    subprocess.run([git, "init", "--quiet"], cwd=course.root, check=True)
    private = [
        ".private-seed",
        "gradebook.db",
        "submitted/ada/activations/activations.ipynb",
        "autograded/ada/activations/activations.ipynb",
        "feedback/activations-class.html",
        "downloaded/activations/archive/ada.zip",
        "marks.csv",
        "grades.csv",
    ]
    public = ["solutions/activations/activations.py", "course/lectures/01_learning.ipynb", MARK]
    run = subprocess.run(
        [git, "check-ignore", *private, *public],
        cwd=course.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert private == run.stdout.split()


def test_a_second_run_changes_nothing(tmp_path):
    """The error says that the folder is a course already."""
    course = init(tmp_path / "mine")
    before = {name: (course.root / name).read_bytes() for name in names(course.root)}
    with pytest.raises(InitError, match="mine is a course already; nothing was changed"):
        init(course.root)
    assert before == {name: (course.root / name).read_bytes() for name in names(course.root)}


def test_a_folder_with_files_is_left_alone(tmp_path):
    """The error names what is in the folder, hidden files included."""
    for name in ("thesis.tex", ".env", "b", "a"):
        (tmp_path / name).write_text("years of work")
    with pytest.raises(InitError, match=r"is not empty: it has \.env, a, b and 1 more"):
        init(tmp_path)
    assert {"thesis.tex", ".env", "b", "a"} == names(tmp_path)


def test_a_file_is_no_folder(tmp_path):
    """A file of that name stays what it is."""
    (tmp_path / "nn").write_text("mine")
    with pytest.raises(InitError, match="nn is a file"):
        init(tmp_path / "nn")
    assert "mine" == (tmp_path / "nn").read_text()


def test_an_empty_folder_is_enough(tmp_path):
    """A folder that exists and is empty becomes the course."""
    assert (init(tmp_path).root / MARK).exists()


@pytest.mark.parametrize("exists", [True, False])
def test_a_full_disk_leaves_nothing_behind(exists, tmp_path, monkeypatch):
    """The error says what to do, and the same command works when there is space again."""
    folder = tmp_path / "nn"
    if exists:
        folder.mkdir()
    copied = []

    def copy(old, new):
        if len(copied) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(new.write(old.read()))

    with monkeypatch.context() as patch:
        patch.setattr("shutil.copyfileobj", copy)
        with pytest.raises(InitError, match="No space left on device; free some space and run"):
            init(folder)
    assert exists == folder.exists()
    assert [] == list(folder.rglob("*"))
    assert (init(folder).root / MARK).exists()


def test_a_forbidden_folder_is_one_sentence(tmp_path, monkeypatch):
    """The error names the folder, the reason and the remedy."""

    def refuse(path, *_args, **_options):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with pytest.raises(InitError, match=r"nn.*Permission denied; choose a place where you may"):
        init(tmp_path / "nn")
    assert [] == list(tmp_path.iterdir())


def test_another_command_in_the_same_folder_loses_nothing(tmp_path, monkeypatch):
    """What somebody else writes at the same time stays."""

    def written_by_another(_source, target, *_options):
        target.mkdir(parents=True)
        (target / "theirs").write_text("theirs")
        (target / "theirs").open("x")

    monkeypatch.setattr("chainrule_grader.authoring.init.copy_files", written_by_another)
    with pytest.raises(InitError, match="theirs: File exists"):
        init(tmp_path / "nn")
    assert "theirs" == (tmp_path / "nn/course/theirs").read_text()
