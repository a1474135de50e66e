"""Errors as the API sends them. Each helper makes one of the documented forms of an error body."""

from collections.abc import Mapping, Sequence
from typing import Any

from workos_emulator.http.messages import Response


class ApiError(Exception):
    """Ends the handling of a request with an error.

    Attributes:
        status: The status code.
        body: The body, sent as JSON.
        headers: Headers beside those that every response has.
    """

    def __init__(self, status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body
        self.headers = headers or {}

    @property
    def text(self) -> str:
        """What it says, for people."""
        message = self.body.get("message") or self.body.get("error_description") or self.body.get("error")
        return str(message or "The request was refused.")

    def response(self) -> Response:
        """The response that says so."""
        return Response.json(self.status, self.body, self.headers)


def plain(status: int, message: str) -> ApiError:
    """`{message}`."""
    return ApiError(status, {"message": message})


def coded(status: int, code: str, message: str, **fields: Any) -> ApiError:
    """`{code, message}` and what the code brings along."""
    return ApiError(status, {"code": code, "message": message, **fields})


def oauth(error: str, description: str, **fields: Any) -> ApiError:
    """`{error, error_description}` with 400, the form of OAuth 2.0."""
    return ApiError(400, {"error": error, "error_description": description, **fields})


def vault(status: int, message: str) -> ApiError:
    """`{error}`, the form of the vault."""
    return ApiError(status, {"error": message})


def not_found(kind: str, key: str) -> ApiError:
    """404: there is no `kind` with this id or name."""
    return plain(404, f"{kind} not found: '{key}'.")


def invalid(errors: Sequence[Mapping[str, str]], status: int = 422) -> ApiError:
    """`{code, message, errors: [{field, code}]}`: values that do not fit the documentation."""
    return coded(status, "invalid_request_parameters", "Validation failed.", errors=list(errors))


def invalid_field(field: str, code: str, status: int = 422) -> ApiError:
    """The same for a single field."""
    return invalid([{"field": field, "code": code}], status)
