"""The expected outcome and number of attempts of every call, by fault and class of operations."""

from attrs import evolve, frozen

from tests.faults.faults import FAULTS
from tests.faults.operations import Operation

RETRIES = 2


@frozen
class Expected:
    """The expected result of a call.

    Attributes:
        outcome: `ok`, or the name of the exception.
        attempts: The number of attempts, also according to the exception.
        received: The number of requests that the server receives.
    """

    outcome: str
    attempts: int
    received: int

    def __str__(self) -> str:
        return f"{self.outcome} ×{self.attempts}"


def _parse(text: str) -> Expected:
    outcome, _, attempts = text.partition(" ×")
    return Expected(outcome, int(attempts), int(attempts))


CONNECTION = "APIConnectionError"
TIMEOUT = "APITimeoutError"

# Fault → the results of an operation that is retried if it may have been processed, and of one that is not.
_TABLE: dict[str, tuple[str, str]] = {
    "connection refused": (f"{CONNECTION} ×3", f"{CONNECTION} ×3"),
    "TLS handshake stalls": (f"{TIMEOUT} ×3", f"{TIMEOUT} ×3"),
    "plain text instead of TLS": (f"{CONNECTION} ×3", f"{CONNECTION} ×3"),
    "untrusted certificate": (f"{CONNECTION} ×1", f"{CONNECTION} ×1"),
    "connection closed before the response": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "connection reset before the response": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "connection reset once, then OK": ("ok ×2", f"{CONNECTION} ×1"),
    "no response": (f"{TIMEOUT} ×3", f"{TIMEOUT} ×1"),
    "response stalls in the headers": (f"{TIMEOUT} ×3", f"{TIMEOUT} ×1"),
    "response stalls in the body": (f"{TIMEOUT} ×3", f"{TIMEOUT} ×1"),
    "response stalls in the body once, then OK": ("ok ×2", f"{TIMEOUT} ×1"),
    "connection reset in the body": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "connection closed in the body": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "connection closed in a chunk": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "body longer than Content-Length": ("DecodeError ×1", "DecodeError ×1"),
    "two responses to one request": ("ok ×1", "ok ×1"),
    "response to another request": ("ok ×1", "ok ×1"),
    "null as a list item": ("ok ×1", "ok ×1"),
    "invalid Content-Length": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "response is not HTTP": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "endless headers": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "invalid gzip": (f"{CONNECTION} ×3", f"{CONNECTION} ×1"),
    "truncated JSON": ("DecodeError ×1", "DecodeError ×1"),
    "HTML with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "empty body with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "unexpected JSON structure": ("DecodeError ×1", "DecodeError ×1"),
    "1 GiB body": (f"{CONNECTION} ×1", f"{CONNECTION} ×1"),
    "endless chunks": (f"{CONNECTION} ×1", f"{CONNECTION} ×1"),
    "gzip bomb": (f"{CONNECTION} ×1", f"{CONNECTION} ×1"),
    "headers arrive byte by byte": (f"{TIMEOUT} ×1", f"{TIMEOUT} ×1"),
    "body arrives byte by byte": (f"{TIMEOUT} ×1", f"{TIMEOUT} ×1"),
    "103 Early Hints, then OK": ("ok ×1", "ok ×1"),
    "idle connection closed by the server": ("ok ×1", "ok ×1"),
    "reused connection closed during the request": ("ok ×2", f"{CONNECTION} ×1"),
    "413 while the body is being written": ("APIError ×1", "APIError ×1"),
    "429 while the body is being written": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "body is not read": (f"{TIMEOUT} ×3", f"{TIMEOUT} ×1"),
    "signal handler raises an exception (sync)": ("its exception ×1", "its exception ×1"),
    "400": ("BadRequestError ×1", "BadRequestError ×1"),
    "401": ("AuthenticationError ×1", "AuthenticationError ×1"),
    "403": ("PermissionDeniedError ×1", "PermissionDeniedError ×1"),
    "404": ("NotFoundError ×1", "NotFoundError ×1"),
    "409": ("ConflictError ×1", "ConflictError ×1"),
    "422": ("UnprocessableEntityError ×1", "UnprocessableEntityError ×1"),
    "301 to another host": ("APIError ×1", "APIError ×1"),
    "302 to another host": ("APIError ×1", "APIError ×1"),
    "303 to another host": ("APIError ×1", "APIError ×1"),
    "307 to another host": ("APIError ×1", "APIError ×1"),
    "308 to another host": ("APIError ×1", "APIError ×1"),
    "429, Retry-After: absent": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0.01": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: -5": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a word": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 1e999": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: two values": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a past date": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: an obsolete date format": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a nonexistent date": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: one hour": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: 3000 years": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: the year 9999": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429 once, then OK": ("ok ×2", "ok ×2"),
    "408": ("APIError ×3", "APIError ×1"),
    "421": ("APIError ×3", "APIError ×1"),
    "425": ("APIError ×3", "APIError ×1"),
    "500": ("ServerError ×3", "ServerError ×1"),
    "501": ("ServerError ×1", "ServerError ×1"),
    "503": ("ServerError ×3", "ServerError ×1"),
    "504": ("ServerError ×3", "ServerError ×1"),
    **{f"{status}": ("ServerError ×3", "ServerError ×1") for status in (520, 521, 522, 523, 524, 529)},
    "502 with an HTML page of a proxy": ("ServerError ×3", "ServerError ×1"),
    "500 once, then OK": ("ok ×2", "ServerError ×1"),
    "503, Retry-After: 0": ("ServerError ×3", "ServerError ×3"),
    "503, Retry-After: -5": ("ServerError ×3", "ServerError ×1"),
    "503, Retry-After: one hour": ("ServerError ×1", "ServerError ×1"),
    "503 once with Retry-After: 0, then OK": ("ok ×2", "ok ×2"),
}


# httpx reads Content-Length bytes of the body; aiohttp rejects the whole response.
AIOHTTP = {"body longer than Content-Length": (f"{CONNECTION} ×3", f"{CONNECTION} ×1")}


# Faults → operations with another result: those that return the object with the requested ID, those that return a list, and those
# whose request has no body.
_DIFFERENT = {
    "response to another request": (("GET", "PUT"), "DecodeError ×1"),
    "null as a list item": (("list",), "DecodeError ×1"),
    "body is not read": (("GET", "list", "DELETE"), "ok ×1"),
}


def expected(fault: str, operation: Operation, library: str = "httpx") -> Expected:
    """Return the expected result of an operation with a fault. `library` matters only where aiohttp differs."""
    names, different = _DIFFERENT.get(fault, ((), ""))
    if operation.name in names:
        return _parse(different)
    row = AIOHTTP.get(fault, _TABLE[fault]) if library == "aiohttp" else _TABLE[fault]
    result = _parse(row[0 if operation.retryable else 1])
    if result.outcome == "DecodeError" and not operation.decodes_response and fault != "HTML with status 200":
        return Expected("ok", 1, 1)  # the operation returns nothing, so the body is ignored
    if FAULTS[fault].handler is None or FAULTS[fault].target in ("tls", "untrusted"):
        return evolve(result, received=0)
    return result


assert set(_TABLE) == set(FAULTS), set(_TABLE) ^ set(FAULTS)
