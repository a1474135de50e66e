"""The documented rate limits, enforced if the settings enable them."""

import json
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import ceil
from typing import Any, cast
from urllib.parse import parse_qsl

from workos_emulator.http import errors, payload, spec
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Operation

# The request fields that hold the key of a limit, by the name of the key in the document.
_FIELDS = {
    "connection": ("connection", "organization", "provider"),
    "directory": ("directory", "group"),
    "email": ("email",),
    "challenge": ("authentication_challenge_id", "pending_authentication_token"),
    "user": ("user_id",),
}
_MAX_KEYS = 10_000


class RateLimits:
    """Sliding windows that count requests, by limit and key."""

    def __init__(self) -> None:
        self._times: dict[tuple[str, str], deque[datetime]] = {}

    def check(self, operation: Operation, path: Mapping[str, str], request: Request, now: datetime) -> None:
        """Count a request.

        Raises:
            ApiError: 429 with `Retry-After` if a limit is reached. The request is then not counted.
        """
        limits = cast(Mapping[str, Mapping[str, Any]], spec.load().raw["x-rate-limits"])
        fields = _request_fields(path, request)
        windows: list[deque[datetime]] = []
        for name in ("general", *operation.raw.get("x-rate-limit", ())):
            limit = limits[name]
            key = _key(limit["key"], fields, request)
            if key is None:
                continue
            window, period = self._window(name, key), timedelta(seconds=limit["period"])
            while window and not now - period < window[0] <= now:
                window.popleft()
            if len(window) >= limit["limit"]:
                wait = max(1, ceil((window[0] + period - now).total_seconds()))
                raise errors.ApiError(429, {"message": "Too many requests."}, {"retry-after": str(wait)})
            windows.append(window)
        for window in windows:
            window.append(now)

    def _window(self, name: str, key: str) -> "deque[datetime]":
        if len(self._times) > _MAX_KEYS:
            self._times = {key: window for key, window in self._times.items() if window}
        return self._times.setdefault((name, key), deque())


def _key(key: str, fields: Mapping[str, Any], request: Request) -> str | None:
    """Return the key of a request for a limit; None if the request has no such field."""
    values: list[str] = []
    for part in key.split("_and_"):
        alternatives = [_value(field, fields, request) for field in part.split("_or_")]
        value = next((value for value in alternatives if value is not None), None)
        if value is None:
            return None
        values.append(value)
    return " ".join(values)


def _value(name: str, fields: Mapping[str, Any], request: Request) -> str | None:
    if name == "environment":
        return name
    if name == "api_key":
        return request.headers.get("authorization", "")
    if name == "ip":
        return str(fields.get("ip_address", "this machine"))
    return next((str(fields[field]).casefold() for field in _FIELDS[name] if fields.get(field)), None)


def _request_fields(path: Mapping[str, str], request: Request) -> dict[str, Any]:
    """Return the path parameters, the query and the top-level fields of the body."""
    body: Any = None
    if request.body and len(request.body) <= payload.MAX_BODY:
        try:
            body = json.loads(request.body)
        except (ValueError, RecursionError):
            body = dict(parse_qsl(request.body.decode("ascii", "replace")))
    return {**dict(parse_qsl(request.query)), **(body if payload.is_object(body) else {}), **path}
