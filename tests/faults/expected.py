"""What must come of every call: an outcome and a number of attempts for each fault and each class of operations."""

from attrs import evolve, frozen

from tests.faults.faults import FAULTS
from tests.faults.operations import Operation

RETRIES = 2


@frozen
class Expected:
    """What must come of a call.

    Attributes:
        outcome: `ok`, or the name of the exception.
        attempts: How many attempts there are, and how many the exception says there were.
        arrived: How many of them arrive at the server.
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

# Fault → what comes of an operation that may be sent again, and of one that may not.
_TABLE: dict[str, tuple[str, str]] = {
    "nobody listens": (f"{BROKEN} ×3", f"{BROKEN} ×3"),
    "the TLS handshake stalls": (f"{LATE} ×3", f"{LATE} ×3"),
    "plain text where TLS is due": (f"{BROKEN} ×3", f"{BROKEN} ×3"),
    "closed before the answer": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "reset before the answer": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "reset before the first answer, then well": ("ok ×2", f"{BROKEN} ×1"),
    "no answer": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls in the headers": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls in the body": (f"{LATE} ×3", f"{LATE} ×1"),
    "stalls once in the body, then well": ("ok ×2", f"{LATE} ×1"),
    "reset in the body": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "closed in the body": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "closed in a chunk": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "more body than Content-Length says": ("DecodeError ×1", "DecodeError ×1"),
    "Content-Length is no number": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "not HTTP at all": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "headers without end": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "gzip that is none": (f"{BROKEN} ×3", f"{BROKEN} ×1"),
    "JSON that breaks off": ("DecodeError ×1", "DecodeError ×1"),
    "HTML with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "an empty body with status 200": ("DecodeError ×1", "DecodeError ×1"),
    "JSON of another shape": ("DecodeError ×1", "DecodeError ×1"),
    "1 GiB of body": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "chunks without end": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "a gzip bomb": (f"{BROKEN} ×1", f"{BROKEN} ×1"),
    "headers drip": (f"{LATE} ×1", f"{LATE} ×1"),
    "the body drips": (f"{LATE} ×1", f"{LATE} ×1"),
    "early hints, then well": ("ok ×1", "ok ×1"),
    "a kept connection was closed meanwhile": ("ok ×1", "ok ×1"),
    "a kept connection is closed under the request": ("ok ×2", f"{BROKEN} ×1"),
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
    "429, Retry-After: none": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 0.01": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: -5": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a word": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: 1e999": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: two values": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a date that has passed": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: an old date form": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: a date that does not exist": ("RateLimitExceededError ×3", "RateLimitExceededError ×3"),
    "429, Retry-After: an hour": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: 3000 years": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429, Retry-After: the year 9999": ("RateLimitExceededError ×1", "RateLimitExceededError ×1"),
    "429 once, then well": ("ok ×2", "ok ×2"),
    "408": ("APIError ×3", "APIError ×1"),
    "500": ("ServerError ×3", "ServerError ×1"),
    "501": ("ServerError ×1", "ServerError ×1"),
    "503": ("ServerError ×3", "ServerError ×1"),
    "504": ("ServerError ×3", "ServerError ×1"),
    "502 with a page of a proxy": ("ServerError ×3", "ServerError ×1"),
    "500 once, then well": ("ok ×2", "ServerError ×1"),
    "503, Retry-After: 0": ("ServerError ×3", "ServerError ×3"),
    "503, Retry-After: -5": ("ServerError ×3", "ServerError ×1"),
    "503, Retry-After: an hour": ("ServerError ×1", "ServerError ×1"),
    "503 once with Retry-After: 0, then well": ("ok ×2", "ok ×2"),
}


# aiohttp refuses an answer whole where httpx reads what Content-Length says.
AIOHTTP = {"more body than Content-Length says": (f"{BROKEN} ×3", f"{BROKEN} ×1")}


def expected(fault: str, operation: Operation, mode: str = "sync") -> Expected:
    """The cell of the table; of one of its own for aiohttp where that differs."""
    row = AIOHTTP.get(fault, _TABLE[fault]) if mode == "aiohttp" else _TABLE[fault]
    cell = _cell(row[0 if operation.again else 1])
    if cell.outcome == "DecodeError" and not operation.decoded and "HTML" not in fault:
        return Expected("ok", 1, 1)  # nothing is promised about the body, so nothing is read
    if fault == "nobody listens" or FAULTS[fault].meet == "tls":
        return evolve(cell, arrived=0)
    return cell


assert set(_TABLE) == set(FAULTS), set(_TABLE) ^ set(FAULTS)
