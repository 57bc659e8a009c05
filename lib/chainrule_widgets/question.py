"""Questions with choices, which a reader answers before running the next cell."""

from typing import Final, final

import traitlets

from chainrule_widgets.explorable import Explorable, script

_LETTERS: Final = "abcdef"


@final
class Question(Explorable):
    """A question with choices; the chosen one is explained immediately."""

    _esm = script(__file__)

    prompt = traitlets.Unicode().tag(sync=True)
    # A list of pairs, because JavaScript sorts the keys of an object that look like numbers.
    choices = traitlets.List().tag(sync=True)
    right = traitlets.Unicode().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)

    def describe(self) -> str:
        choices = zip(_LETTERS, self.choices, strict=False)
        lines = [f"({letter}) {choice}" for letter, (choice, _) in choices]
        return "\n".join(["Predict, then run. " + self.prompt, *lines])


def question(prompt: str, choices: dict[str, str], right: str) -> Question:
    """Return a question with choices.

    Args:
        prompt: the question; words in `backticks` are shown as code.
        choices: maps each choice to a sentence that explains why it is right or wrong.
        right: the right choice.

    Raises:
        ValueError: if there are not two to six choices, or if `right` is not one of them.

    >>> question("What is 1 + 1?", {"2": "Yes.", "3": "That is 1 + 2."}, right="2")
    Predict, then run. What is 1 + 1?
    (a) 2
    (b) 3
    """
    if not 2 <= len(choices) <= len(_LETTERS):
        raise ValueError(f"a question needs two to six choices, but got {len(choices)}")
    if right not in choices:
        raise ValueError(f"right={right!r} must be one of the choices: {', '.join(choices)}")
    return Question(prompt=prompt, choices=[*map(list, choices.items())], right=right)
