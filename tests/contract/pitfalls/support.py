"""The registry of pitfalls, and what their tests share."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qs

import httpx

from workos_emulator.http import spec

from ...support.methods import all_methods, full_name

Test = TypeVar("Test", bound=Callable[..., None])
PITFALLS: dict[str, str] = {}
"""The name of the test of each pitfall, by the number of the pitfall."""

SPEC = spec.load().raw
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
METHODS = {full_name(method): method for method in all_methods()}


def pitfall(*numbers: str) -> Callable[[Test], Test]:
    """Register the decorated function as the test of one or more pitfalls."""

    def register(test: Test) -> Test:
        for number in numbers:
            assert number not in PITFALLS, f"pitfall {number} has two tests"
            PITFALLS[number] = test.__name__
        return test

    return register


def operations() -> dict[str, dict[str, Any]]:
    """Return every operation of the spec by method and path."""
    return {
        f"{verb.upper()} {path}": operation
        for path, item in SPEC["paths"].items()
        for verb, operation in item.items()
        if verb in ("get", "post", "put", "patch", "delete")
    }


def query_parameters(request: httpx.Request) -> dict[str, list[str]]:
    """Return the decoded query parameters of a request."""
    return parse_qs(request.url.query.decode(), keep_blank_values=True)


def request_target(request: httpx.Request) -> str:
    """Return path and query as sent, with percent-encoding."""
    return request.url.raw_path.decode()
