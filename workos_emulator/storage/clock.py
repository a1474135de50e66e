"""The emulator's clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import cast

MIN_YEAR, MAX_YEAR = 1000, 8999
"""The years of the clock. Lifetimes and retention periods can be added to and subtracted from its times without an overflow."""


class Clock:
    """A UTC clock that can be frozen and moved between the years 1000 and 8999.

    It follows the system clock until `freeze` stops it or `advance` or `travel` moves it; `resume` makes it follow the system clock
    again. The emulator's tokens, codes and sessions expire by this clock.

    Attributes:
        watchers: Callbacks that run after the clock is frozen, unfrozen or moved.
        moved_forward: The sum of all moves forward. Moves back don't reduce it.
    """

    def __init__(self) -> None:
        self.watchers: list[Callable[[], None]] = []
        self.moved_forward: timedelta = timedelta()
        self._offset = timedelta()
        self._frozen: datetime | None = None

    def now(self) -> datetime:
        """Return the current time, an aware `datetime` in UTC."""
        if self._frozen is not None:
            return self._frozen
        return datetime.fromtimestamp(time.time(), UTC) + self._offset

    @property
    def frozen(self) -> bool:
        """Whether the clock is frozen."""
        return self._frozen is not None

    @property
    def position(self) -> tuple[timedelta, datetime | None]:
        """The offset from the system clock, and the time at which the clock is frozen (None while it runs)."""
        return self._offset, self._frozen

    @position.setter
    def position(self, position: tuple[timedelta, datetime | None]) -> None:
        before, (offset, frozen) = self.now(), position
        if frozen is None:
            _add(_system_time(), offset)
        else:
            frozen = _check(frozen)
        self._offset, self._frozen = offset, frozen
        self._notify(before)

    def freeze(self, at: datetime | None = None) -> datetime:
        """Freeze the clock at `at` (an aware `datetime`), by default at the current time.

        Returns:
            The time at which the clock is frozen.

        Raises:
            ValueError: `at` has no time zone.
            OverflowError: `at` is not between the years 1000 and 8999.
        """
        before = self.now()
        moment = self._frozen = before if at is None else _check(at)
        self._notify(before)
        return moment

    def unfreeze(self) -> None:
        """Let a frozen clock continue from the time at which it is frozen."""
        if self._frozen is not None:
            moment, self._frozen = self._frozen, None
            self.travel(moment)

    def resume(self) -> None:
        """Let the clock show the system time again, however it was frozen or moved."""
        self.position = (timedelta(), None)

    def advance(
        self,
        by: timedelta | float = 0.0,
        *,
        days: float = 0.0,
        hours: float = 0.0,
        minutes: float = 0.0,
        seconds: float = 0.0,
    ) -> None:
        """Move the clock forward by the sum of the arguments. A frozen clock stays frozen.

        Args:
            by: A `timedelta` or a number of seconds.
            days: A number of days.
            hours: A number of hours.
            minutes: A number of minutes.
            seconds: A number of seconds.

        Raises:
            TypeError: `by` is neither, or another argument is not a number.
            OverflowError: The clock would leave the years 1000 to 8999.
        """
        if isinstance(by, bool) or not isinstance(cast("object", by), (int, float, timedelta)):
            raise TypeError(
                f"by must be a timedelta or a number of seconds, not {type(by).__name__}; or pass hours=1, days=1"
            )
        for name, value in (("days", days), ("hours", hours), ("minutes", minutes), ("seconds", seconds)):
            if not isinstance(cast("object", value), (int, float)):
                raise TypeError(f"{name} must be a number, not {type(value).__name__}")
        try:
            step = by if isinstance(by, timedelta) else timedelta(seconds=by)
            step += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        except OverflowError:
            raise _out_of_range() from None
        self.travel(_add(self.now(), step))

    def travel(self, to: datetime) -> None:
        """Set the clock to `to` (an aware `datetime`). A frozen clock stays frozen.

        Raises:
            ValueError: `to` has no time zone.
            OverflowError: `to` is not between the years 1000 and 8999.
        """
        before, moment = self.now(), _check(to)
        if self._frozen is not None:
            self._frozen = moment
        else:
            self._offset = moment - _system_time()
        self._notify(before)

    def _notify(self, before: datetime) -> None:
        self.moved_forward += max(timedelta(), self.now() - before)
        for watcher in self.watchers:
            watcher()


def _system_time() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def _add(moment: datetime, step: timedelta) -> datetime:
    try:
        return _check(moment + step)
    except OverflowError:
        raise _out_of_range() from None


def _check(moment: datetime) -> datetime:
    """Return a time in UTC that the clock can show."""
    if not isinstance(cast("object", moment), datetime):
        raise TypeError(
            f"the time must be a datetime, not {type(moment).__name__}; for text, pass datetime.fromisoformat(…)"
        )
    if moment.tzinfo is None:
        raise ValueError("the datetime must have a time zone, such as datetime(2026, 1, 1, tzinfo=UTC)")
    try:
        utc = moment.astimezone(UTC)
    except OverflowError:
        raise _out_of_range() from None
    if not MIN_YEAR <= utc.year <= MAX_YEAR:
        raise _out_of_range()
    return utc


def _out_of_range() -> OverflowError:
    return OverflowError(f"the clock must stay between the years {MIN_YEAR} and {MAX_YEAR}")


@lru_cache(maxsize=4096)
def stamp(moment: datetime) -> str:
    """Format a time like the API: `2026-01-31T12:00:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def stamp_or_none(moment: datetime | None) -> str | None:
    """Format an optional time like the API; None stays None."""
    return None if moment is None else stamp(moment)
