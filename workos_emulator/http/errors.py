"""API errors. Each helper creates an error with one of the documented body formats."""

from collections.abc import Mapping, Sequence
from typing import Any

from workos_emulator.http.messages import Response


class ApiError(Exception):
    """An error response that ends the handling of a request.

    Attributes:
        status: The status code.
        body: The body, sent as JSON.
        headers: Headers in addition to the default ones.
    """

    def __init__(self, status: int, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body
        self.headers: Mapping[str, str] = headers or {}

    @property
    def text(self) -> str:
        """The human-readable message."""
        message = self.body.get("message") or self.body.get("error_description") or self.body.get("error")
        return str(message or "The request failed.")

    def response(self) -> Response:
        """Return the error response."""
        return Response.json(self.status, self.body, self.headers)


def plain(status: int, message: str) -> ApiError:
    """Return an error with the body `{message}`."""
    return ApiError(status, {"message": message})


def coded(status: int, code: str, message: str, **fields: Any) -> ApiError:
    """Return an error with the body `{code, message}` and additional fields."""
    return ApiError(status, {"code": code, "message": message, **fields})


def oauth(error: str, description: str, **fields: Any) -> ApiError:
    """Return an OAuth 2.0 error: 400 with the body `{error, error_description}` and additional fields."""
    return ApiError(400, {"error": error, "error_description": description, **fields})


def vault(status: int, message: str) -> ApiError:
    """Return an error of the Vault API, with the body `{error}`."""
    return ApiError(status, {"error": message})


def not_found(kind: str, key: str) -> ApiError:
    """Return the 404 error for an object of a `kind` that does not exist."""
    return plain(404, f"{kind} not found: '{key}'.")


def invalid(errors: Sequence[Mapping[str, str]], status: int = 422) -> ApiError:
    """Return a validation error, with the body `{code, message, errors: [{field, code}]}`."""
    return coded(status, "invalid_request_parameters", "Validation failed.", errors=list(errors))


def invalid_field(field: str, code: str, status: int = 422) -> ApiError:
    """Return a validation error for a single field."""
    return invalid([{"field": field, "code": code}], status)
