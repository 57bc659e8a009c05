"""What the mutants ask the judge: all that depends on how the judge is made stands here."""

from dataclasses import dataclass
from typing import final

from chainrule_grader.judging import registry
from chainrule_grader.judging.diagnosis.diagnose import IN_PLACE
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.variants import conventions, right_answers, variant
from chainrule_grader.judging.verdict import Kind

SECONDS = 2.0
"""The time limit of a call."""
GENERIC = "returns wrong numbers."
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
    return right_answers(registry.find(identity))


def judgement(identity, function, seed=0):
    """Have a function judged, as `check` does in a notebook."""
    name = identity.partition("/")[2]
    task = registry.find(identity)
    verdict = judge(identity, task, LocalSubject(name, function, SECONDS), seed)
    names = ()
    if verdict.kind is Kind.MISCONCEPTION:
        names = verdict.misconceptions
    return Judgement(str(verdict.kind), verdict.score, verdict.sentence, names)


def mistaken(identity, names):
    """Return implementations that make the mistakes of these names, one for each convention.

    That an argument is changed says nothing about the results, so it is left out. Mistakes that
    end with an error and are known to the judge alone have no implementation.
    """
    task = registry.find(identity)
    known = {mistake.name: mistake for mistake in task.misconceptions}
    mistakes = tuple(known.get(name) for name in names if name != IN_PLACE)
    if not mistakes or None in mistakes:
        return ()
    made = (variant(task, convention, mistakes) for convention in conventions(task))
    return tuple(function for function in made if function is not None)
