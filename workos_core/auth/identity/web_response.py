"""An HTTP response as a plain value, independent of the web framework."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from attrs import evolve, field, frozen

from workos_core.auth.identity.response_caching import PRIVATE
from workos_core.auth.identity.set_cookie import SetCookie

_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}"
    "a{color:#2b4acb}h1{font-size:1.6rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#16161a}a{color:#9db2ff}}"
)


@frozen
class ErrorPage:
    """The content of an error page, for a page of your own (`SignInHooks.error_page`).

    Attributes:
        status: The status code of the default page.
        title: The heading, in English.
        text: The explanation, in English.
        reason: A machine-readable code, such as `access_denied`; new codes may be added.
        link: The text and URL of a link that helps the user to continue, or `None`.
        retry_after: Seconds to wait before a retry, or `None`.
    """

    status: int
    title: str
    text: str
    reason: str
    link: tuple[str, str] | None = None
    retry_after: float | None = None


@frozen
class WebResponse:
    """An HTTP response.

    Attributes:
        status: The status code.
        body: The body as text.
        headers: The headers, without cookies.
        cookies: The cookies to set.
        page: The content of the body if it is an error page of this SDK, else `None`.
    """

    status: int
    body: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False, hash=False)
    cookies: tuple[SetCookie, ...] = ()
    page: ErrorPage | None = field(default=None, repr=False)

    @property
    def header_list(self) -> list[tuple[str, str]]:
        """All headers, with one `Set-Cookie` header for each cookie."""
        return [*self.headers.items(), *(("Set-Cookie", cookie.header) for cookie in self.cookies)]


def see_other(url: str, cookies: tuple[SetCookie, ...] = ()) -> WebResponse:
    """Return a 303 redirect that must not be cached."""
    return WebResponse(303, headers={"Location": url, "Cache-Control": PRIVATE}, cookies=cookies)


def redirect_location(response: WebResponse) -> str | None:
    """Return the URL that a response redirects the browser to with GET, or `None` if it is no such redirect."""
    if response.status not in (301, 302, 303):
        return None
    return next((value for name, value in response.headers.items() if name.lower() == "location"), None)


def htmx_redirect(url: str, status: int, cookies: tuple[SetCookie, ...] = ()) -> WebResponse:
    """Return a response that makes htmx open a URL: it follows `HX-Redirect` whatever the status is, except for redirects.

    The browser itself follows a redirect (3xx), so htmx would insert the sign-in page into the current one, or fail because the page
    is on another origin. Use 204 after an action, and 401 for a request that was rejected.
    """
    headers = {"HX-Redirect": url, "Cache-Control": "no-store"}
    return WebResponse(status, "", headers | ({"WWW-Authenticate": "Bearer"} if status == 401 else {}), cookies)


def error_json(
    status: int, error: str, retry_after: float | None = None, cookies: tuple[SetCookie, ...] = (), **fields: Any
) -> WebResponse:
    """Return an error as JSON with additional fields, for API clients and scripts. It must not be cached."""
    headers = {"Content-Type": _JSON, "Cache-Control": PRIVATE}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after)))
    return WebResponse(status, json.dumps({"error": error, **fields}), headers, cookies)


def error_page(
    status: int,
    title: str,
    text: str,
    *,
    link: tuple[str, str] | None = None,
    cookies: tuple[SetCookie, ...] = (),
    retry_after: float | None = None,
    reason: str = "",
) -> WebResponse:
    """Return an error as an HTML page in English, without scripts. It must not be cached.

    Args:
        status: The status code.
        title: The heading.
        text: The explanation below the heading.
        link: The text and URL of a link below the explanation.
        cookies: The cookies to set.
        retry_after: Seconds for the `Retry-After` header.
        reason: The machine-readable code of the error, which the page does not show.
    """
    anchor = f'<p><a href="{escape(link[1])}">{escape(link[0])}</a></p>' if link else ""
    body = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1><p>{escape(text)}</p>{anchor}</main></body></html>"
    )
    headers = {"Content-Type": _HTML, "Cache-Control": PRIVATE}
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after)))
    return WebResponse(status, body, headers, cookies, ErrorPage(status, title, text, reason, link, retry_after))


def add_cookies(response: WebResponse, cookies: tuple[SetCookie, ...]) -> WebResponse:
    """Return a response that sets further cookies, and that no cache stores if it sets any."""
    if not cookies:
        return response
    headers = {name: value for name, value in response.headers.items() if name.lower() != "cache-control"}
    headers["Cache-Control"] = "private, no-store"
    return evolve(response, headers=headers, cookies=(*response.cookies, *cookies))


def with_return_to(path: str, return_to: str) -> str:
    """Return the path of the sign-in route with `return_to` in its query."""
    return f"{path}?return_to={quote(return_to, safe='/')}"
