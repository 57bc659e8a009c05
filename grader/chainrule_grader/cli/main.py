"""The command `chainrule`: a demonstration, the course's notebooks, and marks for a class."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# What a command needs is imported when it runs, so that marking one notebook starts in a blink.
if TYPE_CHECKING:
    import concurrent.futures

    from chainrule_grader.course.course import Course
    from chainrule_grader.execution.grading import Record


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        return _fail("stopped")
    except BrokenPipeError:
        # Whoever read our output has closed it; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if isinstance(error, _expected()):
            return _fail(str(error))
        raise


def _expected() -> tuple[type[Exception], ...]:
    """Return the errors that are the user's to mend, and need one sentence and no traceback."""
    from chainrule_grader.authoring.build import BuildError
    from chainrule_grader.authoring.demo import DemoError
    from chainrule_grader.authoring.new import NewTaskError
    from chainrule_grader.course.course import NoCourseError
    from chainrule_grader.execution.cluster import ClusterError
    from chainrule_grader.execution.sandbox import SandboxError
    from chainrule_grader.gradebook.batch import GradingError
    from chainrule_grader.gradebook.export import ExportError

    ours = (
        BuildError,
        ClusterError,
        DemoError,
        ExportError,
        GradingError,
        NewTaskError,
        NoCourseError,
    )
    return *ours, SandboxError


def _fail(sentence: str) -> int:
    sys.stderr.write(f"chainrule: {sentence}\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chainrule", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], says: str) -> _Command:
        made = commands.add_parser(name, help=says, description=says)
        made.set_defaults(run=run)
        return made

    demo = command("demo", _demo, "build the course, mark a sample class, say where all of it is")
    demo.add_argument("--into", type=Path, default=Path("demo"), help="the folder (demo)")
    _add_marking(demo)

    lab = command("lab", _lab, "open JupyterLab at the first lecture")
    lab.add_argument("more", nargs="*", help="what else JupyterLab is told, after --")

    build = command("build", _build, "make the notebooks from their sources")
    build.add_argument("--check", action="store_true", help="only fail where they differ")
    build.add_argument("--from-notebooks", metavar="SET", help="bring a notebook's edits back")

    new = command("new", _new, "make the files of a new task, with the blanks marked")
    new.add_argument("task", metavar="SET/TASK")

    grade = command("grade", _grade, "mark notebooks, without a gradebook")
    grade.add_argument("notebooks", nargs="+", metavar="NOTEBOOK")
    grade.add_argument("--json", action="store_true", help="one JSON object a line")
    grade.add_argument("--seed", type=int, help="draw the hidden inputs with this seed")
    _add_marking(grade)
    _add_cluster(grade)

    autograde = command("autograde", _autograde, "mark what was submitted, into the gradebook")
    autograde.add_argument("sets", nargs="+", metavar="SET")
    autograde.add_argument("--force", action="store_true", help="mark again what was marked")
    _add_marking(autograde)
    _add_cluster(autograde)

    report = command("report", _report, "write a page on what the class misunderstood")
    report.add_argument("set", metavar="SET")

    export = command("export", _export, "write the marks as a table, or into your LMS's own")
    export.add_argument("--lms", choices=["canvas", "moodle", "csv"], required=True)
    export.add_argument("--set", help="the problem set, for canvas and moodle")
    export.add_argument("--template", type=Path, help="the file that your LMS has exported")
    export.add_argument("--to", type=Path, default=Path("marks.csv"), help="the file (marks.csv)")
    export.add_argument(
        "--overwrite", action="store_true", help="replace other entries in the marks' column"
    )
    return parser


_Command = argparse.ArgumentParser


def _add_marking(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=int, help="how many at a time (one for each core)")
    parser.add_argument(
        "--unsafe", action="store_true", help="run submissions even where they are not closed in"
    )


