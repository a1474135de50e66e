"""An HTTP response as a plain value, whatever the framework."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from attrs import field, frozen

from workos_core.auth.identity.set_cookie import SetCookie

_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}"
    "a{color:#2b4acb}h1{font-size:1.6rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#16161a}a{color:#9db2ff}}"
)


@frozen
class WebResponse:
    """An answer.

    Attributes:
        status: The status.
        body: The text of the body.
        headers: The headers but for cookies.
        cookies: The cookies to set.
    """

    status: int
    body: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    cookies: tuple[SetCookie, ...] = ()

    @property
    def header_list(self) -> list[tuple[str, str]]:
        """All headers, one for each cookie among them."""
        return [*self.headers.items(), *(("Set-Cookie", cookie.header) for cookie in self.cookies)]


def see_other(url: str, cookies: tuple[SetCookie, ...] = ()) -> WebResponse:
    """Send the browser elsewhere. Nobody may keep this answer."""
    return WebResponse(303, headers={"Location": url, "Cache-Control": "no-store"}, cookies=cookies)


def error_json(status: int, error: str, retry_after: float | None = None, **more: Any) -> WebResponse:
    """An error for a program."""
    headers = {"Content-Type": _JSON, "Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after)))
    return WebResponse(status, json.dumps({"error": error, **more}), headers)


def error_page(
    status: int,
    title: str,
    text: str,
    *,
    link: tuple[str, str] | None = None,
    cookies: tuple[SetCookie, ...] = (),
    retry_after: float | None = None,
) -> WebResponse:
    """An error for a person: a page without scripts, in the language `en`.

    Args:
        status: The status.
        title: The heading.
        text: What to say.
        link: Text and URL of a way out.
        cookies: The cookies to set.
        retry_after: Seconds after which to try again.
    """
    way = f'<p><a href="{escape(link[1])}">{escape(link[0])}</a></p>' if link else ""
    body = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><main><h1>{escape(title)}</h1><p>{escape(text)}</p>{way}</main></body></html>"
    )
    headers = {"Content-Type": _HTML, "Cache-Control": "no-store"}
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after)))
    return WebResponse(status, body, headers, cookies)


def with_return_to(path: str, return_to: str) -> str:
    """The path of the login route with where to go afterwards."""
    return f"{path}?return_to={quote(return_to, safe='/')}"
