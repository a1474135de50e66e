"""Deadlines whose remaining time a test determines."""

from typing import Any


def remaining_deadline(kind: Any, *seconds: float) -> Any:
    """Return a deadline of nine seconds with a certain remaining time, or several that it has one after another.

    Args:
        kind: The class of deadlines of the package.
        seconds: The remaining seconds; the last value stays.
    """
    values = list(seconds)

    def remaining(_: object) -> float:
        return values.pop(0) if len(values) > 1 else values[0]

    return type("RemainingDeadline", (kind,), {"remaining": property(remaining)})(9, 0)
