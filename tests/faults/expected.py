"""The expected result of every call: an outcome and a number of attempts for each fault and each kind of operation."""

from attrs import evolve, frozen

from tests.faults.faults import FAULTS
from tests.faults.operations import Operation

RETRIES = 2


@frozen
class Expected:
    """The expected result of a call.

    Attributes:
        outcome: `ok`, or the name of the exception.
        attempts: The number of attempts, which is also the `attempts` of the exception.
        arrived: The number of attempts that arrive at the server.
    """

    outcome: str
    attempts: int
    arrived: int

    def __str__(self) -> str:
        return f"{self.outcome} ×{self.attempts}"


def _cell(text: str) -> Expected:
    outcome, _, attempts = text.partition(" ×")
    return Expected(outcome, int(attempts), int(attempts))


BROKEN = "APIConnectionError"
LATE = "APITimeoutError"

# Fault → the result of an operation that may be retried, and of one that may not.
_TABLE: dict[str, tuple[str, str]] = {
    "connection refused": (f"{BROKEN} ×3", f"{BROKEN} ×3"),
    "TLS handshake stalls": (f"{LATE} ×3", f"{LATE} ×3"),
    "plain-text response to a TLS handshake": (f"{BROKEN} ×3", f"{BROKEN} ×3"),
    "closed before the response": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "reset before the response": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "reset before the first response, then success": ("ok ×2", f"{BROKEN} ×1"),
    "no response": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls in the headers": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls in the body": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls in the first body, then success": ("ok ×2", f"{LATE} ×1"),
    "reset in the body": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "closed in the body": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "closed in a chunk": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "body longer than Content-Length": ("DecodeError ×1", "DecodeError ×1"),
    "invalid Content-Length": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "response is not HTTP": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "endless headers": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "invalid gzip body": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "truncated JSON": ("DecodeError ×1", "DecodeError ×1"),
    "HTML with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "empty body with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "JSON with the wrong structure": ("DecodeError ×1", "DecodeError ×1"),
    "1 GiB body": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "endless chunks": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "gzip bomb": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "headers arrive byte by byte": (f"{LATE} ×1", f"{LATE} ×1"),
    "body arrives byte by byte": (f"{LATE} ×1", f"{LATE} ×1"),
    "103 Early Hints, then success": ("ok ×1", "ok ×1"),
    "kept-alive connection closed while idle": ("ok ×1", "ok ×1"),
    "kept-alive connection closed during the request": ("ok ×2", f"{BROKEN} ×1"),
    "400": ("BadRequestError ×1", "BadRequestError ×1"),
    "401": ("AuthenticationError ×1", "AuthenticationError ×1"),
    "403": ("PermissionDeniedError ×1", "PermissionDeniedError ×1"),
    "404": ("NotFoundError ×1", "NotFoundError ×1"),
    "409": ("ConflictError ×1", "ConflictError ×1"),
    "422": ("UnprocessableEntityError ×1", "UnprocessableEntityError ×1"),
    "301 redirect to another host": ("APIError ×1", "APIError ×1"),
    "302 redirect to another host": ("APIError ×1", "APIError ×1"),
    "303 redirect to another host": ("APIError ×1", "APIError ×1"),
    "307 redirect to another host": ("APIError ×1", "APIError ×1"),
    "308 redirect to another host": ("APIError ×1", "APIError ×1"),
    "429, Retry-After: none": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0.01": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: -5": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: not a number": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 1e999": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: two values": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: past date": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: asctime date": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: invalid date": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 1 hour": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: 3000 years": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: year 9999": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429 once, then success": ("ok ×2", "ok ×2"),
    "408": ("APIError ×3", "APIError ×1"),
    "500": ("ServerError ×3", "ServerError ×1"),
    "501": ("ServerError ×1", "ServerError ×1"),
    "503": ("ServerError ×3", "ServerError ×1"),
    "504": ("ServerError ×3", "ServerError ×1"),
    "502 with an HTML page of a proxy": ("ServerError ×3", "ServerError ×1"),
    "500 once, then success": ("ok ×2", "ServerError ×1"),
    "503, Retry-After: 0": ("ServerError ×3", "ServerError ×3"),
    "503, Retry-After: -5": ("ServerError ×3", "ServerError ×1"),
    "503, Retry-After: 1 hour": ("ServerError ×1", "ServerError ×1"),
    "503 once with Retry-After: 0, then success": ("ok ×2", "ok ×2"),
}


# aiohttp rejects the whole response, while httpx reads as many bytes as Content-Length states.
AIOHTTP = {"body longer than Content-Length": (f"{BROKEN} ×3", f"{BROKEN} ×1")}


def expected(fault: str, operation: Operation, mode: str = "sync") -> Expected:
    """Return the expected result: the cell of the table, or the different one of aiohttp."""
    row = AIOHTTP.get(fault, _TABLE[fault]) if mode == "aiohttp" else _TABLE[fault]
    cell = _cell(row[0 if operation.again else 1])
    if cell.outcome == "DecodeError" and not operation.decoded and "HTML" not in fault:
        return Expected("ok", 1, 1)  # the operation has no response body, so the body is not decoded
    if fault == "connection refused" or FAULTS[fault].meet == "tls":
        return evolve(cell, arrived=0)
    return cell


assert set(_TABLE) == set(FAULTS), set(_TABLE) ^ set(FAULTS)
