"""Every task has its cells, every check its task, and every arrow its direction."""

import ast
import re
import subprocess
import sys

import pytest
from chainrule_grader.authoring.build import CHECK
from chainrule_grader.authoring.new import BLANK
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.judging import registry

ALLOWED = {
    "chainrule": set(),
    "chainrule_widgets": {"chainrule"},
    "chainrule_worker": set(),
    "chainrule_grader": {"chainrule", "chainrule_worker"},
}


ORDER = [
    "markup",
    "judging",
    "tasks",
    "course",
    "submissions",
    "execution",
    "gradebook",
    "nbgrader_bridge",
    "authoring",
    "cli",
]
"""The packages of the grader; each imports only those before it."""


def test_every_task_has_its_cells_and_every_check_its_task(root):
    """No file and no cell is left unclaimed."""
    sources = (root / "solutions").glob("*/*.py")
    checked = {
        f"{found['set']}/{found['task']}"
        for source in sources
        for found in CHECK.finditer(source.read_text())
    }
    tasks = {i for s in registry.problem_sets() for i in registry.identities(s)}
    assert set() == tasks - checked, (
        f"these tasks have no cells: {sorted(tasks - checked)}; add an answer and the line "
        'check("<set>/<task>", <task>) to solutions/<set>/<set>.py'
    )
    assert set() == checked - tasks, (
        f"these check lines have no task: {sorted(checked - tasks)}; add the module "
        "grader/chainrule_grader/tasks/<set>/<task>.py, or remove the cells"
    )


def test_no_file_is_unclaimed():
    """A folder of tasks holds tasks, and helpers whose names begin with an underscore."""
    files = [p for p in registry.TASKS.glob("*/*") if "__pycache__" not in p.parts]
    strange = [p for p in files if p.suffix != ".py" or not p.stem.isidentifier()]
    assert [] == strange, (
        f"a folder of tasks must hold Python modules only, and there are {strange}; move them, or "
        "rename them to identifiers"
    )
    for problem_set in registry.problem_sets():
        for identity in registry.identities(problem_set):
            assert registry.find(identity)


def test_every_point_is_a_tasks(root):
    """The problem sets' notebooks give points for tasks and for nothing else."""
    for problem_set in registry.problem_sets():
        points = ProblemSet(Course(root), problem_set).points
        tasks = set(registry.identities(problem_set))
        assert tasks == set(points), (
            f"{problem_set}: points and tasks differ in {sorted(tasks ^ set(points))}; run "
            "`chainrule build`, and give points to check cells only"
        )


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


FREE_OF_CIRCLES = tuple(ALLOWED)
"""The packages whose modules import each other one way only; each package belongs here."""


def _name(path, folder):
    """Return the dotted name of a module."""
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _module_imports(folder):
    """Return for each module of a package the modules of the package that it imports.

    Every import counts: at the top, in a function, and under TYPE_CHECKING. `from a import b` is
    an import of the module a.b if there is one, else of a.
    """
    paths = {_name(path, folder): path for path in folder.rglob("*.py")}
    graph = {}
    for module, path in paths.items():
        package = module if path.stem == "__init__" else module.rpartition(".")[0]
        imported = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *([node.module] if node.module else [])])
                source = base if node.level else (node.module or "")
                for alias in node.names:
                    inner = f"{source}.{alias.name}"
                    imported.add(inner if inner in paths else source)
        graph[module] = (imported & paths.keys()) - {module}
    return graph


def _circles(graph):
    """Return the groups of modules that import each other, directly or not."""
    reached = {}
    for module in graph:
        todo, seen = [*graph[module]], set()
        while todo:
            if (other := todo.pop()) not in seen:
                seen.add(other)
                todo += graph[other]
        reached[module] = seen
    groups = {
        tuple(sorted(other for other in seen if module in reached[other]))
        for module, seen in reached.items()
        if module in seen
    }
    return sorted(groups)


