"""Examine one mutant: is it right by other inputs than the judge's, and is its verdict true?"""

import functools
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, final

import wide
from calling import Seen, seen
from comparing import Agreement, compare, compared
from judging import SECONDS, accepted, judgement, mistaken
from sources import alternatives, worked

TOLERANCE = 1e-6
ROUGH = 1e-3
"""How far apart two conventions may be for a case to tell something about a mistake."""
NOT_WRITABLE = "UFuncTypeError"
"""How NumPy refuses to write floats into integers: it comes with every in-place form."""
SHOWN = 300
"""So many characters of a result are shown."""


@final
@dataclass(frozen=True, eq=False)
class Subject:
    """A task, as mutants of its right functions need it."""

    cases: tuple[Any, ...]
    """Wide inputs, which are not the judge's."""
    rights: tuple[tuple[str, Callable[..., Any]], ...]
    """Right functions, one for each accepted convention, with their names."""
    judged: Callable[[Callable[..., Any]], Any]
    mistaken: Callable[[tuple[str, ...]], tuple[Callable[..., Any], ...]]
    """Functions that make the mistakes of these names, one for each accepted convention."""
    tolerance: float = TOLERANCE
    seconds: float = SECONDS
    others: Any = None
    """Right ones of the other functions of the notebook, by name."""


@functools.cache
def subject(identity):
    """Return the task `<set>/<task>`."""
    problem_set, _, name = identity.partition("/")
    answers = worked(problem_set)
    own = [(f"implementation {i}", f) for i, f in enumerate(accepted(identity))]
    others = [(source.name, source.function) for source in alternatives().get(identity, ())]
    return Subject(
        cases=wide.cases(identity),
        rights=(("worked", answers[name].function), *own, *others),
        judged=functools.partial(judgement, identity),
        mistaken=functools.partial(mistaken, identity),
        tolerance=wide.TOLERANCES.get(identity, TOLERANCE),
        seconds=SECONDS * wide.PATIENCE.get(identity, 1),
        others={name: source.function for name, source in answers.items()},
    )


@final
class Shown:
    """What a function shows of each case, looked at when it is needed, and once."""

    def __init__(self, task, function):
        self.task = task
        self.function = function
        self.known = {}

    def __getitem__(self, index):
        if index not in self.known:
            case, task = self.task.cases[index], self.task
            self.known[index] = seen(case, self.function, task.seconds, task.others)
        return self.known[index]


@functools.lru_cache(maxsize=1024)
def _shown(task, function):
    """Keep what right functions and known mistakes show."""
    return Shown(task, function)


def agreement(task, one, other, tolerances=None):
    """Compare two on all cases, and return the first case that tells them apart."""
    unclear = None
    for index in range(len(task.cases)) if tolerances is None else tolerances:
        tolerance = task.tolerance if tolerances is None else tolerances[index]
        match compared(one[index], other[index], tolerance):
            case Agreement.DIFFERENT:
                return Agreement.DIFFERENT, index
            case Agreement.UNCLEAR:
                unclear = index if unclear is None else unclear
    if unclear is not None:
        return Agreement.UNCLEAR, unclear
    return Agreement.SAME, None


@functools.lru_cache(maxsize=1024)
def settled(task):
    """Return the cases in which all right functions agree, with the tolerance that this takes.

    A known mistake is written for one convention, such as one place of ε, and a mutant may have
    another one. Where the conventions differ, a difference says nothing about the mistake.
    """
    rights = [_shown(task, function) for _, function in task.rights]
    found = {}
    for index in range(len(task.cases)):
        for tolerance in (task.tolerance, ROUGH):
            each = (compared(rights[0][index], right[index], tolerance) for right in rights[1:])
            if Agreement.DIFFERENT not in each:
                found[index] = tolerance
                break
    return found


def standing(task, original, mutant):
    """Decide whether a mutant is equivalent to its original or to any other right function.

    Returns:
        `equivalent`, `undecided` or `different`, and a case that tells it from its original.
    """
    shown, found, first = mutant, set(), None
    for right in (original, *(function for _, function in task.rights)):
        result, index = agreement(task, _shown(task, right), shown)
        first = index if first is None else first
        if result is Agreement.SAME:
            return "equivalent", None
        found.add(result)
    return ("undecided" if Agreement.UNCLEAR in found else "different"), first


