"""A question comes before its answer: say what you expect, then look."""

from typing import Final, final

import traitlets

from chainrule_widgets.explorable import Explorable, script

_LETTERS: Final = "abcdef"


@final
class Question(Explorable):
    """A question with choices; whichever is chosen is explained at once."""

    _esm = script(__file__)

    prompt = traitlets.Unicode().tag(sync=True)
    # Pairs, because a page would sort a mapping whose keys look like numbers.
    choices = traitlets.List().tag(sync=True)
    right = traitlets.Unicode().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)

    def describe(self) -> str:
        choices = zip(_LETTERS, self.choices, strict=False)
        lines = [f"({letter}) {choice}" for letter, (choice, _) in choices]
        return "\n".join(["Predict, then run. " + self.prompt, *lines])


def question(prompt: str, choices: dict[str, str], right: str) -> Question:
    """Ask before telling.

    Args:
        prompt: the question; words in `backticks` are shown as code.
        choices: from each choice to the sentence that explains why it is right or wrong.
        right: the choice that is right.

    Raises:
        ValueError: for fewer than two choices, more than six, or a `right` that is none of them.

    >>> question("What is 1 + 1?", {"2": "Yes.", "3": "That is 1 + 2."}, right="2")
    Predict, then run. What is 1 + 1?
    (a) 2
    (b) 3
    """
    if not 2 <= len(choices) <= len(_LETTERS):
        raise ValueError(f"a question needs two to six choices, and was given {len(choices)}")
    if right not in choices:
        raise ValueError(f"the right choice {right!r} is none of the choices: {', '.join(choices)}")
    return Question(prompt=prompt, choices=[*map(list, choices.items())], right=right)
