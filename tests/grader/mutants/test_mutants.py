"""The measure by mutants is measured, too: by answers and verdicts that are wrong on purpose."""

import ast
import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import judging
import numpy as np
import pytest
import rates
import workers
from calling import Seen, seen
from comparing import Agreement, Measured, compare
from examining import Subject, agreement, examined, subject
from families import FAMILIES
from mutations import mutations
from sources import Source, sources
from wide.case import Case, called

COMMAND = Path(__file__).parent / "run.py"
RELU = "def relu(z):\n    return np.maximum(z, 0)\n"
TASKS = [i for problem_set in judging.problem_sets() for i in judging.identities(problem_set)]
SLOW = {"digits/train_digits"}


def mutants_of(text):
    """List the mutations of a function by what the changed statement is."""
    tree = ast.parse(text).body[0]
    return {mutation.after: mutation for mutation in mutations(tree, FAMILIES)}


def judged(function):
    """Judge a relu by too few numbers, and name every negative result "negated", true or not."""
    result = np.asarray(function(np.array([2.0])))
    if result.shape == (1,) and result[0] == 2:
        return judging.Judgement("correct", 1.0, "relu is right.")
    if (result <= 0).all():
        return judging.Judgement("misconception", 0.0, "The sign is wrong.", ("negated",))
    return judging.Judgement("wrong", 0.0, "relu returns wrong numbers.")


FAKE = Subject(
    cases=(called(np.array([2.0, 3.0])), called(np.array([-1.0, 0.0])), called(np.array([4, -2]))),
    rights=(("worked", lambda z: np.where(z > 0, z, 0)),),
    judged=judged,
    mistaken=lambda names: (lambda z: -np.maximum(z, 0),) if names == ("negated",) else (),
)


@pytest.mark.parametrize(
    ("after", "standing", "refused", "truth"),
    [
        pytest.param("return np.maximum(0, z)", "equivalent", False, None, id="equivalent"),
        pytest.param("return np.maximum(z, 1)", "different", False, None, id="survivor"),
        pytest.param("return z", "different", False, None, id="another-survivor"),
        pytest.param("return -np.maximum(z, 0)", "different", True, "true", id="true-name"),
        pytest.param("return np.minimum(z, 0)", "different", True, "false", id="false-name"),
    ],
)
def test_a_mutant_gets_what_it_deserves(after, standing, refused, truth):
    """Known survivors, an equivalent, a true and a false name are found to be what they are."""
    source = Source("worked", "fake/relu", "relu", "fake.py", ast.parse(RELU).body[0], {"np": np})
    mutation = mutants_of(RELU)[after]
    record = examined(FAKE, source.function, source.defined(mutation.tree))
    assert (standing, refused) == (record["standing"], record["refused"])
    assert truth == (record["name"] and record["name"]["truth"])


def test_a_false_name_comes_with_an_input_that_shows_it():
    """A false name is listed with an input and what the mistake and the mutant give for it."""
    mutant = mutants_of(RELU)["return np.minimum(z, 0)"]
    source = Source("worked", "fake/relu", "relu", "fake.py", ast.parse(RELU).body[0], {"np": np})
    case = examined(FAKE, source.function, source.defined(mutant.tree))["name"]["case"]
    assert ("f([2., 3.])", "array([-2., -3.])", "array([0., 0.])") == tuple(case.values())


def test_a_mutant_that_changes_its_input_is_wrong():
    """Right numbers do not make an in-place form equivalent."""
    source = Source("worked", "fake/relu", "relu", "fake.py", ast.parse(RELU).body[0], {"np": np})
    mutant = mutants_of(RELU)["return np.maximum(z, 0, out=z)"]
    record = examined(FAKE, source.function, source.defined(mutant.tree))
    assert ("different", False) == (record["standing"], record["refused"])
    assert record["case"]["actual"].endswith("changed argument 0")


def test_other_conventions_are_right():
    """A mutant that equals any accepted function, and not its own original, is equivalent."""
    task = Subject(
        cases=(called(np.array([4.0])),),
        rights=(("inside", lambda z: np.sqrt(z + 1)), ("outside", lambda z: np.sqrt(z) + 1)),
        judged=judged,
        mistaken=lambda _names: (),
    )
    assert "equivalent" == examined(task, task.rights[0][1], lambda z: np.sqrt(z) + 1)["standing"]


