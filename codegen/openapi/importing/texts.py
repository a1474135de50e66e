"""Descriptions in the form of the spec."""

import re
from collections.abc import Mapping
from typing import Any

from codegen import vocabulary
from codegen.lint.marks import MARK
from codegen.lint.wording import missing_limits

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ENDS = (".", "`", ":", "?", ")")
_LIMITS = {
    "minimum": "The minimum is {}.",
    "maximum": "The maximum is {}.",
    "minLength": "It has at least {} characters.",
    "maxLength": "It has at most {} characters.",
    "minItems": "It has at least {} items.",
    "maxItems": "It has at most {} items.",
    "minProperties": "It has at least {} keys.",
    "maxProperties": "It has at most {} keys.",
}


def mark(suggestion: str = "") -> str:
    """Return a value that the user must complete, with a suggestion."""
    return f"{MARK}: {suggestion}" if suggestion else MARK


def description(text: str, schema: Mapping[str, Any]) -> str:
    """Return a description as whole sentences that mention the limits of the schema.

    A text that is missing, or that the checks of the spec would reject, is marked.
    """
    text = " ".join(_LINK.sub(r"\1", text).split())
    if not text and "const" in schema:
        return f"Always `{schema['const']}`."
    if text and not text.endswith(_ENDS):
        text += "."
    limits = [_LIMITS[keyword].format(value) for keyword, value in missing_limits(text, schema)]
    is_accepted = len(text.split()) > 1 and not vocabulary.load().find_in_prose(text)
    return " ".join([text if is_accepted else mark(text), *limits])
