"""Hooks and pages of an application, and what happens if they fail."""

from functools import partial
from typing import Any

import pytest

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignedOut, SignInDenied, SignInHooks, SignInPage
from workos_core.auth.identity.web_response import WebResponse
from workos_core.errors import InvalidArgumentError

COOKIE = SetCookie("s", "", 0, None, True, "lax")
HOOKS = ("on_signed_in", "on_failed", "on_refreshed", "on_signed_out")
PAGES = ("error_page", "sign_in_page")


def hook(request: Any, value: Any) -> Any:
    """A hook with the right arguments."""


def test_denied_sign_in() -> None:
    denied = SignInDenied()
    assert (denied.reason, denied.message, denied.response) == ("denied", None, None)
    assert str(denied) == "the sign-in was denied: denied"
    response = WebResponse(403)
    custom = SignInDenied("blocked", message="Ask Ada.", response=response)
    assert (custom.reason, custom.message, custom.response) == ("blocked", "Ask Ada.", response)
    assert str(custom) == "the sign-in was denied: blocked"


def test_failed_hook() -> None:
    error = ValueError("secret")
    failed = HookFailed("on_signed_in", error, (COOKIE,))
    assert str(failed) == "the hook on_signed_in failed: ValueError"
    assert failed.error is error
    assert failed.cookies == (COOKIE,)
    response = failed.response
    assert (response.status, response.cookies) == (500, (COOKIE,))
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "<h1>Internal server error</h1><p>Something went wrong. Try again in a moment.</p>" in response.body
    assert response.page is not None
    assert response.page.reason == "hook_failed"


@pytest.mark.parametrize("name", [*HOOKS, *PAGES])
def test_functions_are_checked(name: str) -> None:
    assert getattr(SignInHooks(**{name: hook}), name) is hook
    expected = rf"{name} is called with \(request, \w+\), but its parameters are \(\)"
    with pytest.raises(TypeError, match=expected):
        SignInHooks(**{name: lambda: None})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=rf"{name} is called with"):
        SignInHooks(**{name: lambda a, b, c: None})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=rf"{name} must be a function"):
        SignInHooks(**{name: 7})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", HOOKS)
def test_hooks_are_no_paths(name: str) -> None:
    with pytest.raises(TypeError, match=rf"{name} must be a function, sync or async \(got str\)"):
        SignInHooks(**{name: "/path"})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("path", "is_valid"), [("/", True), ("/a?b", True), ("a", False), ("//evil", False), ("", False)]
)
def test_paths_of_pages(name: str, path: str, is_valid: bool) -> None:
    if is_valid:
        assert getattr(SignInHooks(**{name: path}), name) == path  # type: ignore[arg-type]
    else:
        with pytest.raises(InvalidArgumentError, match=rf"{name} must be .* \(got '{path}'\)"):
            SignInHooks(**{name: path})  # type: ignore[arg-type]


def test_hooks_of_a_kit() -> None:
    hooks = SignInHooks(on_failed=hook)
    assert SignInHooks.check(hooks) is hooks
    assert SignInHooks.check(None) == SignInHooks()
    with pytest.raises(TypeError, match=r"hooks must be a SignInHooks \(got dict\)"):
        SignInHooks.check({"on_failed": hook})


def test_adapted_hooks() -> None:
    def adapt(function: Any) -> Any:
        return partial(function)

    hooks = SignInHooks(on_signed_in=hook, error_page="/error").map(adapt)
    assert isinstance(hooks.on_signed_in, partial)
    assert hooks.on_signed_in.func is hook
    assert (hooks.error_page, hooks.on_failed, hooks.sign_in_page) == ("/error", None, None)


def test_defaults() -> None:
    signed_out = SignedOut(url="https://api.workos.com/logout?session_id=session_1")
    assert (signed_out.session_id, signed_out.user, signed_out.organization_id) == (None, None, None)
    assert "session_1" not in repr(signed_out)
    assert SignInPage(start_url="/login").return_to is None
