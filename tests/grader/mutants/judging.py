"""What the mutants ask the judge: all that depends on how the judge is made stands here."""

from dataclasses import dataclass
from typing import final

from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.verdict import Kind

SECONDS = 2.0
"""The time limit of a call."""
GENERIC = "gives the wrong numbers."
"""How a sentence ends that says nothing of what is wrong."""

problem_sets, identities = registry.problem_sets, registry.identities


@final
@dataclass(frozen=True)
class Judgement:
    """What the judge says of a function."""

    kind: str
    score: float
    sentence: str
    mistakes: tuple[str, ...] = ()
    """The names of the known mistakes that it recognised."""

    @property
    def refused(self):
        """Whether the function does not earn every point."""
        return self.score < 1

    @property
    def described(self):
        """Whether a refusal says more than that numbers are wrong."""
        return self.refused and not self.sentence.endswith(GENERIC)


def accepted(identity):
    """Return the grader's own right implementations, one for each accepted convention."""
    task = registry.find(identity)
    return (task.reference, *task.also_right)


def judgement(identity, function, seed=0):
    """Have a function judged, as `check` does in a notebook."""
    name = identity.partition("/")[2]
    task = registry.find(identity)
    verdict = judge(identity, task, LocalSubject(name, function, SECONDS), seed)
    names = ()
    if verdict.kind is Kind.MISCONCEPTION:
        names = tuple(getattr(verdict, "misconceptions", ()) or (verdict.misconception,))
    return Judgement(str(verdict.kind), verdict.score, verdict.sentence, names)


def mistaken(identity, names):
    """Return the implementation that makes the mistakes of these names, or None.

    Two mistakes at once have none yet; such a verdict counts as unchecked, and is listed.
    """
    if len(names) != 1:
        return None
    known = {m.name: m.wrong for m in registry.find(identity).misconceptions}
    return known.get(names[0])
