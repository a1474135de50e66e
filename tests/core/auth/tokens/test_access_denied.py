"""Why a request may not call a resource."""

from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.errors import WorkOSError


def test_a_request_without_a_token() -> None:
    denied = AccessDenied(401)
    assert (denied.status, denied.error, denied.description) == (401, None, None)
    assert str(denied) == "the request has no access token"
    assert isinstance(denied, WorkOSError)


def test_a_token_that_lacks_a_permission() -> None:
    denied = AccessDenied(403, "access_denied", "sign in again")
    assert (denied.status, denied.error, denied.description) == (403, "access_denied", "sign in again")
    assert str(denied) == "sign in again"
