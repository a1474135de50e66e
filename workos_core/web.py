"""An HTTP request and its answer as plain values, between the routes of sign-in and whichever framework carries them."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from attrs import field, frozen

from workos_core.set_cookies import SetCookie, read_cookies

__all__ = ["WebAnswer", "WebRequest", "error_page", "see_other"]

MAX_FORM = 65_536
_HTML, _JSON = "text/html; charset=utf-8", "application/json"
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}"
    "a{color:#2b4acb}h1{font-size:1.6rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#16161a}a{color:#9db2ff}}"
)


@frozen
class WebRequest:
    """A request.

    Attributes:
        method: The method in capitals.
        path: The path, as the app sees it.
        query: The query as it was sent, without the question mark.
        headers: The headers by lower-case name; several of one name joined with `, `, cookies with `; `.
        body: The bytes of the body, for forms.
        ip_address: The address of the user, if the framework knows it.
    """

    method: str
    path: str
    query: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    body: bytes = field(default=b"", repr=False)
    ip_address: str | None = None

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies, without those that come twice with different values."""
        return read_cookies(self.headers.get("cookie"))

    @property
    def authorization(self) -> str | None:
        """The `Authorization` header."""
        return self.headers.get("authorization")

    def argument(self, name: str) -> str | None:
        """A value of the query; None if it is not there, or twice."""
        return _one(self.query, name)

    def field(self, name: str) -> str | None:
        """A value of the form in the body; None if it is not there, or twice."""
        return _one(self.body[: MAX_FORM + 1].decode("utf-8", "replace"), name) if len(self.body) <= MAX_FORM else None

    @property
    def wants_page(self) -> bool:
        """Whether a person waits for a page, and can be sent to sign in: a browser that navigates, not a script that fetches."""
        if self.method not in ("GET", "HEAD") or "authorization" in self.headers:
            return False
        mode = self.headers.get("sec-fetch-mode")
        if mode is not None:
            return mode == "navigate"
        return "text/html" in self.headers.get("accept", "")

    def comes_from(self, origin: str) -> bool:
        """Whether a form was sent by a page of the app, as far as the browser says.

        Args:
            origin: Scheme, host and port of the app. Its own `Host` counts too, for apps behind several names.
        """
        site = self.headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        sent = self.headers.get("origin")
        if sent is None:
            return True  # no browser of the last years; SameSite is left
        return sent == origin or (sent != "null" and urlsplit(sent).netloc == self.headers.get("host"))


@frozen
class WebAnswer:
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


def see_other(url: str, cookies: tuple[SetCookie, ...] = ()) -> WebAnswer:
    """Send the browser elsewhere. Nobody may keep this answer."""
    return WebAnswer(303, headers={"Location": url, "Cache-Control": "no-store"}, cookies=cookies)


def error_json(status: int, error: str, retry_after: float | None = None, **more: Any) -> WebAnswer:
    """An error for a program."""
    headers = {"Content-Type": _JSON, "Cache-Control": "no-store"}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after)))
    return WebAnswer(status, json.dumps({"error": error, **more}), headers)


def error_page(
    status: int,
    title: str,
    text: str,
    *,
    link: tuple[str, str] | None = None,
    cookies: tuple[SetCookie, ...] = (),
    retry_after: float | None = None,
) -> WebAnswer:
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
    return WebAnswer(status, body, headers, cookies)


def with_return_to(path: str, return_to: str) -> str:
    """The path of the login route with where to go afterwards."""
    return f"{path}?return_to={quote(return_to, safe='/')}"


def _one(text: str, name: str) -> str | None:
    try:
        values = parse_qs(text, keep_blank_values=True, max_num_fields=100).get(name, [])
    except ValueError:
        return None
    return values[0] if len(values) == 1 else None
