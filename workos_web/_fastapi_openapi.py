"""The OpenAPI document of a FastAPI application: the security schemes and responses of guards, and the sign-in routes."""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI, HTTPException
from fastapi.openapi.models import APIKey, HTTPBearer
from fastapi.openapi.models import SecurityBase as SecurityModel
from fastapi.requests import HTTPConnection
from fastapi.responses import RedirectResponse
from fastapi.security import OAuth2

from workos_async import SignInPaths
from workos_web._route_names import route_names

__all__ = ["BEARER_SCHEME", "OPTIONAL", "SESSION_SCHEME", "add_sign_in_routes", "describe_security"]

OPTIONAL = "optional"
"""The scope of dependencies that accept requests without credentials."""


class SecurityScheme(OAuth2):
    """A security scheme of the OpenAPI document. It does not read credentials: the guards do that.

    It is a subclass of `OAuth2` because older versions of FastAPI drop the scopes of all other schemes.

    Args:
        name: The key of the scheme in the document.
        model: The scheme.
    """

    def __init__(self, name: str, model: SecurityModel) -> None:
        self.scheme_name = name
        self.model = model

    async def __call__(self, request: HTTPConnection) -> None:
        """Do nothing. FastAPI calls schemes as dependencies, also of WebSocket routes."""


BEARER_SCHEME = SecurityScheme("WorkOSBearer", HTTPBearer(description="The access token of a user, or an API key."))
SESSION_SCHEME = SecurityScheme(
    "WorkOSSession",
    APIKey.model_validate(
        {"in": "cookie", "name": "wos-session", "description": "The cookie of a browser in which a user is signed in."}
    ),
)
_SCHEME_NAMES = (BEARER_SCHEME.scheme_name, SESSION_SCHEME.scheme_name)


def describe_security(app: FastAPI, get_cookie_name: Callable[[], str]) -> None:
    """Add the responses of guards and the name of the session cookie to the OpenAPI document of an application.

    Args:
        app: The application.
        get_cookie_name: Returns the name of the session cookie.
    """
    create_document: Callable[[], dict[str, Any]] = app.openapi

    def openapi() -> dict[str, Any]:
        document = create_document()
        schemes: dict[str, Any] = document.get("components", {}).get("securitySchemes", {})
        if SESSION_SCHEME.scheme_name in schemes:
            schemes[SESSION_SCHEME.scheme_name]["name"] = get_cookie_name()
        for operation in _operations_with_security(document):
            _describe_operation(operation)
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def _operations_with_security(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path_item in document.get("paths", {}).values():
        for operation in path_item.values():
            if isinstance(operation, dict) and "security" in operation:
                yield operation


def _describe_operation(operation: dict[str, Any]) -> None:
    """Replace the scopes of guards, which OpenAPI allows for OAuth 2 only, by responses.

    FastAPI caches the document: an operation that is already described has no scopes, and is left unchanged.
    """
    scopes = dict[str, None]()
    alternatives = list[dict[str, list[str]]]()
    for alternative in operation["security"]:
        for name in _SCHEME_NAMES:
            if name in alternative:
                scopes |= dict.fromkeys(alternative[name])
                alternative[name] = []
        if alternative not in alternatives:
            alternatives.append(alternative)
    if not scopes:
        return
    requirements = [scope for scope in scopes if scope != OPTIONAL]
    operation["security"] = alternatives if requirements else [{}, *alternatives]
    if requirements:
        responses = operation.setdefault("responses", {})
        for status, description in (
            ("401", "There are no credentials, or they are invalid."),
            ("403", f"The identity does not have what is required: {', '.join(requirements)}."),
            ("503", "The credentials can't be verified right now. `Retry-After` is the number of seconds to wait."),
        ):
            responses.setdefault(status, _error_response(description))


def _error_response(description: str) -> dict[str, Any]:
    properties = {name: {"type": "string"} for name in ("error", "reason", "required")}
    schema = {"type": "object", "properties": properties, "required": ["error"]}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def add_sign_in_routes(app: FastAPI, paths: SignInPaths, *, include_in_schema: bool) -> None:
    """Add the sign-in routes to an application, which gives them names and adds them to its OpenAPI document.

    Args:
        app: The application.
        paths: The paths of the routes.
        include_in_schema: Whether the routes are part of the document.
    """

    async def respond_not_found() -> None:
        raise HTTPException(404)  # the middleware responds to requests for these routes

    for name, path in route_names(paths).items():
        app.add_api_route(
            path,
            respond_not_found,
            methods=[paths.methods[path]],
            name=name,
            operation_id=name,
            tags=["Sign-in"],
            summary=_SUMMARIES[name],
            status_code=303,
            response_description="A redirect.",
            response_class=RedirectResponse,
            include_in_schema=include_in_schema,
            openapi_extra=_inputs(name),
        )


_SUMMARIES = {
    "workos_login": "Start a sign-in",
    "workos_callback": "Complete a sign-in",
    "workos_logout": "Sign out",
    "workos_switch_organization": "Switch to another organization",
}
_QUERIES = {
    "workos_login": ("return_to", "screen_hint", "login_hint", "organization_id"),
    "workos_callback": ("code", "state", "error", "error_description"),
}


def _inputs(name: str) -> dict[str, Any]:
    """Return the query parameters or the form of a sign-in route."""
    text = {"type": "string"}
    if name == "workos_switch_organization":
        form = {
            "type": "object",
            "properties": {"organization_id": text, "return_to": text},
            "required": ["organization_id"],
        }
        return {"requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form}}}}
    return {"parameters": [{"name": each, "in": "query", "schema": text} for each in _QUERIES.get(name, ())]}