def test_a_circle_is_seen(tmp_path):
    """Imports in functions, under TYPE_CHECKING and relative ones close a circle as well."""
    folder = tmp_path / "p"
    folder.mkdir()
    files = {
        "__init__": "",
        "a": "from p import b",
        "b": "if TYPE_CHECKING:\n    from p.c import x",
        "c": "def f():\n    from . import a",
        "d": "import p.a",
    }
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    assert [("p.a", "p.b", "p.c")] == _circles(_module_imports(folder))


@pytest.mark.parametrize("package", FREE_OF_CIRCLES)
def test_no_import_circle(root, package):
    """No module of a package imports itself by way of others."""
    graph = _module_imports(next(root.glob(f"*/{package}")))
    assert len(graph) > 1
    circles = _circles(graph)
    assert [] == circles, (
        f"these modules import each other: {circles}; move what both need into a third module"
    )


@pytest.mark.parametrize("package", ALLOWED)
def test_arrows_run_one_way(root, package):
    """Each package imports only what lies before it."""
    folder = next(root.glob(f"*/{package}"))
    ours = {name for path in folder.rglob("*.py") for name in _imports(path)} & ALLOWED.keys()
    wrong = ours - {package} - ALLOWED[package]
    assert set() == wrong, (
        f"{package} imports {sorted(wrong)}, and may import {sorted(ALLOWED[package])} only; move "
        "the code, or pass the value in as an argument"
    )


def _grader_imports(path):
    """The packages of the grader that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for parts in (name.split(".") for name in names):
            if parts[0] == "chainrule_grader" and len(parts) > 1 and parts[1] in ORDER:
                yield parts[1]


def test_the_graders_packages_have_an_order(root):
    """Each imports only itself and those before it, also inside of functions."""
    folder = root / "grader" / "chainrule_grader"
    packages = [p.parent.name for p in folder.glob("*/__init__.py")]
    assert set(packages) <= {*ORDER}
    wrong = [
        f"{path.relative_to(folder)} imports {name}"
        for package in packages
        for path in (folder / package).rglob("*.py")
        for name in _grader_imports(path)
        if ORDER.index(name) > ORDER.index(package)
    ]
    assert [] == wrong, (
        f"a package may import only those before it in {ORDER}, but {'; '.join(wrong)}; move the "
        "code to the later package"
    )


def test_the_course_is_not_on_the_path(tmp_path):
    """Whoever has the packages installed cannot import the answers."""
    for name in ("solutions", "course", "tests", "grader", "lib"):
        run = subprocess.run(
            [sys.executable, "-c", f"import {name}"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "ModuleNotFoundError" in run.stderr


def test_the_library_brings_numpy_and_nothing_else(tmp_path):
    """`import chainrule` loads no Jupyter, no matplotlib, and nothing of the grader."""
    code = "import sys, chainrule; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split()) - set(sys.stdlib_module_names)
    ours = {name for name in loaded if not re.match(r"_|numpy|sitecustomize|pkg_resources", name)}
    assert {"chainrule"} == ours


def test_no_blank_is_left(root):
    """What `chainrule new` left to be filled in is filled in."""
    sources = [*registry.TASKS.rglob("*.py"), *(root / "solutions").rglob("*.py")]
    left = [str(path) for path in sources if BLANK in path.read_text()]
    assert [] == left, f"fill in every {BLANK} in {', '.join(left)}"


@pytest.mark.parametrize("package", ALLOWED)
def test_no_package_is_crowded(root, package):
    """A reader finds a module among sixteen at most, except among things of one kind."""
    many_of_a_kind = {"tasks", "cli", "layers"}  # tasks, commands, layers
    folders = [p.parent for p in next(root.glob(f"*/{package}")).rglob("__init__.py")]
    crowded = {
        str(folder.relative_to(root)): count
        for folder in folders
        if not many_of_a_kind & {folder.name, folder.parent.name}
        if (count := len([*folder.glob("[!_]*.py")])) > 16
    }
    assert {} == crowded, (
        f"these folders have more than sixteen modules: {crowded}; move modules that belong "
        "together into a package of their own"
    )