def examined(task, original, mutant):
    """Return everything that is asked about one mutant, as plain values."""
    shown = Shown(task, mutant)
    kind, index = standing(task, original, shown)
    verdict = task.judged(mutant)
    record = {"standing": kind, "refused": verdict.refused, "described": verdict.described}
    record |= {k: v for k, v in asdict(verdict).items() if k != "mistakes"}
    record["mistakes"] = list(verdict.mistakes)
    if kind != "equivalent":
        cases = dict.fromkeys(range(len(task.cases)), task.tolerance)
        record["case"] = _case(task, cases if not verdict.refused else [index], original, shown)
    record["named"] = named = verdict.refused and bool(verdict.mistakes)
    record["name"] = _truth(task, original, verdict.mistakes, shown) if named else None
    return record


def _truth(task, original, mistakes, shown):
    """Tell whether a mutant does what the mistakes that were named do, in any convention."""
    found = [
        _truth_of(task, original, implementation, shown)
        for implementation in task.mistaken(mistakes)
    ]
    best = ("true", "undecided", "unchecked", "false")
    return min(found, key=lambda one: best.index(one["truth"]), default={"truth": "unchecked"})


def _truth_of(task, original, implementation, shown):
    """Tell whether a mutant does what a function with the mistakes does, in its results."""
    other, cases = _shown(task, implementation), settled(task)
    if not cases:  # the mistakes are written for the grader's own convention, the second one here
        own = _shown(task, task.rights[1][1])
        if agreement(task, own, _shown(task, original))[0] is not Agreement.SAME:
            return {"truth": "unchecked"}
        cases = dict.fromkeys(range(len(task.cases)), task.tolerance)
    shown = Unchanged(shown)
    cases = {
        i: t for i, t in cases.items() if NOT_WRITABLE not in (other[i].failure, shown[i].failure)
    }
    result, index = agreement(task, Unchanged(other), shown, cases)
    truth = {
        Agreement.SAME: "true",
        Agreement.UNCLEAR: "undecided",
        Agreement.DIFFERENT: "false",
    }[result]
    case = {} if index is None else {"case": _case(task, cases, implementation, shown)}
    return {"truth": truth} | case


@final
@dataclass(frozen=True)
class Unchanged:
    """What a function shows of each case, but for the arguments that it changes.

    The judge names a changed argument beside every other mistake.
    """

    shown: Any

    def __getitem__(self, index):
        return replace(self.shown[index], changed=())


def _case(task, cases, function, shown):
    """Write down the shortest of the cases that tell a mutant from a function."""
    other = _shown(task, function)

    def agree(index):
        tolerance = cases[index] if isinstance(cases, dict) else task.tolerance
        return compared(other[index], shown[index], tolerance)

    apart = [i for i in cases if len(cases) == 1 or agree(i) is Agreement.DIFFERENT]
    if not apart:
        apart = [i for i in cases if agree(i) is Agreement.UNCLEAR]
    index = min(apart, key=lambda i: len(task.cases[i].what))
    expected, actual = _differing(other[index], shown[index], task.tolerance)
    return {
        "input": task.cases[index].what,
        "expected": _written(expected),
        "actual": _written(actual),
    }


def _differing(expected, actual, tolerance):
    """Keep of two results that are dicts only what differs."""
    a, b = expected.value, actual.value
    if not isinstance(a, dict) or not isinstance(b, dict) or a.keys() != b.keys():
        return expected, actual
    keys = [k for k in a if compare(a[k], b[k], tolerance) is not Agreement.SAME]
    return tuple(replace(s, value={k: s.value[k] for k in keys}) for s in (expected, actual))


def _written(shown: Seen):
    changed = f", changed argument {', '.join(map(str, shown.changed))}" if shown.changed else ""
    return (shown.failure or " ".join(repr(shown.value).split())[:SHOWN]) + changed
