"""Hooks of the sign-in routes that fail, and a cookie that they set."""

from collections.abc import Callable
from typing import Any

import pytest

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInDenied
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse

EXTRA = SetCookie("extra", "1", 60, None, False, "lax")


def raise_error(request: WebRequest, value: object) -> WebResponse | None:
    raise ZeroDivisionError("division by zero")


def deny(request: WebRequest, value: object) -> WebResponse | None:
    raise SignInDenied("not_invited")


def return_text(request: WebRequest, value: object) -> Any:
    return "text"


def return_false(request: WebRequest, value: object) -> Any:
    return False


each_failing_hook = pytest.mark.parametrize("hook", [raise_error, return_text, return_false])
"""Hooks that fail in every role. Only some roles permit `deny`."""

_ERRORS: dict[Callable[..., Any], tuple[type[Exception], str]] = {
    raise_error: (ZeroDivisionError, "division by zero"),
    deny: (SignInDenied, "the sign-in was denied: not_invited"),
    return_text: (TypeError, "{name} must return a WebResponse or None (got str)"),
    return_false: (TypeError, "{name} must return a WebResponse or None (got bool)"),
}


def assert_failed(failed: HookFailed, name: str, hook: Callable[..., Any], cookies: tuple[SetCookie, ...]) -> None:
    """Assert that one of these hooks has failed in the role `name`, and that the response sets the cookies."""
    kind, text = _ERRORS[hook]
    assert type(failed.error) is kind
    assert str(failed.error) == text.format(name=name)
    assert str(failed) == f"the hook {name} failed: {kind.__name__}"
    assert failed.cookies == failed.response.cookies == cookies
