r"""Change the Markdown of a student so that no page runs scripts, whoever renders it.

A graded notebook is rendered by nbgrader's feedback, by its formgrader and by JupyterLab. They show
raw HTML, follow links of any kind, and let MathJax make links. `harmless` takes that away:

* `<` becomes `&lt;`, so that there is no HTML;
* an invisible mark after `&` keeps entities from hiding any of the following;
* an invisible mark between `]` and `(` or `:` turns a link into text, unless it leads to a web
  address, a place on the page, a file, or an image that is part of the notebook;
* an invisible mark after `\` takes away the commands with which a formula makes links or styles.

`as_written` is the inverse, for a page that is safe without all that.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import unquote

MARK: Final = "\u200b"
"""A space without width."""
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""Characters that a browser leaves out, and what is no Unicode."""
ENTITY: Final = re.compile(r"&(?=[#A-Za-z])(?![A-Za-z]\w*=)")
"""What may begin an entity; `&name=` in a web address is none that matters."""
LINK: Final = re.compile(r"\](?=[(:])")
DESTINATION: Final = re.compile(
    r"[(:]\s*(?:https?://|mailto:|#|data:image/(?:png|jpeg|gif);base64,"
    r"|attachment:(?P<attachment>[\w.-]+)[\s)]|[\w./-]+(?:[\s)#]|\Z))"
)
"""The begin of a link that may stay."""
ATTACHMENT: Final = re.compile(r"\]\(\s*(?:<attachment:([^<>\n]+)>|attachment:([^\s()<>]+))")
COMMAND: Final = re.compile(r"\\(?=(?:href|require|style|class|cssId|csname|mmlToken|data|html))")
ADDED: Final = re.compile(rf"(?<=[&\]\\]){MARK}")
UNUSUAL: Final = re.compile(r"[^A-Za-z0-9._-]")


def harmless(source: str, attachments: Collection[str] = ()) -> str:
    """Return Markdown that no renderer makes scripts of.

    Args:
        source: The Markdown.
        attachments: The names of the cell's images, as `attachment_name` gives them.
    """
    text = ATTACHMENT.sub(_with_plain_name, CONTROL.sub("", source.replace("\r\n", "\n")))
    pieces, end = [], 0
    for link in LINK.finditer(text):
        found = DESTINATION.match(text, link.end())
        name = found["attachment"] if found else None
        if found is None or (name is not None and name not in attachments):
            pieces += [text[end : link.end()], MARK]
            end = link.end()
    text = "".join([*pieces, text[end:]])
    return COMMAND.sub(rf"\\{MARK}", ENTITY.sub(f"&{MARK}", text)).replace("<", "&lt;")


def as_written(source: str) -> str:
    """Return the Markdown that `harmless` was given, almost as it was."""
    return ADDED.sub("", source).replace("&lt;", "<")


def attachment_name(name: str) -> str:
    """Return a name of an image that every renderer finds."""
    return UNUSUAL.sub("_", unquote(name))[-100:]


def _with_plain_name(match: re.Match[str]) -> str:
    return f"](attachment:{attachment_name(match[1] or match[2])}"
