"""Pictures that move: the explorables of the lectures, each a few controls around `chainrule`.

What every lecture uses is here; a chapter's own explorables are in the package of its name.
"""

from chainrule_widgets.picture import picture
from chainrule_widgets.question import Question, question

__all__ = ["Question", "picture", "question"]
