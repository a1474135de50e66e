"""Which errors pass by themselves."""

from workos_core.errors import APIConnectionError, APIError, DecodeError, StoreUnavailableError
from workos_core.http.retry_policy import RETRIABLE_STATUSES


def is_transient(error: Exception) -> bool:
    """Whether what failed may work a while later without a change on our side: who runs for days waits then instead of giving up."""
    match error:
        case APIConnectionError():
            return not error.final
        case APIError():
            return error.status in RETRIABLE_STATUSES
        case DecodeError():
            return error.path == "$"  # no JSON at all: the page of some proxy
        case _:
            return isinstance(error, StoreUnavailableError)
