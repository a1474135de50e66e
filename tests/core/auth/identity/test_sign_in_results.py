from types import SimpleNamespace
from typing import Any

import pytest

from workos_core.auth.identity.sign_in_results import (
    OrganizationNotSwitched,
    OrganizationSwitched,
    Redirect,
    SignedIn,
    SignInFailed,
)


def signed_in(impersonator: object) -> SignedIn:
    response: Any = SimpleNamespace(impersonator=impersonator)
    return SignedIn(response, "/", None, ())


def test_truth_values() -> None:
    session: Any = None
    assert signed_in(None)
    assert OrganizationSwitched(session, ())
    assert not SignInFailed("expired")
    assert not OrganizationNotSwitched("sso_required")


@pytest.mark.parametrize("reason", ["ticket", None])
def test_impersonator(reason: str | None) -> None:
    impersonator = SimpleNamespace(email="root@example.com", reason=reason)
    assert signed_in(impersonator).impersonator == {"email": "root@example.com", "reason": reason}
    assert signed_in(None).impersonator is None


def test_defaults() -> None:
    failed = SignInFailed("expired")
    assert (failed.retryable, failed.cookies, failed.return_to, failed.error) == (False, (), "/", None)
    not_switched = OrganizationNotSwitched("x")
    assert (not_switched.retryable, not_switched.sign_in, not_switched.cookies) == (False, None, ())
    assert Redirect("https://example.com?secret").cookies == ()
    assert "secret" not in repr(Redirect("https://example.com?secret"))