def test_a_name_is_not_false_because_of_another_convention():
    """A mistake is compared with a mutant where all conventions agree, and nowhere else."""
    task = Subject(
        cases=(called(np.array([1e-9])), called(np.array([4.0]))),
        rights=(
            ("inside", lambda g: g / np.sqrt(g**2 + 1e-7)),
            ("outside", lambda g: g / (np.sqrt(g**2) + 1e-7)),
        ),
        judged=lambda _: judging.Judgement("misconception", 0.0, "It climbs.", ("uphill",)),
        mistaken=lambda _names: (lambda g: -g / np.sqrt(g**2 + 1e-7),),
    )
    right = task.rights[1][1]
    names = [
        examined(task, right, f)["name"] for f in (lambda g: -right(g), lambda g: -2 * right(g))
    ]
    assert ["true", "false"] == [name["truth"] for name in names]


def test_what_chance_may_explain_is_undecided():
    """Measurements between surely the same and surely different are counted by themselves."""
    task = Subject(
        cases=(Case("draws", lambda f: Measured(f(), 1.0)),),
        rights=(("worked", lambda: 0.0),),
        judged=lambda _: judging.Judgement("correct", 1.0, "right."),
        mistaken=lambda _names: (),
    )
    found = [examined(task, lambda: 0.0, lambda v=v: v)["standing"] for v in (2.0, 7.0, 20.0)]
    assert ["equivalent", "undecided", "different"] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(X, w): return X @ w + 1", ["return X @ w - 1", "return X @ w", "return 1"]),
        ("def f(X, w): return X @ w + 1", ["return X * w + 1", "return w @ X + 1"]),
        ("def f(z): return z > 0", ["return z >= 0", "return z < 0", "return z > 1"]),
        ("def f(z): return z.sum(axis=1)", ["return z.sum()", "return z.sum(axis=0)", "return z"]),
        ("def f(z): return z.T[1:]", ["return z[1:]", "return z.T[2:]", "return z.T[:]"]),
        ("def f(n): return range(n)", ["return range(n - 1)", "return range(1, n)"]),
        ("def f(a, b): return g(a, b)", ["return g(b, a)", "return g(a, a)"]),
        ("def f(a):\n    a = a + 1\n    return a", ["a += 1", "(nothing)", "a[...] = a + 1"]),
        ("def f(a):\n    for x in a:\n        g(x)\n    return a", ["break", "return a", "pass"]),
        ("def f(x): return np.mean(np.abs(x))", ["return np.sum(np.abs(x))", "return np.mean(x)"]),
        (
            "def f(s): return s.get('m', 0), s.get('v', 0)",
            ["return (s.get('v', 0), s.get('v', 0))"],
        ),
        ("def f(w): return w - 1", ["w -= 1; return w", "w[...] = w - 1; return w"]),
    ],
)
def test_the_usual_mutations_are_made(text, expected):
    """Each family makes what it says."""
    assert [] == [after for after in expected if after not in mutants_of(text)]


def test_mutations_say_where_they_are_and_come_once():
    """A mutation has a line, no two have one tree, and a second run gives the same in order."""
    text = "def f(z):\n    # a comment\n    return 1 - z\n"
    runs = [list(mutations(ast.parse(text).body[0], FAMILIES)) for _ in range(2)]
    assert {3} == {mutation.line for mutation in runs[0]}
    assert [m.name for m in runs[0]] == [m.name for m in runs[1]]
    trees = [ast.dump(mutation.tree) for mutation in runs[0]]
    assert len(set(trees)) == len(trees)
    assert ast.dump(ast.parse(text).body[0]) not in trees


def _loops(z):
    while True:
        pass


def _exits(z):
    sys.exit(3)


@pytest.mark.parametrize(
    ("function", "failure"),
    [(_loops, "TimeLimitError"), (_exits, "SystemExit"), (len, "TypeError"), (7, "TypeError")],
)
def test_a_disaster_is_a_failure(function, failure):
    """A loop, an exit and an error end a call, and nothing else."""
    assert Seen(None, failure) == seen(called(3.0), function, 0.05)


def test_nothing_is_printed(capfd):
    """What a mutant prints is swallowed."""
    assert Seen(None) == seen(called(3.0), print, 1.0)
    assert ("", "") == tuple(capfd.readouterr())


def test_a_lost_worker_costs_one_mutant():
    """A worker that dies, hangs, or fills the memory is replaced, and the others are examined."""
    jobs = ["1 + 1", "__import__('os')._exit(3)", "len(bytes(10**11))", "2 + 2"]
    jobs += ["__import__('time').sleep(60)", "3 + 3"]
    results = dict(workers.run(jobs, eval, count=2, patience=3.0))
    assert {"1 + 1": 2, "2 + 2": 4, "3 + 3": 6} == {k: v for k, v in results.items() if v}
    assert set(jobs) == set(results)


def test_numbers_are_compared_whatever_carries_them():
    """Lists are as good as arrays; shapes, and what is finite, must agree."""
    one = np.array([1.0, 2.0])
    pairs = {
        "list": [1, 2],
        "rounding": one + 1e-9,
        "error": one + 1e-3,
        "shape": one[:, None],
        "not finite": np.array([1.0, np.nan]),
        "none": None,
    }
    same = [name for name, other in pairs.items() if compare(one, other, 1e-6) is Agreement.SAME]
    assert ["list", "rounding"] == same


