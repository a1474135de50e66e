"""When a server with rate limits accepts a request. It imports nothing that only the SDK needs: benchmarks of other SDKs use it, too."""

import math
from collections import deque
from collections.abc import Callable

Verdict = float | bool | None
"""True: accepted. A number or None: a 429 with that `Retry-After`."""
Server = Callable[[float], Verdict]


def accept_all(now: float) -> Verdict:
    """Accept every request."""
    return True


def reject_once(number: int, retry_after: float) -> Server:
    """Reject the request of that number, for a reason that has nothing to do with the client."""
    count = 0

    def server(now: float) -> Verdict:
        nonlocal count
        count += 1
        return retry_after if count == number else True

    return server


def reject_every(seconds: float, retry_after: float | None) -> Server:
    """Reject a request every so often, whatever the client does."""
    next_at = 5.0

    def server(now: float) -> Verdict:
        nonlocal next_at
        if now < next_at:
            return True
        next_at = now + seconds
        return retry_after

    return server


def fixed_window(requests: int, seconds: float) -> Server:
    """Allow `requests` requests in each window of `seconds` seconds; `Retry-After` is in whole seconds."""
    window = used = -1

    def server(now: float) -> Verdict:
        nonlocal window, used
        current = int(now // seconds)
        if current != window:
            window, used = current, 0
        used += 1
        return True if used <= requests else float(math.ceil((current + 1) * seconds - now))

    return server


def sliding_window(requests: int, seconds: float) -> Server:
    """Allow `requests` requests in any window of `seconds` seconds; `Retry-After` is in whole seconds."""
    accepted: deque[float] = deque()

    def server(now: float) -> Verdict:
        while accepted and accepted[0] <= now - seconds:
            accepted.popleft()
        if len(accepted) < requests:
            accepted.append(now)
            return True
        return float(math.ceil(accepted[0] + seconds - now))

    return server


def token_bucket(rate: float, capacity: float) -> Server:
    """Refill so many tokens per second; `Retry-After` is in whole seconds."""
    tokens, filled = capacity, 0.0

    def server(now: float) -> Verdict:
        nonlocal tokens, filled
        tokens, filled = min(capacity, tokens + (now - filled) * rate), now
        if tokens >= 1:
            tokens -= 1
            return True
        return float(math.ceil((1 - tokens) / rate))

    return server
