"""Mistakes in the settings of the sign-in flow and the kits for web frameworks."""

# Type checkers report these mistakes, too.
# mypy: disable-error-code="arg-type, attr-defined, call-arg"
# pyright: reportArgumentType=false, reportAttributeAccessIssue=false, reportCallIssue=false

import re
from typing import Any

from tests.mistakes.mistake import COOKIE_PASSWORD, Mistake
from workos_core.auth.identity.cookie_settings import cookie_settings
from workos_core.auth.identity.trusted_proxies import TrustedProxies
from workos_core.auth.sign_in.callback import parse_authorization_callback
from workos_core.auth.sign_in.redirect_uris import check_redirect_uri
from workos_core.auth.sign_in.signed_state import read_state, sign_state
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError

T: Any = InvalidArgumentTypeError
C = ConfigurationError
V = InvalidArgumentError
URI = "https://app.example.com/callback"
MISTAKES = [
    Mistake(
        "a resource client as client of a sign-in",
        lambda sdk: sdk.package.SignIn(sdk.users),
        T,
        re.compile("workos must be a WorkOS client of workos_(async|sync), not UserManagement"),
    ),
    Mistake(
        "an API key as client of a sign-in",
        lambda sdk: sdk.package.SignIn("sk_test_1"),
        T,
        re.compile("workos must be a WorkOS client of workos_(async|sync), not str"),
    ),
    Mistake(
        "a sign-in with the sync client",
        lambda sdk: sdk.package.SignIn(__import__("workos_sync").WorkOS("sk_test_1")),
        C,
        "workos must be an async client (got workos_sync._client.WorkOS): import WorkOS and SignIn from workos_async",
        only="workos_async",
    ),
    Mistake(
        "a sign-in with the async client",
        lambda sdk: sdk.package.SignIn(__import__("workos_async").WorkOS("sk_test_1")),
        C,
        "workos must be a sync client (got workos_async._client.WorkOS): import WorkOS and SignIn from workos_sync",
        only="workos_sync",
    ),
    Mistake(
        "a path as redirect URI",
        lambda sdk: sdk.sign_in(redirect_uri="/callback"),
        V,
        "redirect_uri: the redirect URI '/callback' is not an absolute URL",
    ),
    Mistake(
        "a redirect URI without a scheme",
        lambda sdk: sdk.sign_in(redirect_uri="app.example.com/callback"),
        V,
        "redirect_uri: the redirect URI 'app.example.com/callback' is not an absolute URL",
    ),
    Mistake(
        "a number as redirect URI",
        lambda sdk: sdk.sign_in(redirect_uri=8000),
        T,
        "redirect_uri must be a str, a list of str or a function, not int",
    ),
    Mistake(
        "a number among redirect URIs",
        lambda sdk: sdk.sign_in(redirect_uri=[URI, 5]),
        T,
        "a URI in redirect_uri must be a str, not int",
    ),
    Mistake(
        "a coroutine function as redirect URI in sync code",
        lambda sdk: sdk.sign_in(redirect_uri=_uri),
        C,
        "redirect_uri must be a regular function here, not a coroutine function",
        only="workos_sync",
    ),
    Mistake(
        "a missing redirect URI",
        lambda sdk: sdk.package.SignIn(sdk.client, cookie_password=COOKIE_PASSWORD).start({}),
        C,
        "redirect_uri is missing: pass it or set WORKOS_REDIRECT_URI",
    ),
    Mistake(
        "a missing cookie password",
        lambda sdk: sdk.package.SignIn(sdk.client, redirect_uri=URI).start({}),
        C,
        "cookie_password is missing: pass it or set WORKOS_COOKIE_PASSWORD",
    ),
    Mistake(
        "a short cookie password",
        lambda sdk: sdk.sign_in(cookie_password="short"),
        C,
        "cookie_password must be at least 32 characters (got 5); set it or WORKOS_COOKIE_PASSWORD",
    ),
    Mistake(
        "bytes as cookie password",
        lambda sdk: sdk.sign_in(cookie_password=b"x" * 40),
        C,
        "cookie_password must be a str, a list or a dict, not bytes; call .decode()",
    ),
    Mistake(
        "a dict as cookie settings",
        lambda sdk: sdk.sign_in(cookies={"name": "session"}),
        T,
        "cookies must be the result of cookie_settings(), not dict",
    ),
    Mistake(
        "a single string as allowed origins",
        lambda sdk: sdk.sign_in(allowed_origins=URI),
        C,
        "allowed_origins must be a list of origins, not a single string (got 'https://app.example.com/callback')",
    ),
    Mistake(
        "an allowed origin with a path",
        lambda sdk: sdk.sign_in(allowed_origins=[URI]),
        C,
        "allowed_origins must contain origins like https://app.example.com, without a path (got 'https://app.example.com/callback')",
    ),
    Mistake(
        "a number as allowed origin",
        lambda sdk: sdk.sign_in(allowed_origins=[5]),
        T,
        "an origin in allowed_origins must be a str, not int",
    ),
    Mistake(
        "a number as default path to return to",
        lambda sdk: sdk.sign_in(default_return_to=5),
        T,
        "default_return_to must be a str, not int",
    ),
    Mistake(
        "a host as trusted proxy",
        lambda sdk: sdk.sign_in(trusted_proxies=["proxy.internal"]),
        C,
        "trusted_proxies contains 'proxy.internal', which is neither an IP address, a network like 10.0.0.0/8, 'unix' nor '*'",
    ),
    Mistake(
        "True as trusted proxies",
        lambda sdk: sdk.sign_in(trusted_proxies=True),
        T,
        "trusted_proxies must be a list of IP addresses and networks, not bool",
    ),
    Mistake(
        "an unknown forwarding header",
        lambda _: TrustedProxies("*", headers=["X-Real-Ip"]),
        C,
        "headers of TrustedProxies contains 'x-real-ip'; it may contain X-Forwarded-For, X-Forwarded-Host, X-Forwarded-Proto, X-Forwarded-Prefix, Forwarded",
    ),
    Mistake(
        "a path as URL to return to after signing out",
        lambda sdk: sdk.sign_in(post_logout_redirect_uri="/bye"),
        V,
        "post_logout_redirect_uri: the redirect URI '/bye' is not an absolute URL",
    ),
    Mistake(
        "an organization and a connection",
        lambda sdk: sdk.sign_in().start({}, organization_id="org_1", connection_id="conn_1"),
        V,
        "pass only one of organization_id, connection_id; only provider='authkit' can be combined with organization_id",
    ),
    Mistake(
        "a custom state that is too long",
        lambda sdk: sdk.sign_in().start({}, custom_state="x" * 3000),
        V,
        "custom_state must be at most 2048 bytes (got 3000)",
    ),
    Mistake(
        "a dict as custom state",
        lambda sdk: sdk.sign_in().start({}, custom_state={"a": 1}),
        T,
        "custom_state must be a str, not dict",
    ),
    Mistake(
        "text as cookies of a request",
        lambda sdk: sdk.sign_in().start("wos-session=x"),
        T,
        "cookies must be a dict of the cookies by name; call read_cookies(header), not str",
    ),
    Mistake(
        "an invalid cookie name",
        lambda _: cookie_settings(URI, name="my session"),
        C,
        "'my session' is not a valid cookie name: use letters, digits and -_. for name or WORKOS_COOKIE_NAME",
    ),
    Mistake(
        "a URL as cookie domain",
        lambda _: cookie_settings(URI, domain="https://example.com"),
        C,
        "domain or WORKOS_COOKIE_DOMAIN must be a domain like example.com (got 'https://example.com')",
    ),
    Mistake(
        "an unknown SameSite",
        lambda _: cookie_settings(URI, same_site="relaxed"),
        C,
        "same_site or WORKOS_COOKIE_SAMESITE must be 'lax', 'strict' or 'none' (got 'relaxed')",
    ),
    Mistake(
        "SameSite=None without Secure",
        lambda _: cookie_settings(URI, same_site="none", secure=False),
        C,
        "same_site='none' requires secure cookies: remove secure=False",
    ),
    Mistake(
        "host_only with a domain",
        lambda _: cookie_settings(URI, host_only=True, domain="example.com"),
        C,
        "host_only=True requires secure cookies and no domain, as browsers do for __Host-",
    ),
    Mistake(
        "a cookie path without a slash",
        lambda _: cookie_settings(URI, path="app"),
        C,
        "path of a cookie must start with a slash and be percent-encoded (got 'app')",
    ),
    Mistake(
        "a cookie that is never kept",
        lambda _: cookie_settings(URI, max_age=0),
        C,
        "max_age of a cookie must be at least 1 second (got 0)",
    ),
    Mistake(
        "text as maximum age of a cookie",
        lambda _: cookie_settings(URI, max_age="3600"),
        T,
        "max_age must be a number of seconds as an int, not str",
    ),
    Mistake(
        "text as maximum age in the environment",
        lambda _: cookie_settings(URI, environment={"WORKOS_COOKIE_MAX_AGE": "1h"}),
        C,
        "WORKOS_COOKIE_MAX_AGE must be a number of seconds (got '1h')",
    ),
    Mistake(
        "a path of a route without a slash",
        lambda sdk: sdk.package.SignInPaths(sign_in="login"),
        C,
        "sign_in of SignInPaths must start with a slash (got 'login')",
    ),
    Mistake(
        "a missing secret of a state",
        lambda _: sign_state({}, ""),
        C,
        "secret is empty: pass the secret that signs the state",
    ),
    Mistake("bytes as state", lambda _: read_state(b"x", "secret"), T, "text must be a str, not bytes; call .decode()"),
    Mistake(
        "a production redirect URI with http",
        lambda _: check_redirect_uri("http://app.example.com/", environment="production"),
        V,
        "the redirect URI 'http://app.example.com/' must use https in production; plain http is allowed for 127.0.0.1 only",
    ),
    Mistake(
        "a number as query of a callback",
        lambda _: parse_authorization_callback(5, expected_state="x"),
        T,
        "callback must be a str or a dict of the query parameters, not int",
    ),
]


async def _uri(_: object) -> str:
    return URI
