"""The time of the SDK in tests."""

from collections.abc import Generator
from contextlib import contextmanager

from workos_core.argument_checks import check_type
from workos_core.clock import replace_clock
from workos_emulator import Clock


@contextmanager
def follow_clock(clock: Clock) -> Generator[None]:
    """Let the whole SDK follow the clock of an emulator, in this process, while the block runs.

    The expiry of tokens, cookies and signed states, the age of webhook signatures, and the caches of every client follow it: those that
    the application creates, too. The fixtures of the plugin do this; use it for an emulator that you create yourself.

    Args:
        clock: The clock: `emulator.clock`.
    """
    check_type("clock", clock, Clock, "a Clock, such as emulator.clock")
    with replace_clock(_EmulatorTime(clock)):
        yield


class _EmulatorTime:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def unix_time(self) -> float:
        """See `ControlledClock`."""
        return self._clock.now().timestamp()

    def moved_forward(self) -> float:
        """See `ControlledClock`."""
        return self._clock.moved_forward.total_seconds()
