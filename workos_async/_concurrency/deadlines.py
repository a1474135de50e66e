"""Time limits."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import anyio
import anyio.to_thread


def time_limit(seconds: float | None) -> AbstractContextManager[object]:
    """Raise TimeoutError when what is inside takes longer; None is no limit."""
    return UNLIMITED if seconds is None else anyio.fail_after(seconds)


UNLIMITED = nullcontext()


def bounded_by_deadline(transport: Any) -> Any:
    """A transport whose every step obeys `time_limit`: in async code that holds for any."""
    return transport
