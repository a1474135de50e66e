# Generated from workos_async/_auth/device_flow.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The hand-written device flow methods of `user_management` (OAuth 2.0 Device Authorization Grant, RFC 8628)."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from workos_core.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    DeviceAuthorizationError,
    RateLimitExceededError,
    ServerError,
)
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.request_options import RequestOptions
from workos_core.http.timeouts import check_seconds
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.serialization.model_base import set_fields
from workos_core.suggestions import ResourceClient
from workos_sync._concurrency.callbacks import maybe_await
from workos_sync._concurrency.sleep import sleep

if TYPE_CHECKING:
    from workos_core.models.user_management import AuthenticationResponse, DeviceAuthorization
    from workos_sync._api_requestor import APIRequestor
    from workos_sync.resources.user_management import UserManagement
else:
    AuthenticationResponse = lazy_type("workos_core.models.user_management", "AuthenticationResponse")
    DeviceAuthorization = lazy_type("workos_core.models.user_management", "DeviceAuthorization")

DEFAULT_INTERVAL = 5.0
"""Seconds between two requests if the API doesn't specify an interval."""
DEFAULT_EXPIRY = 300.0
"""Seconds until the device code expires if the API doesn't specify it."""
SLOW_DOWN = 5.0
"""Seconds added to the interval after each `slow_down`."""
MAX_INTERVAL = 60.0
"""The maximum interval in seconds: while the API is unavailable, the interval doubles up to this value."""

_UNAVAILABLE = (APIConnectionError, ServerError, RateLimitExceededError)
_FINAL_ERRORS = ("access_denied", "expired_token")


@hides_locals
class DeviceFlowMethods(ResourceClient):
    """Methods to sign in on devices without a browser, such as command lines and televisions."""

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def device_authorization(
        self,
        *,
        client_id: str | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> "DeviceAuthorization":
        """Start the sign-in of a device. The same as `create_device_authorization`.

        Show `user_code` and `verification_uri` to the user, then wait with `poll_device_code`.

        Args:
            client_id: The client ID of the environment (`client_…`); defaults to that of the client.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this endpoint, so the key does not
                change which failures are retried.
            options: The request options, as for every method.
        """
        return cast("UserManagement", self).create_device_authorization(
            client_id=client_id, idempotency_key=idempotency_key, options=options
        )

    def poll_device_code(
        self,
        device: "DeviceAuthorization | str",
        *,
        interval: float | None = None,
        expires_in: float | None = None,
        deadline: float | None = None,
        on_wait: Callable[[float], Any] | None = None,
        client_id: str | None = None,
        ip_address: str | NotGiven = NOT_GIVEN,
        device_id: str | NotGiven = NOT_GIVEN,
        user_agent: str | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> "AuthenticationResponse":
        """Poll until the user has approved or declined the sign-in, and return the tokens.

        The API is polled every `interval` seconds. The interval grows by five seconds after each `slow_down` and doubles after each
        failure of the connection or the API, which doesn't end the polling. Canceling the task stops it immediately, as does an
        exception from `on_wait`; the code stays valid and can be polled again.

        Args:
            device: The result of `device_authorization`, or only its device code.
            interval: Seconds between two requests; defaults to the value of the API, or 5.
            expires_in: Seconds until the code expires; defaults to the value of the API, or 300. The API enforces the expiry; this
                ends the polling only if the API doesn't.
            deadline: Seconds after which to stop polling; `None` polls until the code expires.
            on_wait: A function that is called before each wait with its duration in seconds, for example to show progress.
            client_id: The client ID of the environment (`client_…`); defaults to that of the client.
            ip_address: The IP address that the sign-in comes from.
            device_id: Your own ID for the device that the sign-in comes from.
            user_agent: The `User-Agent` header of the browser that the sign-in comes from.
            options: The request options, as for every method; they apply to each request.

        Raises:
            DeviceAuthorizationError: The user declined (`access_denied`), or the code has expired (`expired_token`).
            APITimeoutError: The user did neither within `deadline`.
            APIError: The code or the client ID is unknown, or the sign-in requires another step (`AuthenticationFlowError`).
        """
        code, seconds, lifetime = _read_settings(device, interval, expires_in)
        started = time.monotonic()
        limit = check_seconds("deadline", deadline)
        ends_at = None if limit is None else started + limit
        while True:
            remaining = _remaining(ends_at)
            if remaining is not None and seconds >= remaining:
                _wait(remaining, on_wait)
                raise APITimeoutError(f"the user has not approved or declined within the deadline of {limit:g} s")
            _wait(seconds, on_wait)
            try:
                return cast("UserManagement", self).authenticate_with_device_code(
                    device_code=code,
                    client_id=client_id,
                    ip_address=ip_address,
                    device_id=device_id,
                    user_agent=user_agent,
                    options=self._limited(options or {}, _remaining(ends_at)),
                )
            except (APIConnectionError, APIError) as error:
                seconds = _next_interval(error, seconds)
                if time.monotonic() - started >= lifetime + seconds:
                    if isinstance(error, _UNAVAILABLE):
                        raise
                    problem = f"the device code has expired: it was valid for {lifetime:g} s"
                    raise DeviceAuthorizationError("expired_token", problem) from error

    def _limited(self, options: RequestOptions, remaining: float | None) -> RequestOptions:
        """Return the options of a request with a deadline within the remaining time of the polling."""
        if remaining is None:
            return options
        seconds = check_seconds("deadline", options.get("deadline", self._requestor.deadline))
        return {**options, "deadline": remaining if seconds is None else min(remaining, seconds)}


def _remaining(ends_at: float | None) -> float | None:
    return None if ends_at is None else max(0.0, ends_at - time.monotonic())


def _wait(seconds: float, on_wait: Callable[[float], Any] | None) -> None:
    if on_wait is not None:
        maybe_await(on_wait(seconds))
    sleep(seconds)


def _read_settings(
    device: "DeviceAuthorization | str", interval: float | None, expires_in: float | None
) -> tuple[str, float, float]:
    """Return the device code, the interval and the lifetime of the code."""
    code = device if isinstance(device, str) else device.device_code
    fields: dict[str, Any] = {} if isinstance(device, str) else dict(set_fields(device))
    seconds = check_seconds("interval", fields.get("interval") if interval is None else interval)
    lifetime = check_seconds("expires_in", fields.get("expires_in") if expires_in is None else expires_in)
    return code, DEFAULT_INTERVAL if seconds is None else seconds, DEFAULT_EXPIRY if lifetime is None else lifetime


def _next_interval(error: APIConnectionError | APIError, seconds: float) -> float:
    """Return the seconds until the next request, or raise an error that ends the polling."""
    if isinstance(error, RateLimitExceededError):
        return max(seconds, error.retry_after or 0.0)
    if isinstance(error, _UNAVAILABLE):
        return max(seconds, 1.0, min(2 * seconds, MAX_INTERVAL))
    if error.error == "authorization_pending":
        return seconds
    if error.error == "slow_down":
        return seconds + SLOW_DOWN
    if error.error in _FINAL_ERRORS:
        raise DeviceAuthorizationError(error.error, error.message) from error
    raise error
