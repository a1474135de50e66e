"""Time limits."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import anyio


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context that raises TimeoutError when its body takes longer than `seconds` (None: no limit)."""
    return UNLIMITED if seconds is None else anyio.fail_after(seconds)


UNLIMITED = nullcontext()


def bounded_by_deadline(transport: Any) -> Any:
    """Return a transport whose reads and writes obey `time_limit`. Cancellation interrupts any transport, so this is a no-op."""
    return transport
