"""Points are for work: neither stored results nor counting calls earn a part of any task.

The attacker knows the whole grader, but not the private seed. At home, under the public seed, it
records every call that the right implementation gets.
"""

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from chainrule_grader.judging import registry
from chainrule_grader.judging.comparison import agree, as_array
from chainrule_grader.judging.observation import observe
from chainrule_grader.judging.own_subject import OwnSubject
from chainrule_grader.judging.variants import conventions, observe_right_answer
from chainrule_grader.judging.local_subject import LocalSubject

TASKS = {
    identity: registry.find(identity)
    for problem_set in registry.problem_sets()
    for identity in registry.identities(problem_set)
}
PUBLIC = 0
PRIVATE = (1, 20261121)

CHANCE = {
    "evaluation/accuracy": "extremes",
    "evaluation/precision_recall_f1": "undefined",
    "training/minibatches": "order",
}
"""Parts that a fixed list of results can earn by chance, with a probability of at most 1/40.

In the first two, a result is one of two, and the seed draws their order (4 of each kind: 1/70). In
the third, the seed draws how many examples there are (40 possible numbers)."""

every_task = pytest.mark.parametrize(("identity", "task"), TASKS.items(), ids=TASKS)


@dataclass(frozen=True)
class Call:
    """A recorded call."""

    key: object
    asked: list[tuple[int, tuple[object, ...], object]]
    """The calls of functions among the arguments: position, arguments, and key of the result."""
    result: object


class Record:
    """A function that records its calls."""

    def __init__(self, function):
        self.function = function
        self.calls = []

    def __call__(self, *args):
        key, asked = key_of(args), []
        result = self.function(
            *(_listening(a, i, asked) if callable(a) else a for i, a in enumerate(args))
        )
        if isinstance(result, Iterator):
            result = list(result)
        result = Record(result) if callable(result) else copy.deepcopy(result)
        self.calls.append(Call(key, asked, result))
        return result


def _listening(function, position, asked):
    """Record what a function among the arguments says."""

    def listens(*args, **options):
        said = function(*args, **options)
        asked.append((position, copy.deepcopy(args), key_of(said)))
        return said

    return listens


def key_of(value):
    """Return what a table knows a value by: the numbers; all random generators are alike."""
    if callable(value) or isinstance(value, np.random.Generator):
        return "function or generator"
    array = as_array(value)
    if array is not None:
        return array.shape, (array.astype(float) + 0.0).tobytes()
    if isinstance(value, dict):
        return tuple((repr(key), key_of(item)) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(map(key_of, value))
    return value if value is None or isinstance(value, str) else type(value).__name__


class Replay:
    """An answer that returns recorded results in their order, whatever it is given."""

    def __init__(self, record):
        self.record = record
        self.number = -1

    def __call__(self, *args):
        self.number += 1
        return self.answer(args)

    def answer(self, _args):
        """Return the result of the recorded call with the same number, from the start again."""
        result = self.record.calls[self.number % len(self.record.calls)].result
        return type(self)(result) if isinstance(result, Record) else copy.deepcopy(result)


class Table(Replay):
    """An answer that looks up the recorded calls with equal arguments."""

    def __init__(self, record):
        super().__init__(record)
        self.used = Counter()

    def answer(self, args):
        """Return the result of an equal call: of several, the next one each time."""
        key = key_of(args)
        equal = [call for call in self.record.calls if call.key == key and _says(args, call)]
        if not equal:
            return self.otherwise(args)
        result = equal[self.used[key] % len(equal)].result
        self.used[key] += 1
        return type(self)(result) if isinstance(result, Record) else copy.deepcopy(result)

    def otherwise(self, _args):
        """Give up."""
        raise LookupError


class TableOrZeros(Table):
    """A table that returns zeros for other arguments."""

    def otherwise(self, args):
        """Return zeros in the shape of the first argument."""
        return np.zeros(np.shape(args[0]))


class TableOrReplay(Table):
    """A table that counts calls for other arguments, so that its result has the right form."""

    def otherwise(self, args):
        """Return the result of the recorded call with the same number."""
        return super(Table, self).answer(args)


def _says(args, call):
    """Tell whether the functions among the arguments still say what they said."""
    return all(
        key_of(args[position](*copy.deepcopy(asked))) == said
        for position, asked, said in call.asked
    )


def recorded(identity):
    """Record what the reference of a task is asked under the public seed."""
    record = Record(TASKS[identity].reference)
    _observed(identity, record, PUBLIC)
    return record


def _observed(identity, answer, seed):
    task = TASKS[identity]
    subject = LocalSubject(identity.partition("/")[2], answer)
    return observe(task, subject.with_replacements(task.helpers), seed)


def parts_earned(identity, answer, seed):
    """Return the parts that an answer earns, compared with the right one that it is nearest to."""
    task, seen = TASKS[identity], _observed(identity, answer, seed)
    name = identity.partition("/")[2]
    rights = [
        reference_observations(task, right, name, seed)
        for right in (task.reference, *task.also_right)
    ]
    return max((_parts(task, right, seen) for right in rights), key=len)


def _parts(task, right, seen):
    earned = {expected.criterion for expected in right}
    for i, expected in enumerate(right):
        if i >= len(seen) or not agree(expected, seen[i], task.tolerance):
            earned.discard(expected.criterion)
    return earned


@pytest.mark.parametrize("stored", [Table, TableOrZeros, TableOrReplay, Replay])
@every_task
def test_stored_results_earn_everything_under_the_public_seed(identity, task, stored):
    """The table and the list are complete: what they do not earn elsewhere, the seed prevents."""
    everything = {
        o.criterion
        for o in reference_observations(task, task.reference, identity.partition("/")[2], PUBLIC)
    }
    assert everything == parts_earned(identity, stored(recorded(identity)), PUBLIC)


@pytest.mark.parametrize("stored", [Table, TableOrZeros, TableOrReplay])
@pytest.mark.parametrize("seed", PRIVATE)
@every_task
def test_a_table_of_the_public_seed_earns_nothing(identity, task, seed, stored):
    """A table of all calls and results under the public seed earns no part under another seed."""
    if identity.partition("/")[2].startswith("checks_"):
        pytest.skip("to compare what a function returns with stored numbers is what it asks for")
    earned = parts_earned(identity, stored(recorded(identity)), seed)
    assert set() == earned - {CHANCE.get(identity)}


@pytest.mark.parametrize("seed", PRIVATE)
@every_task
def test_an_answer_that_counts_calls_earns_nothing(identity, task, seed):
    """The results under the public seed, returned in their order, earn no part elsewhere."""
    earned = parts_earned(identity, Replay(recorded(identity)), seed)
    assert set() == earned - {CHANCE.get(identity)}
