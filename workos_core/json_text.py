"""JSON as JavaScript writes and reads it: compact, raw UTF-8, no NaN.

What fails gives None rather than an exception: those of the json module carry the text, and the text may be secret.
"""

import json
import math
import re
from typing import Any

from workos_core.shapes import is_object

_SURROGATE = re.compile("[\ud800-\udfff]")


def _refuse(_: str) -> float:
    raise ValueError


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse(text)


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)


def write_json(value: Any) -> bytes | None:
    """The text of a value; None when it has none. Lone surrogates are escaped, as `JSON.stringify` does."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def read_object(data: bytes) -> dict[str, Any] | None:
    """The object that a text is; None when it is something else, or no UTF-8 or JSON, or has a number that is none."""
    try:
        value: Any = _DECODER.decode(data.decode())
    except (ValueError, RecursionError):
        return None
    return value if is_object(value) else None
