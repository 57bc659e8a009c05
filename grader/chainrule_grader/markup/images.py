"""Tell whether text is the data of an image, which a page can hold without loading anything."""

from __future__ import annotations

import base64
import binascii


def is_base64(data: str) -> bool:
    """Tell whether text is base64 of something; line breaks in it are allowed."""
    try:
        return bool(base64.b64decode("".join(data.split()), validate=True))
    except (binascii.Error, ValueError):
        return False
