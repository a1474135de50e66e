import json

import pytest

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_response import (
    ErrorPage,
    WebResponse,
    add_cookies,
    error_json,
    error_page,
    htmx_redirect,
    redirect_location,
    see_other,
    with_return_to,
)

COOKIE = SetCookie("s", "1", 60, None, True, "lax")


def test_redirects_are_not_cached() -> None:
    response = see_other("/next", (COOKIE,))
    assert (response.status, response.body, response.cookies) == (303, "", (COOKIE,))
    assert response.headers == {"Location": "/next", "Cache-Control": "private, no-store"}
    assert response.header_list == [*response.headers.items(), ("Set-Cookie", COOKIE.header)]
    assert see_other("/").cookies == ()


@pytest.mark.parametrize("name", ["Location", "location", "LOCATION"])
def test_location_of_a_redirect(name: str) -> None:
    for status in (301, 302, 303):
        assert redirect_location(WebResponse(status, headers={"X-A": "1", name: "/next"})) == "/next"
        assert redirect_location(WebResponse(status, headers={"X-A": "1"})) is None
    for status in (200, 201, 300, 304, 307, 308):
        assert redirect_location(WebResponse(status, headers={name: "/next"})) is None


@pytest.mark.parametrize(("status", "headers"), [(204, {}), (401, {"WWW-Authenticate": "Bearer"}), (403, {})])
def test_redirects_of_htmx(status: int, headers: dict[str, str]) -> None:
    response = htmx_redirect("/next", status, (COOKIE,))
    assert (response.status, response.body, response.cookies) == (status, "", (COOKIE,))
    assert response.headers == {"HX-Redirect": "/next", "Cache-Control": "no-store", **headers}
    assert htmx_redirect("/next", status).cookies == ()


def test_cookies_are_added_to_a_response_that_is_not_cached_then() -> None:
    other = SetCookie("t", "2", 60, None, True, "lax")
    response = WebResponse(200, "text", {"X-A": "1", "cache-control": "public", "Cache-Control": "public"}, (other,))
    assert add_cookies(response, ()) is response
    added = add_cookies(response, (COOKIE,))
    assert added == WebResponse(200, "text", {"X-A": "1", "Cache-Control": "private, no-store"}, (other, COOKIE))
    assert response.headers["cache-control"] == "public"


@pytest.mark.parametrize(
    ("status", "retry_after", "headers"),
    [
        (401, None, {"WWW-Authenticate": "Bearer"}),
        (403, None, {}),
        (503, 0.2, {"Retry-After": "1"}),
        (503, 2.6, {"Retry-After": "3"}),
        (401, 0, {"WWW-Authenticate": "Bearer", "Retry-After": "1"}),
    ],
)
def test_errors_for_scripts(status: int, retry_after: float | None, headers: dict[str, str]) -> None:
    response = error_json(status, "code", retry_after, (COOKIE,), permission="posts:read")
    assert response.status == status
    assert json.loads(response.body) == {"error": "code", "permission": "posts:read"}
    assert response.headers == {"Content-Type": "application/json", "Cache-Control": "private, no-store", **headers}
    assert response.cookies == (COOKIE,)


def test_error_page_is_escaped_and_not_cached() -> None:
    response = error_page(
        400, "<title>", "<text>", link=('"><script>', '/a?b=1&c="'), cookies=(COOKIE,), retry_after=0.4
    )
    assert (response.status, response.cookies) == (400, (COOKIE,))
    assert response.headers == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "private, no-store",
        "Retry-After": "1",
    }
    assert response.body.startswith('<!doctype html><html lang="en"><head><meta charset="utf-8">')
    assert "<title>&lt;title&gt;</title>" in response.body
    assert "<h1>&lt;title&gt;</h1><p>&lt;text&gt;</p>" in response.body
    assert '<p><a href="/a?b=1&amp;c=&quot;">&quot;&gt;&lt;script&gt;</a></p></main>' in response.body
    assert "<script" not in response.body


def test_error_page_without_a_link() -> None:
    response = error_page(503, "Title", "Text")
    assert "<p>Text</p></main></body></html>" in response.body
    assert response.headers == {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store"}
    assert response.cookies == ()
    assert error_page(503, "Title", "Text", retry_after=2.6).headers["Retry-After"] == "3"


def test_content_of_an_error_page() -> None:
    link = ("Sign in", "/login")
    page = error_page(503, "<Title>", "Text", link=link, retry_after=2.6, reason="api_error").page
    assert page == ErrorPage(503, "<Title>", "Text", "api_error", link, 2.6)
    assert error_page(400, "Title", "Text").page == ErrorPage(400, "Title", "Text", "", None, None)
    assert WebResponse(200).page is None


def test_return_path_is_encoded() -> None:
    assert with_return_to("/sign-in", "/a b/?c=d&e=f#g") == "/sign-in?return_to=/a%20b/%3Fc%3Dd%26e%3Df%23g"


def test_empty_response() -> None:
    response = WebResponse(204)
    assert (response.body, response.header_list) == ("", [])
