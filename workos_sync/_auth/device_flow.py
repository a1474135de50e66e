# Generated from workos_async/_auth/device_flow.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The written methods of `user_management` for devices without a browser: RFC 8628, from the code to the tokens."""

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
from workos_core.http.request_options import RequestOptions
from workos_core.http.timeouts import check_seconds
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.serialization.model import set_fields
from workos_sync._concurrency.callbacks import maybe_await
from workos_sync._concurrency.sleep import sleep

if TYPE_CHECKING:
    from workos_core.models.user_management import AuthenticationResponse, DeviceAuthorization
    from workos_sync.resources.user_management import UserManagement

DEFAULT_INTERVAL = 5.0
"""Seconds between two requests where the API does not say."""
DEFAULT_EXPIRY = 300.0
SLOW_DOWN = 5.0
"""Seconds by which the interval grows after each `slow_down`."""
LONGEST_INTERVAL = 60.0
"""Seconds to which the interval grows, doubling, while the API can't be reached."""

_UNREACHABLE = (APIConnectionError, ServerError, RateLimitExceededError)
_FINAL = ("access_denied", "expired_token")


class DeviceFlowMethods:
    """Sign-in of command lines, televisions and the like: a code here, the browser on another device."""

    __slots__ = ()

    def device_authorization(
        self, *, client_id: str | None = None, options: RequestOptions | None = None
    ) -> "DeviceAuthorization":
        """Begin the sign-in of a device; the same as `create_device_authorization`.

        Show the user `user_code` and `verification_uri`, then wait with `poll_device_code`.

        Args:
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            options: As for every method.
        """
        return cast("UserManagement", self).create_device_authorization(client_id=client_id, options=options)

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
        """Wait until the user has decided, and get the tokens.

        The API is asked every `interval` seconds, five seconds less often after each `slow_down`, and half as often after each
        failure of the connection or the API, which does not end the wait. Cancelling the task ends it at once, as does an
        exception from `on_wait`; the code stays good then, and may be polled again.

        Args:
            device: What `device_authorization` gave, or the device code alone.
            interval: Seconds between two requests; None takes what the API said, or 5.
            expires_in: Seconds after which the code has expired; None takes what the API said, or 300. The API decides; this only
                ends the wait where it does not.
            deadline: Seconds after which to give up; None waits until the code expires.
            on_wait: Called before each wait with its seconds, for instance to show that the program is alive.
            client_id: The client id of the environment (`client_…`). None takes that of the client.
            ip_address: The IP address the sign-in came from.
            device_id: Your own id for the device the sign-in came from.
            user_agent: The `User-Agent` header of the browser the sign-in came from.
            options: As for every method, for each of the requests.

        Raises:
            DeviceAuthorizationError: The user declined (`access_denied`), or the code has expired (`expired_token`).
            APITimeoutError: The user has not decided within `deadline`.
            APIError: The code or the client id is not known, or the user has a further step to take (`AuthenticationFlowError`).
        """
        code, seconds, lifetime = _read(device, interval, expires_in)
        started = time.monotonic()
        limit = check_seconds("deadline", deadline)
        while True:
            left = None if limit is None else max(0.0, started + limit - time.monotonic())
            if left is not None and seconds >= left:
                _wait(left, on_wait)
                raise APITimeoutError(f"the user has not decided within the deadline of {limit:g} s")
            _wait(seconds, on_wait)
            try:
                return cast("UserManagement", self).authenticate_with_device_code(
                    device_code=code,
                    client_id=client_id,
                    ip_address=ip_address,
                    device_id=device_id,
                    user_agent=user_agent,
                    options=_within(left, seconds, options),
                )
            except (APIConnectionError, APIError) as error:
                seconds = _next_interval(error, seconds)
                if time.monotonic() - started >= lifetime + seconds:
                    if isinstance(error, _UNREACHABLE):
                        raise
                    raise DeviceAuthorizationError(
                        "expired_token", "the API did not say so, but the time is over"
                    ) from error


def _wait(seconds: float, on_wait: Callable[[float], Any] | None) -> None:
    if on_wait is not None:
        maybe_await(on_wait(seconds))
    sleep(seconds)


def _within(left: float | None, waited: float, options: RequestOptions | None) -> RequestOptions:
    """The options of a request, which may not take longer than what is left."""
    found: RequestOptions = {**(options or {})}
    if left is not None:
        found["deadline"] = min(left - waited, found.get("deadline") or left)
    return found


def _read(
    device: "DeviceAuthorization | str", interval: float | None, expires_in: float | None
) -> tuple[str, float, float]:
    """The device code, the interval and the lifetime."""
    code = device if isinstance(device, str) else device.device_code
    said: dict[str, Any] = {} if isinstance(device, str) else dict(set_fields(device))
    seconds = check_seconds("interval", said.get("interval") if interval is None else interval)
    lifetime = check_seconds("expires_in", said.get("expires_in") if expires_in is None else expires_in)
    return code, DEFAULT_INTERVAL if seconds is None else seconds, DEFAULT_EXPIRY if lifetime is None else lifetime


def _next_interval(error: APIConnectionError | APIError, seconds: float) -> float:
    """Seconds to the next request; an error that ends the wait is raised."""
    if isinstance(error, RateLimitExceededError):
        return max(seconds, error.retry_after or 0.0)
    if isinstance(error, _UNREACHABLE):
        return max(seconds, 1.0, min(2 * seconds, LONGEST_INTERVAL))
    if error.error == "authorization_pending":
        return seconds
    if error.error == "slow_down":
        return seconds + SLOW_DOWN
    if error.error in _FINAL:
        raise DeviceAuthorizationError(error.error, error.message) from error
    raise error