def _add_cluster(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dask", metavar="ADDRESS", help="mark on the Dask cluster at an address")


def _demo(options: argparse.Namespace) -> int:
    from chainrule_grader.authoring.demo import demo

    _require_sandbox(options, ())
    demo(options.into, jobs=options.jobs, unsafe=options.unsafe)
    return 0


def _lab(options: argparse.Namespace) -> int:
    from chainrule_grader.course.course import Course

    course = Course.find()
    lectures = sorted(course.lectures.glob("*.ipynb"))
    first = [str(lectures[0].relative_to(course.root))] if lectures else []
    command = [sys.executable, "-m", "jupyterlab", *first, *options.more]
    os.chdir(course.root)
    os.execv(sys.executable, command)  # noqa: S606  our own interpreter


def _build(options: argparse.Namespace) -> int:
    from chainrule_grader.authoring.build import build, from_notebook
    from chainrule_grader.course.course import Course

    course = Course.find()
    if options.from_notebooks:
        print(f"wrote {from_notebook(course, options.from_notebooks)}")
        return 0
    changed = build(course, only_check=options.check)
    for path in changed:
        print(f"{'differs from its source:' if options.check else 'built'} {path}")
    return 1 if options.check and changed else 0


def _new(options: argparse.Namespace) -> int:
    from chainrule_grader.authoring.new import BLANK, new
    from chainrule_grader.course.course import Course

    for path in new(Course.find(), options.task):
        print(f"wrote {path}")
    print(f"Fill in what is marked {BLANK}, run `chainrule build`, then the tests.")
    return 0


def _grade(options: argparse.Namespace) -> int:
    points, secrets, private = _course()
    with _marking(options, secrets) as executor:
        from chainrule_grader.execution.grading import GradingJob
        from chainrule_grader.execution.pool import mark_all

        seed = private if options.seed is None else options.seed
        more = {"secrets": secrets, "unsafe": options.unsafe}
        orders = [GradingJob(path, seed, points, **more) for path in options.notebooks]
        records = mark_all(orders, options.jobs, executor)
        for record in _in_order(records, options.notebooks):
            print(json.dumps(record.as_json()) if options.json else _as_text(record), flush=True)
    return 0


def _course() -> tuple[dict[str, float], tuple[str, ...], int]:
    """Return points, secrets and seed of the course around, or what serves where there is none."""
    import secrets

    from chainrule_grader.course.course import Course, NoCourseError
    from chainrule_grader.judging import registry

    try:
        course = Course.find()
    except NoCourseError:
        return {}, (str(Path.home()),), secrets.randbelow(2**63)
    points = [course.points(problem_set) for problem_set in registry.problem_sets()]
    return {k: v for one in points for k, v in one.items()}, course.secrets, course.seed()


def _in_order(records: Iterable[Record], paths: list[str]) -> Iterator[Record]:
    """Yield records as early as the order of the paths allows."""
    waiting: dict[str, Record] = {}
    remaining = list(paths)
    for record in records:
        waiting[record.notebook] = record
        while remaining and remaining[0] in waiting:
            yield waiting[remaining.pop(0)]


def _as_text(record: Record) -> str:
    from chainrule_grader.judging.rendering import as_text

    if record.error:
        return f"{record.notebook}: 0 points, because {record.error}"
    head = f"{record.notebook}: {record.score:g} of {record.maximum:g} points"
    return "\n".join([head, *(as_text(verdict) for verdict in record.verdicts)])


def _autograde(options: argparse.Namespace) -> int:
    from chainrule_grader.course.course import Course

    course = Course.find()
    with _marking(options, course.secrets, course, options.sets[0]) as executor:
        from chainrule_grader.gradebook.batch import GradingOptions
        from chainrule_grader.gradebook.progress import with_progress

        how = GradingOptions(options.jobs, executor, force=options.force, unsafe=options.unsafe)
        for problem_set in options.sets:
            with_progress(course, problem_set, how)
    return 0


def _report(options: argparse.Namespace) -> int:
    from chainrule_grader.course.course import Course
    from chainrule_grader.gradebook.report import write_report

    print(write_report(Course.find(), options.set))
    return 0


def _export(options: argparse.Namespace) -> int:
    from chainrule_grader.course.course import Course
    from chainrule_grader.gradebook.export import ExportError, fill_template, write_csv

    course, to = Course.find(), options.to.resolve()
    if options.lms == "csv":
        print(write_csv(course, to))
        return 0
    if not (options.set and options.template):
        raise ExportError(
            f"{options.lms} takes its own table back: export one from it, then give it with "
            "--template, and the problem set with --set"
        )
    filled = fill_template(
        course, options.lms, options.set, options.template, to, overwrite=options.overwrite
    )
    print(f"wrote the marks of {len(filled.marked)} students to {to}")
    for note in filled.notes(options.template):
        sys.stderr.write(f"chainrule: {note}\n")
    return 0


@contextlib.contextmanager
def _marking(
    options: argparse.Namespace,
    secrets: tuple[str, ...],
    course: Course | None = None,
    problem_set: str = "",
) -> Iterator[concurrent.futures.Executor | None]:
    """Make ready for marking here, or on the cluster whose executor this gives."""
    if options.dask:
        from chainrule_grader.execution.cluster import cluster

        with cluster(options.dask) as executor:
            yield executor
    else:
        _require_sandbox(options, secrets, course, problem_set)
        yield None


def _require_sandbox(
    options: argparse.Namespace,
    secrets: tuple[str, ...],
    course: Course | None = None,
    problem_set: str = "",
) -> None:
    """Refuse where nothing closes submissions in, unless told to go on."""
    from chainrule_grader.execution.sandbox import SandboxError, warm_up, why_not

    if options.unsafe:
        return
    warm_up(secrets)
    # What marking needs is imported while the zygote warms up.
    from chainrule_grader.gradebook.batch import prepare

    if course:
        prepare(course, problem_set)
    reason = why_not()
    if reason is not None:
        raise SandboxError(
            f"submissions could not be closed in ({reason}), so none is run; "
            "--unsafe runs them all the same, with every right that you have"
        )


if __name__ == "__main__":
    sys.exit(main())