def test_the_generic_sentence_is_the_judges():
    """A refusal that says only that numbers are wrong is not counted as described."""
    found = judging.judgement("activations/relu", lambda z: np.sin(3 * z + 1) + 0.2)
    assert (True, False) == (found.refused, found.described), found.sentence


def test_every_task_has_a_worked_answer_and_cases():
    """No task is left out, and no worked answer is without a mutation."""
    answers = [source for source in sources() if source.kind == "worked"]
    assert sorted(TASKS) == sorted(source.identity for source in answers)
    assert [] == [source.identity for source in answers if not source.mutations]
    assert [] == [identity for identity in TASKS if not subject(identity).cases]


@pytest.mark.parametrize("identity", [i for i in TASKS if i not in SLOW])
def test_the_right_functions_agree_on_the_wide_inputs(identity):
    """No wide input asks for more than the task does: the grader's own functions agree."""
    task = subject(identity)
    answer, reference = (function for _, function in task.rights[:2])
    shown = [seen(case, answer, 60.0, task.others) for case in task.cases]
    other = [seen(case, reference, 60.0, task.others) for case in task.cases]
    assert [] == [s for s in shown if s.failure or s.changed]
    assert Agreement.DIFFERENT != agreement(task, shown, other)[0]


RECORD = {"set": "losses", "task": "losses/mae", "source": "worked", "file": "losses.py, mae"}
RECORD |= {"mutation": "constants, line 1: 0 → 1", "mistakes": [], "name": None, "named": False}
RECORD |= {"described": False, "refused": False, "kind": "correct", "sentence": "mae is right."}
RECORDS = [
    RECORD | {"standing": "equivalent"},
    RECORD | {"standing": "undecided"},
    RECORD | {"standing": "different"},
    RECORD | {"standing": "different", "refused": True, "kind": "wrong", "described": True},
    RECORD
    | {"standing": "different", "refused": True, "kind": "misconception", "named": True}
    | {"name": {"truth": "false"}, "mistakes": ["doubled"]},
]


def test_the_table_counts_every_mutant_once():
    """Equivalent, undecided and wrong ones are all, and refused and survived are the wrong ones."""
    counts = rates.counted(RECORDS)
    expected = {"mutants": 5, "equivalent": 1, "undecided": 1, "wrong": 3, "refused": 2}
    expected |= {"survived": 1, "named": 1, "described": 1, "falsely named": 1}
    assert expected == {name: counts[name] for name in expected}
    assert "| losses | 5 | 1 | 1 | 3 | 2 (66.7%) | 1 |" in rates.table(RECORDS)
    lines = list(rates.listed(RECORDS))
    assert ["Survivors (wrong, but accepted): 1", "Falsely named: 1"] == [
        line.strip() for line in lines if line.startswith(("\nSurv", "\nFals"))
    ]


def test_the_readme_is_changed_between_the_marks_only(tmp_path):
    """The rates stand between two marks with their date, and nothing else is touched."""
    file = tmp_path / "README.md"
    begin, end = rates.MARKS
    file.write_text(f"Before.\n{begin}\nold\n{end}\nAfter.\n")
    rates.write_readme(file, RECORDS, dt.date(2026, 11, 21))
    text = file.read_text()
    assert text.startswith(f"Before.\n{begin}\nOn 2026-11-21, 5 mutants")
    assert text.endswith(f"\n{end}\nAfter.\n")
    assert "\nold\n" not in text
    assert "66.7% were refused" in text
    file.write_text("no marks")
    with pytest.raises(ValueError, match="needs the two lines"):
        rates.write_readme(file, RECORDS)


@pytest.mark.slow
def test_a_sample_of_mutants_is_refused(tmp_path):
    """Of 300 mutants hardly any is accepted or told the name of a mistake that it does not make."""
    out = tmp_path / "mutants.jsonl"
    command = [sys.executable, COMMAND, "--sample", "300", "--seed", "1", "--json", out]
    done = subprocess.run([*command, "--jobs", "2"], capture_output=True, text=True, check=True)
    print(done.stdout)
    records = [json.loads(line) for line in out.read_text().splitlines()]
    counts = rates.counted(records)
    assert 300 == counts["mutants"]
    assert counts["refused"] >= 0.99 * counts["wrong"]
    # A name counts as false as well where only inputs that the task does not ask about tell it
    # from the mutant, such as slope at z = 0; 11 of 272 at the last count, 4 of them of this kind.
    assert counts["falsely named"] <= 0.05 * counts["wrong"]
    assert counts["undecided"] <= 0.02 * counts["mutants"]
