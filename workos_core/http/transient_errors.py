"""Which errors are transient."""

from workos_core.errors import APIConnectionError, APIError, DecodeError, StoreUnavailableError
from workos_core.http.retry_policy import RETRIABLE_STATUSES


def is_transient(error: Exception) -> bool:
    """Return whether a later attempt may succeed without a change to the request. Long-running tasks then wait instead of failing."""
    match error:
        case APIConnectionError():
            return not error.final
        case APIError():
            return error.status in RETRIABLE_STATUSES
        case DecodeError():
            return error.path == "$"  # not JSON at all, such as the error page of a proxy
        case _:
            return isinstance(error, StoreUnavailableError)
