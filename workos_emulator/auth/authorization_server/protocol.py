"""Parameters, errors and responses of OAuth 2.0 requests."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from workos_emulator.http import errors, urls
from workos_emulator.http.messages import Request, Response

NO_STORE = {"cache-control": "no-store", "pragma": "no-cache"}
"""The headers of responses with tokens or secrets."""

_MAX_FORM_SIZE = 64 * 1024
_OUTSIDE_DESCRIPTIONS = re.compile(r"[^\x20-\x21\x23-\x5b\x5d-\x7e]")


class AuthorizationError(Exception):
    """An error that the browser is redirected to the application with (RFC 6749, section 4.1.2.1).

    Attributes:
        error: The error code.
        description: The error description.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = _clean(description)


class Parameters:
    """The parameters of a query or form. Empty ones are treated as omitted.

    Attributes:
        repeated: The names of parameters that occur more than once, although they must not.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            if value:
                self._values.setdefault(name, []).append(value)
        self.repeated: list[str] = [
            name for name, values in self._values.items() if len(values) > 1 and name != "resource"
        ]

    def get(self, name: str) -> str | None:
        """Return the value of a parameter; None if it is omitted."""
        values = self._values.get(name)
        return values[0] if values else None

    def all(self, name: str) -> list[str]:
        """Return all values of a parameter."""
        return self._values.get(name, [])


def read_query(text: str) -> Parameters:
    """Parse a query.

    Raises:
        ApiError: 400 `invalid_request` if it is not percent-encoded UTF-8.
    """
    try:
        return Parameters(parse_qsl(text, keep_blank_values=True, errors="strict"))
    except ValueError:
        raise error("invalid_request", "The parameters are not percent-encoded UTF-8.") from None


def read_form(request: Request) -> Parameters:
    """Parse the form in the body of a request.

    Raises:
        ApiError: 400 `invalid_request` if the body is not a form, is too large, or repeats a parameter.
    """
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/x-www-form-urlencoded":
        raise error("invalid_request", "Send the parameters as application/x-www-form-urlencoded.")
    if len(request.body) > _MAX_FORM_SIZE:
        raise error("invalid_request", f"The body may have at most {_MAX_FORM_SIZE} bytes.", 413)
    parameters = read_query(request.body.decode("latin-1"))
    if parameters.repeated:
        raise error("invalid_request", f"{parameters.repeated[0]} is included more than once.")
    return parameters


def require(parameters: Parameters, name: str) -> str:
    """Return the value of a required parameter.

    Raises:
        ApiError: 400 `invalid_request` if it is omitted.
    """
    value = parameters.get(name)
    if value is None:
        raise error("invalid_request", f"{name} is required.")
    return value


def error(code: str, description: str, status: int = 400, headers: dict[str, str] | None = None) -> errors.ApiError:
    """Return an error response with the body `{error, error_description}` (RFC 6749, section 5.2)."""
    body = {"error": code, "error_description": _clean(description)}
    return errors.ApiError(status, body, NO_STORE | (headers or {}))


def _clean(description: str) -> str:
    """Replace the characters that an error description must not have (RFC 6749, section 5.2), such as those of a quoted value."""
    return _OUTSIDE_DESCRIPTIONS.sub("?", description)


def json_response(value: Any, status: int = 200) -> Response:
    """Return a response with JSON that must not be stored."""
    return Response.json(status, value, NO_STORE)


def redirect(redirect_uri: str, client_state: str | None, status: int = 303, **parameters: str) -> Response:
    """Redirect the browser to the application."""
    query = parameters if client_state is None else {**parameters, "state": client_state}
    separator = "&" if "?" in redirect_uri else "?"
    location = f"{redirect_uri}{separator}{urlencode(query, quote_via=quote)}"
    return Response(status, {"location": urls.percent_encode(location), "cache-control": "no-store"})
