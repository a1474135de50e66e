"""JSON as JavaScript writes and reads it: compact, raw UTF-8, no NaN.

What fails gives None rather than an exception, but for `parse_json`: those of the json module carry the text, and the text may be secret.
"""

import json
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from workos_core.json_types import is_object

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SURROGATE = re.compile("[\ud800-\udfff]")


def _refuse(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse(text)


_DECODER = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite)


def parse_json(data: bytes) -> Any:
    """The value that a text is.

    Raises:
        ValueError: It is no UTF-8 or no JSON, is nested too deeply, or has a number that is none (NaN, Infinity, 1e999).
    """
    decode = fast_decoder()
    if decode is not None:
        try:
            return decode(data)
        except (ValueError, RecursionError):
            pass  # whatever is unusual is for our own decoder to accept or to explain
    try:
        return _DECODER.decode(data.removeprefix(_BYTE_ORDER_MARK).decode())
    except RecursionError:
        raise ValueError("nested too deeply") from None


@cache
def fast_decoder() -> Callable[[bytes], Any] | None:
    """The decoder of msgspec (extra `speed`), if it is installed: what it takes, it takes as the json module does, in half the time."""
    try:
        from msgspec.json import Decoder
    except ImportError:
        return None
    return Decoder().decode


def write_json(value: Any) -> bytes | None:
    """The text of a value; None when it has none. Lone surrogates are escaped, as `JSON.stringify` does."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def read_object(data: bytes) -> dict[str, Any] | None:
    """The object that a text is; None when it is something else, or no UTF-8 or JSON, or has a number that is none."""
    if data.startswith(_BYTE_ORDER_MARK):
        return None
    try:
        value: Any = parse_json(data)
    except ValueError:
        return None
    return value if is_object(value) else None
