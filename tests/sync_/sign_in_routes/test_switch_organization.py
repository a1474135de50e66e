# Generated from tests/async_/sign_in_routes/test_switch_organization.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The route that switches to another organization, and the hook `on_refreshed` there."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.support.session_api import COOKIE
from tests.support.sign_in_api import (
    AUTHENTICATE,
    FORM,
    HTMX,
    REVOKED,
    SignInAPI,
    access_token,
    expired_session,
    sealed_session,
    session_cookie,
    web_request,
)
from tests.support.sign_in_hooks import EXTRA, assert_failed, each_failing_hook
from workos_core.auth.identity.sign_in_hooks import HookFailed, SignInDenied
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_page, htmx_redirect, see_other
from workos_core.auth.sealing.iron import unseal
from workos_core.auth.sessions.results import SessionRefreshed
from workos_sync import OrganizationNotSwitched, SignIn, SignInRoutes

CreateRoutes = Callable[..., SignInRoutes]

TO_ORG_2 = {"organization_id": "org_2", "return_to": "/there"}


def switch_request(form: dict[str, str] = TO_ORG_2, headers: dict[str, str] = FORM, **fields: Any) -> WebRequest:
    return web_request("POST", "/switch-organization", headers, form=form, cookies=session_cookie(), **fields)


def test_switch(create_routes: CreateRoutes, api: SignInAPI) -> None:
    response = create_routes().handle(switch_request())
    assert response == see_other("/there", response.cookies)
    assert [cookie.name for cookie in response.cookies] == ["wos-session"]
    assert sealed_session(response.cookies).access_token == access_token(organization_id="org_2")
    ((path, body),) = api.requests
    assert path == AUTHENTICATE
    assert (body["grant_type"], body["refresh_token"], body["organization_id"]) == ("refresh_token", "old", "org_2")


def test_switch_of_htmx(create_routes: CreateRoutes) -> None:
    response = create_routes().handle(switch_request(headers={**HTMX, "sec-fetch-site": "same-origin"}))
    assert response == htmx_redirect("/there", 204, response.cookies)
    assert sealed_session(response.cookies)


@pytest.mark.parametrize(
    ("return_to", "root_path", "location"),
    [
        ("/there?a=b", "", "/there?a=b"),
        ("", "", "/"),
        ("https://evil.example/", "", "/"),
        ("//evil.example", "/shop", "/shop/"),
        ("/login", "", "/"),
        ("/shop/switch-organization", "/shop", "/shop/"),
        ("/shop/there", "/shop", "/shop/there"),
    ],
)
def test_return_to(create_routes: CreateRoutes, return_to: str, root_path: str, location: str) -> None:
    form = {"organization_id": "org_2", "return_to": return_to}
    response = create_routes().handle(switch_request(form, root_path=root_path))
    assert (response.status, response.headers["Location"]) == (303, location)
    response = create_routes().handle(switch_request({"return_to": return_to}, root_path=root_path))
    assert response == error_page(
        400,
        "No organization selected",
        "Select an organization and try again (organization_id is missing).",
        link=("Back", location),
        reason="missing_organization",
    )


@pytest.mark.parametrize(
    ("default", "location"),
    [("/home", "/shop/home"), ("/shop/home", "/shop/home"), ("https://frontend.example/", "https://frontend.example/")],
)
def test_default_return_to(create_routes: CreateRoutes, default: str, location: str) -> None:
    routes = create_routes(default_return_to=default)
    for return_to in ("", "https://evil.example/", "/shop/login"):
        form = {"organization_id": "org_2", "return_to": return_to}
        assert (routes.handle(switch_request(form, root_path="/shop"))).headers["Location"] == location


def test_the_query_is_no_form(create_routes: CreateRoutes, api: SignInAPI) -> None:
    request = web_request("POST", "/switch-organization?organization_id=org_2", FORM, cookies=session_cookie())
    response = create_routes().handle(request)
    assert response.page is not None
    assert response.page.reason == "missing_organization"
    assert api.requests == []


