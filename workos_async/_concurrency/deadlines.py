"""Time limits."""

from contextlib import AbstractContextManager, nullcontext

import anyio


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Return a context that raises TimeoutError when its body takes longer than `seconds` (None: no limit)."""
    return UNLIMITED if seconds is None else anyio.fail_after(seconds)


UNLIMITED = nullcontext()
