"""Arguments of the wrong type are named in the error, together with the types that are accepted."""

from collections.abc import Callable
from typing import Any

import pytest

from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.auth.identity.origins import check_origins
from workos_core.auth.identity.request_uris import RequestURIs
from workos_core.auth.identity.trusted_proxies import TrustedProxies
from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sign_in.callback import parse_authorization_callback
from workos_core.auth.sign_in.signed_state import read_state
from workos_core.errors import InvalidArgumentTypeError

URI = "https://app.example/callback"
wrong: Any = 5


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda: seal_session(wrong, "x" * 32), "session must be a SessionData, not int"),
        (
            lambda: parse_authorization_callback(wrong),
            "callback must be a str or a dict of the query parameters, not int",
        ),
        (
            lambda: cookie_settings(URI, max_age="60", environment={}),  # type: ignore[arg-type]
            "max_age must be a number of seconds as an int, not str",
        ),
        (
            lambda: cookie_settings(URI, max_age=True, environment={}),
            "max_age must be a number of seconds as an int, not bool",
        ),
        (lambda: read_state(wrong, "x" * 32), "text must be a str, not int"),
        (lambda: TrustedProxies(wrong), "trusted_proxies must be a list of IP addresses and networks, not int"),
        (lambda: check_origins([wrong]), "an origin in allowed_origins must be a str, not int"),
        (lambda: RequestURIs.of(wrong), "redirect_uri must be a str, a list of str or a function, not int"),
        (lambda: RequestURIs.of([wrong]), "a URI in redirect_uri must be a str, not int"),
        (lambda: RequestURIs.of(wrong, "other"), "other must be a str, a list of str or a function, not int"),
    ],
)
def test_wrong_types(call: Callable[[], object], problem: str) -> None:
    with pytest.raises(InvalidArgumentTypeError) as caught:
        call()
    assert str(caught.value) == problem