@pytest.mark.parametrize(
    ("failure", "status", "reason", "retry_after"),
    [
        (httpx.Response(503), 503, "api_unavailable", 1.0),
        (httpx.Response(429, headers={"Retry-After": "7"}), 503, "rate_limited", 7.0),
        (httpx.Response(400, json={"error": "invalid_grant"}), 403, "invalid_grant", None),
        (httpx.Response(403, json={"code": "a/b", "message": "m"}), 403, "unknown", None),
    ],
)
def test_failed_switch(
    create_routes: CreateRoutes,
    api: SignInAPI,
    failure: httpx.Response,
    status: int,
    reason: str,
    retry_after: float | None,
) -> None:
    """The session in the current organization remains."""
    api.failures[AUTHENTICATE] = failure
    response = create_routes().handle(switch_request())
    assert response == error_page(
        status,
        "Organization not switched",
        f"You are still in the same organization ({reason}).",
        link=("Back", "/there"),
        retry_after=retry_after,
        reason=reason,
    )


def test_cookies_of_a_failed_switch(create_routes: CreateRoutes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a subclass of `SignIn`: its own result has none, because the session may still be valid."""

    def switch_organization(*arguments: Any, **options: Any) -> OrganizationNotSwitched:
        return OrganizationNotSwitched("session_ended", cookies=expired_session())

    monkeypatch.setattr(SignIn, "switch_organization", switch_organization)
    response = create_routes().handle(switch_request())
    assert (response.status, response.cookies) == (403, expired_session())


def test_switch_without_a_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    response = create_routes().handle(web_request("POST", "/switch-organization", FORM, form=TO_ORG_2))
    assert response.page is not None
    assert (response.page.status, response.page.reason) == (403, "no_session_cookie_provided")
    assert api.requests == []


def test_an_organization_that_requires_a_sign_in(create_routes: CreateRoutes, api: SignInAPI) -> None:
    api.failures[AUTHENTICATE] = httpx.Response(403, json={"error": "sso_required", "error_description": "d"})
    response = create_routes().handle(switch_request())
    query = parse_qs(urlsplit(response.headers["Location"]).query)
    assert (query["organization_id"], query["state"]) == (["org_2"], [response.cookies[0].value])
    assert response == see_other(response.headers["Location"], response.cookies)
    assert unseal(response.cookies[0].value, COOKIE)["returnPathname"] == "/there"


def test_the_hook_sees_the_new_session(create_routes: CreateRoutes, api: SignInAPI) -> None:
    calls: list[tuple[WebRequest, SessionRefreshed]] = []

    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        calls.append((request, session))

    request = switch_request()
    response = create_routes(hooks={"on_refreshed": on_refreshed}).handle(request)
    assert response == see_other("/there", response.cookies)
    ((seen, session),) = calls
    assert seen == request
    assert (session.organization_id, session.session_id) == ("org_2", "session_1")
    assert api.paths == [AUTHENTICATE]


def test_a_response_of_the_hook(create_routes: CreateRoutes) -> None:
    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> WebResponse:
        return WebResponse(202, "chosen", {"Content-Type": "text/plain"}, (EXTRA,))

    response = create_routes(hooks={"on_refreshed": on_refreshed}).handle(switch_request())
    assert (response.status, response.body) == (202, "chosen")
    assert response.headers == {"Content-Type": "text/plain", "Cache-Control": "private, no-store"}
    assert response.cookies[0] == EXTRA
    assert sealed_session(response.cookies).access_token == access_token(organization_id="org_2")


@pytest.mark.parametrize(
    ("message", "text"), [(None, "You can't sign in to this application."), ("Not <this> one.", "Not <this> one.")]
)
def test_a_denied_session(create_routes: CreateRoutes, api: SignInAPI, message: str | None, text: str) -> None:
    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        raise SignInDenied("suspended/1", message=message)

    response = create_routes(hooks={"on_refreshed": on_refreshed}).handle(switch_request())
    assert response == error_page(
        403,
        "Sign-in denied",
        text,
        link=("Sign in again", "/login?return_to=/there"),
        cookies=expired_session(),
        reason="suspended/1",
    )
    assert api.requests[1:] == [REVOKED]


def test_a_denied_session_with_a_response(create_routes: CreateRoutes, api: SignInAPI) -> None:
    def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None:
        raise SignInDenied(response=see_other("/request-access", (EXTRA,)))

    response = create_routes(hooks={"on_refreshed": on_refreshed}).handle(switch_request())
    assert response == see_other("/request-access", (EXTRA, *expired_session()))
    assert api.requests[1:] == [REVOKED]


@each_failing_hook
def test_a_hook_that_fails(create_routes: CreateRoutes, api: SignInAPI, hook: Any) -> None:
    with pytest.raises(HookFailed) as raised:
        create_routes(hooks={"on_refreshed": hook}).handle(switch_request())
    assert_failed(raised.value, "on_refreshed", hook, expired_session())
    assert api.requests[1:] == [REVOKED]
