"""The written part of the public surface: names, signatures, error attributes. A change here is a change for users, so it is made by hand."""

import inspect
from datetime import UTC, datetime

import pytest

import workos_async
import workos_sync
from workos_async import Pager, WorkOS
from workos_core import errors

CONSTRUCTOR = (
    "(api_key, *, client_id, base_url, timeout, max_retries, retry, deadline, limits, http2, proxy, verify, http_library, "
    "transport, http_client, headers, hooks, rate_limiter, tracing, issuer, leeway, refresh_lock)"
)
CLIENT = {"aclose", "actions", "base_url", "client_id", "pkce", "request", "verify_access_token"}
PAGER = {"collect", "cursor", "items", "page", "pages", "take"}
OPTIONS = {"deadline", "headers", "max_retries", "on_response", "idempotent", "retry", "timeout"}
ERRORS = {
    "APIConnectionError": {"attempts", "final", "sent"},
    "APIError": {"attempts", "body", "code", "details", "error", "errors", "message", "request_id", "status"},
    "DecodeError": {"attempts", "body", "path", "request_id", "status"},
    "DeviceAuthorizationError": {"error", "error_description"},
    "EventGapError": {"since"},
    "InvalidTokenError": {"reason"},
    "MissingFieldError": {"field", "model"},
    "RateLimitExceededError": {
        "attempts",
        "body",
        "code",
        "details",
        "error",
        "errors",
        "message",
        "request_id",
        "retry_after",
        "status",
    },
}


def public(value: object) -> set[str]:
    return {name for name in dir(value) if not name.startswith("_")}


def names(function: object) -> str:
    kinds = [(name, parameter.kind) for name, parameter in inspect.signature(function).parameters.items()]  # type: ignore[arg-type]
    first = next(index for index, (_, kind) in enumerate(kinds) if kind is inspect.Parameter.KEYWORD_ONLY)
    listed = [name for name, _ in kinds]
    return f"({', '.join([*listed[:first], '*', *listed[first:]])})"


@pytest.mark.parametrize("flavour", [workos_async, workos_sync])
def test_the_constructor(flavour: object) -> None:
    assert names(flavour.WorkOS) == CONSTRUCTOR  # type: ignore[attr-defined]
    defaults = inspect.signature(WorkOS).parameters
    assert (defaults["timeout"].default, defaults["max_retries"].default) == (workos_async.NOT_GIVEN, 3)


def test_the_client_beside_its_areas() -> None:
    from workos_async.resources import Resources

    assert public(WorkOS) - public(Resources) == CLIENT
    assert public(workos_sync.WorkOS) == {"close" if name == "aclose" else name for name in public(WorkOS)}


def test_the_pager() -> None:
    assert public(Pager) == public(workos_sync.Pager) == PAGER


def test_the_options_of_a_call() -> None:
    assert set(workos_async.RequestOptions.__annotations__) == OPTIONS


@pytest.mark.parametrize("name", ERRORS)
def test_the_attributes_of_errors(name: str) -> None:
    made: dict[str, Exception] = {
        "APIConnectionError": errors.APIConnectionError("m"),
        "APIError": errors.APIError("m", status=418),
        "DecodeError": errors.DecodeError("m", path="$", status=200, request_id=None, body=""),
        "DeviceAuthorizationError": errors.DeviceAuthorizationError("access_denied", None),
        "EventGapError": errors.EventGapError(datetime.now(UTC)),
        "InvalidTokenError": errors.InvalidTokenError("m", reason="expired"),
        "MissingFieldError": errors.MissingFieldError("User", "id"),
        "RateLimitExceededError": errors.RateLimitExceededError("m", status=429),
    }
    inherited = public(AttributeError()) if name == "MissingFieldError" else public(Exception())
    assert public(made[name]) - inherited == ERRORS[name]


def test_every_error_is_exported_by_both_flavours() -> None:
    classes = {
        name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, errors.WorkOSError)
    }
    assert classes <= set(workos_async.__all__)
    assert classes <= set(workos_sync.__all__)
