"""Request bodies as JSON values."""

import json
from collections.abc import Mapping
from typing import Any, TypeGuard
from urllib.parse import parse_qsl

from workos_emulator.http import errors
from workos_emulator.http.messages import Request

MAX_BODY = 5 * 1024 * 1024
"""The maximum size of a request body, in bytes."""


def read(request: Request, *, form: bool = False, max_size: int = MAX_BODY) -> Any:
    """Return the body of a request as a JSON value.

    Args:
        request: The request.
        form: Whether to accept a form as well, as OAuth endpoints do.
        max_size: The maximum size of the body, in bytes.

    Raises:
        ApiError: 413 for a larger body, 415 for an unsupported content type, 400 for invalid JSON.
    """
    if len(request.body) > max_size:
        raise errors.plain(413, f"The body is larger than {max_size // 1024 // 1024} MB.")
    if form and media_type(request) == "application/x-www-form-urlencoded":
        return _form(request.body)
    check_is_json(request)
    return _json(request.body)


def media_type(request: Request) -> str:
    """Return the content type of a request in lower case, without parameters; an empty string if it has none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def check_is_json(request: Request) -> None:
    """Check the content type of a request with a JSON body.

    Raises:
        ApiError: 415 for another content type, or none.
    """
    sent = media_type(request)
    if sent != "application/json" and not (sent.startswith("application/") and sent.endswith("+json")):
        problem = f"Unsupported content type {sent[:100]!r}" if sent else "The body has no content type"
        raise errors.plain(415, f"{problem}; send application/json.")


def _json(body: bytes) -> Any:
    try:
        return parse(body)
    except ValueError:
        raise errors.plain(400, "The body is not valid JSON in UTF-8.") from None


def parse(body: bytes) -> Any:
    """Parse JSON in UTF-8.

    Raises:
        ValueError: It is invalid.
    """
    try:
        value = _DECODER.decode(body.decode("utf-8"))
        if b"\\u" in body:
            # An escape can contain a lone surrogate, which cannot be encoded as UTF-8.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except ValueError:
        raise errors.plain(400, "The body is not a valid form.") from None


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a JSON value is an array."""
    return isinstance(value, list)


def without_fields(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a copy of a JSON object without some of its fields."""
    return {name: value for name, value in data.items() if name not in names}


def merge_metadata(current: Mapping[str, str], changes: Mapping[str, str | None] | None) -> dict[str, str]:
    """Return metadata after an update: it keeps the keys that the update omits; null removes a key. Null or `{}` removes all keys."""
    merged = {**current, **changes} if changes else {}
    return {name: value for name, value in merged.items() if value is not None}
