"""JSON as JavaScript reads and writes it: compact, unescaped UTF-8, without NaN.

Except for `parse_json`, functions return None on failure: the exceptions of the json module hold the text, which may be secret.
"""

import json
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from workos_core.json_types import is_object

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WHITE_SPACE = " \t\n\r"
_SURROGATE = re.compile("[\ud800-\udfff]")


def _reject_constant(text: str) -> float:
    raise ValueError(f"{text} is not a JSON number")


def _parse_finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _reject_constant(text)


_DECODER = json.JSONDecoder(parse_constant=_reject_constant, parse_float=_parse_finite)


def parse_json(data: bytes) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: The data is not UTF-8, not JSON, nested too deeply, or has an invalid number (NaN, Infinity, 1e999).
    """
    decode = fast_decoder()
    if decode is not None:
        try:
            return decode(data)
        except (ValueError, RecursionError):
            pass  # the json module below accepts the data or reports the error, so that results do not depend on msgspec
    text = data.removeprefix(_BYTE_ORDER_MARK).decode()
    try:
        if text.startswith(
            "{"
        ):  # `decode` searches for white space with two regular expressions: 0.5 of 3.2 µs for a webhook
            value, end = _DECODER.raw_decode(text)
            if end == len(text) or not text[end:].strip(_WHITE_SPACE):
                return value
        return _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


@cache
def fast_decoder() -> Callable[[bytes], Any] | None:
    """Return the decoder of msgspec (extra `speed`) if it is installed. It takes half the time; data that it accepts decodes to the same value.

    Versions before 0.21, whose errors are no `ValueError`, are not used: a framework may have installed them.
    """
    try:
        from msgspec import DecodeError
        from msgspec.json import Decoder
    except ImportError:
        return None
    return Decoder().decode if issubclass(DecodeError, ValueError) else None


def write_json(value: Any) -> bytes | None:
    """Return the JSON text of a value, or None if it is not serializable. Lone surrogates are escaped, as in `JSON.stringify`."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode()


def read_object(data: bytes) -> dict[str, Any] | None:
    """Return the object of a JSON text, or None if the text is invalid (see `parse_json`), has a byte order mark or is another value."""
    if data.startswith(_BYTE_ORDER_MARK):
        return None
    try:
        value: Any = parse_json(data)
    except ValueError:
        return None
    return value if is_object(value) else None
