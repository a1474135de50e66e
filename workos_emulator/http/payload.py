"""The body of a request as JSON values."""

import json
from collections.abc import Mapping
from typing import Any, TypeGuard
from urllib.parse import parse_qsl

from workos_emulator.http import errors
from workos_emulator.http.messages import Request

MAX_BODY = 5 * 1024 * 1024
"""The most bytes a body may have."""


def read(request: Request, *, form: bool = False, largest: int = MAX_BODY) -> Any:
    """The body of `request` as JSON values.

    Args:
        request: The request.
        form: Whether a form is understood as well, as OAuth endpoints do.
        largest: The most bytes the body may have.

    Raises:
        ApiError: 413 for a larger body, 415 for another content type than JSON, 400 for what is not JSON.
    """
    if len(request.body) > largest:
        raise errors.plain(413, f"The body is larger than {largest // 1024 // 1024} MB.")
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if form and kind == "application/x-www-form-urlencoded":
        return _form(request.body)
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise errors.plain(415, f"The content type {kind[:100]!r} is not understood; send application/json.")
    return _json(request.body)


def _json(body: bytes) -> Any:
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
        if b"\\u" in body:
            # An escape can smuggle in half a surrogate pair, which is no text: it cannot be written as UTF-8.
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise errors.plain(400, "The body is not JSON in UTF-8.") from None
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except ValueError:
        raise errors.plain(400, "The body is not a form.") from None


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a JSON value is a list."""
    return isinstance(value, list)


def without_fields(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a copy of a JSON object without some of its fields."""
    return {name: value for name, value in data.items() if name not in names}
