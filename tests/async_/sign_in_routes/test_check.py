"""`SignInRoutes.check`: the responses to requests that don't satisfy a requirement."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests.support.sign_in_api import FORM, HTMX, NAVIGATION, ORIGIN, SCRIPT, expired_session, web_request
from workos_async import SignInPaths, SignInRoutes
from workos_core.auth.identity.identity import Authenticated, Identity, NotAuthenticated
from workos_core.auth.identity.requirements import anyone, permission, role, user
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_response import WebResponse, error_json, error_page, htmx_redirect, see_other

CreateRoutes = Callable[..., SignInRoutes]

COOKIE = SetCookie("wos-session", "new", 60, None, True, "lax")
ADMIN = Authenticated(Identity(kind="session", user_id="user_1", organization_id=None, role="admin"), cookies=(COOKIE,))
ENDED = NotAuthenticated("invalid_grant", cookies=expired_session())
UNAVAILABLE = NotAuthenticated("rate_limited", retryable=True, retry_after=7.0, cookies=(COOKIE,))


async def test_satisfied_requirements(create_routes: CreateRoutes) -> None:
    routes = create_routes()
    for requirement in (anyone(), user(), role("admin"), role("admin") & user()):
        for headers in ({}, NAVIGATION, SCRIPT, HTMX):
            assert routes.check(web_request("GET", "/page", headers), ADMIN, requirement) is None


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
async def test_missing_permission_of_a_browser(create_routes: CreateRoutes, method: str) -> None:
    response = create_routes().check(web_request(method, "/page", NAVIGATION), ADMIN, permission("a") | role("<b>"))
    assert response == error_page(
        403,
        "Access denied",
        "You don't have permission to view this page. Required: permission 'a' or role '<b>'.",
        cookies=(COOKIE,),
        reason="forbidden",
    )


@pytest.mark.parametrize("headers", [{}, SCRIPT, HTMX, {**NAVIGATION, "authorization": "Bearer sk_2"}])
async def test_missing_permission_of_a_script(create_routes: CreateRoutes, headers: dict[str, str]) -> None:
    response = create_routes().check(web_request("GET", "/page", headers), ADMIN, permission("a"))
    assert response == error_json(403, "forbidden", cookies=(COOKIE,), required="permission 'a'")


@pytest.mark.parametrize(
    ("target", "fields", "location"),
    [
        ("/page", {}, "/login?return_to=/page"),
        ("/page?a=b&c=d", {}, "/login?return_to=/page%3Fa%3Db%26c%3Dd"),
        ("/page", {"root_path": "/shop"}, "/shop/login?return_to=/shop/page"),
        ("/page", {"root_path": "/shop/"}, "/shop/login?return_to=/shop/page"),
    ],
)
async def test_browsers_are_redirected(
    create_routes: CreateRoutes, target: str, fields: dict[str, Any], location: str
) -> None:
    request = web_request("GET", target, NAVIGATION, **fields)
    assert create_routes().check(request, ENDED, anyone()) == see_other(location, expired_session())


@pytest.mark.parametrize(
    ("hooks", "paths", "location"),
    [
        ({"sign_in_page": "/welcome"}, None, "/shop/welcome?return_to=%2Fshop%2Fpage%3Fa%3Db"),
        ({"sign_in_page": "/welcome?b=c"}, None, "/shop/welcome?b=c&return_to=%2Fshop%2Fpage%3Fa%3Db"),
        ({"sign_in_page": lambda request, page: WebResponse(200)}, None, "/shop/login?return_to=/shop/page%3Fa%3Db"),
        ({}, SignInPaths(sign_in="/in"), "/shop/in?return_to=/shop/page%3Fa%3Db"),
    ],
    ids=["path", "path_with_query", "function", "other_route"],
)
async def test_redirect_to_the_sign_in_page(
    create_routes: CreateRoutes, hooks: dict[str, Any], paths: SignInPaths | None, location: str
) -> None:
    request = web_request("GET", "/page?a=b", NAVIGATION, root_path="/shop")
    assert create_routes(hooks=hooks, paths=paths).check(request, ENDED, anyone()) == see_other(
        location, expired_session()
    )


@pytest.mark.parametrize(
    ("page", "path"), [("/welcome", "/welcome"), ("/welcome?a=b", "/welcome/"), ("/come%20in", "/come in")]
)
async def test_a_sign_in_page_that_requires_a_session(create_routes: CreateRoutes, page: str, path: str) -> None:
    """The sign-in starts without it: a redirect would lead to the same page again and again."""
    routes = create_routes(hooks={"sign_in_page": page})
    for root_path in ("", "/shop"):
        request = web_request("GET", path, NAVIGATION, root_path=root_path)
        location = f"{root_path}/login?return_to={quote(quote(root_path + path))}"
        assert routes.check(request, ENDED, anyone()) == see_other(location, expired_session())


async def test_prefix_of_a_trusted_proxy(create_routes: CreateRoutes) -> None:
    headers = {**NAVIGATION, "x-forwarded-prefix": "/shop"}
    request = web_request("GET", "/page", headers, ip_address="10.0.0.1")
    response = create_routes(trusted_proxies="*").check(request, ENDED, anyone())
    assert response == see_other("/shop/login?return_to=/shop/page", expired_session())


@pytest.mark.parametrize(
    ("referer", "return_to"),
    [(f"{ORIGIN}/form?a=b", "/form%3Fa%3Db"), ("https://evil.example/form", "/"), (None, "/")],
)
async def test_forms_are_not_lost_silently(create_routes: CreateRoutes, referer: str | None, return_to: str) -> None:
    headers = {name: value for name, value in (FORM | {"referer": referer}).items() if value is not None}
    response = create_routes().check(web_request("POST", "/page", headers), ENDED, anyone())
    assert response == error_page(
        401,
        "Sign in again",
        "You are no longer signed in, so your form was not processed. Sign in, then submit it again.",
        link=("Sign in", f"/login?return_to={return_to}"),
        cookies=expired_session(),
        reason="invalid_grant",
    )


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_htmx_opens_the_sign_in_page(create_routes: CreateRoutes, method: str) -> None:
    response = create_routes().check(web_request(method, "/fragment", HTMX), ENDED, anyone())
    assert response == htmx_redirect("/login?return_to=/page%3Fa%3Db", 401, expired_session())


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", {}),
        ("GET", SCRIPT),
        ("POST", SCRIPT),
        ("DELETE", NAVIGATION),
        ("GET", {**NAVIGATION, "authorization": "Bearer sk_2"}),
        ("GET", {**HTMX, "authorization": "Bearer sk_2"}),
    ],
)
async def test_scripts_receive_json(create_routes: CreateRoutes, method: str, headers: dict[str, str]) -> None:
    response = create_routes().check(web_request(method, "/page", headers), ENDED, anyone())
    assert response == error_json(401, "unauthorized", cookies=expired_session(), reason="invalid_grant")
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize(("retry_after", "seconds"), [(7.0, "7"), (None, "1"), (0.2, "1")])
async def test_temporary_failure_of_a_browser(
    create_routes: CreateRoutes, method: str, retry_after: float | None, seconds: str
) -> None:
    failed = NotAuthenticated("rate_limited", retryable=True, retry_after=retry_after, cookies=(COOKIE,))
    response = create_routes().check(web_request(method, "/page", NAVIGATION), failed, anyone())
    assert response == error_page(
        503,
        "Temporarily unavailable",
        "We can't verify your session right now. You are still signed in. Reload this page in a moment.",
        cookies=(COOKIE,),
        retry_after=retry_after or 1.0,
        reason="rate_limited",
    )
    assert response.headers["Retry-After"] == seconds
    assert response.page is not None
    assert response.page.retry_after == (retry_after or 1.0)


@pytest.mark.parametrize("headers", [{}, SCRIPT, HTMX, {"authorization": "Bearer sk_2"}])
async def test_temporary_failure_of_a_script(create_routes: CreateRoutes, headers: dict[str, str]) -> None:
    """A page of htmx stays as it is."""
    response = create_routes().check(web_request("POST", "/page", headers), UNAVAILABLE, anyone())
    assert response == error_json(503, "rate_limited", 7.0, (COOKIE,))
    unknown = NotAuthenticated("keys_unavailable", retryable=True)
    response = create_routes().check(web_request("POST", "/page", headers), unknown, anyone())
    assert response == error_json(503, "keys_unavailable", 1.0)
    assert response.headers["Retry-After"] == "1"
