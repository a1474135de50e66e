"""The time inside the emulator."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """A UTC clock that can be stopped and moved.

    It runs with the machine's clock until `freeze` stops it or `advance` and `travel` move it. Tokens, codes and sessions of the
    emulator expire by this clock.

    Attributes:
        watchers: Called after the clock was stopped, started or moved.
    """

    def __init__(self) -> None:
        self.watchers: list[Callable[[], None]] = []
        self._offset = timedelta()
        self._frozen: datetime | None = None

    def now(self) -> datetime:
        """The present moment, an aware `datetime` in UTC."""
        if self._frozen is not None:
            return self._frozen
        return datetime.fromtimestamp(time.time(), UTC) + self._offset

    @property
    def frozen(self) -> bool:
        """Whether it stands."""
        return self._frozen is not None

    @property
    def position(self) -> tuple[timedelta, datetime | None]:
        """How far it is ahead of the machine's clock, and where it stands (None if it runs)."""
        return self._offset, self._frozen

    @position.setter
    def position(self, position: tuple[timedelta, datetime | None]) -> None:
        self._offset, self._frozen = position
        self._notify()

    def freeze(self, at: datetime | None = None) -> datetime:
        """Stop the clock, at `at` (an aware `datetime`) or now.

        Returns:
            The moment at which the clock stands.

        Raises:
            ValueError: `at` has no time zone.
        """
        moment = self._frozen = self.now() if at is None else _utc(at)
        self._notify()
        return moment

    def unfreeze(self) -> None:
        """Let a stopped clock run on from the moment at which it stands."""
        if self._frozen is not None:
            moment, self._frozen = self._frozen, None
            self.travel(moment)

    def advance(self, by: timedelta | float) -> None:
        """Move the clock forward by `by`, a `timedelta` or seconds. A stopped clock stays stopped."""
        step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        self.travel(self.now() + step)

    def travel(self, to: datetime) -> None:
        """Set the clock to `to` (an aware `datetime`). A stopped clock stays stopped.

        Raises:
            ValueError: `to` has no time zone.
        """
        moment = _utc(to)
        if self._frozen is not None:
            self._frozen = moment
        else:
            self._offset = moment - datetime.fromtimestamp(time.time(), UTC)
        self._notify()

    def _notify(self) -> None:
        for watcher in self.watchers:
            watcher()


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a datetime with a time zone is needed, such as datetime(2026, 1, 1, tzinfo=UTC)")
    return moment.astimezone(UTC)


def stamp(moment: datetime) -> str:
    """`moment` as the API writes it: `2026-01-31T12:00:00.000Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def stamp_or_none(moment: datetime | None) -> str | None:
    """`moment` as the API writes it, or None."""
    return None if moment is None else stamp(moment)
