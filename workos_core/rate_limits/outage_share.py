"""The part of a shared limit that one process uses while the processes can't count their requests together."""

from attrs import frozen

from workos_core.rate_limits.limits import Limit


@frozen
class OutageShare:
    """What one process may use of a limit during an outage. The shares of all processes are the limit in every window.

    In the first window, that is what the process has used, and an equal part of what is free. A process that has used more than an equal
    part of the limit reduces its share one window before the others increase theirs. From the second window on, each may send at least
    one request.

    Attributes:
        first: The requests in the first window; 0 if the other processes have used the whole limit.
        equal: An equal part of the limit.
        since: When the outage started.
        seconds: The length of the window.
    """

    first: int
    equal: int
    since: float
    seconds: float

    @classmethod
    def start(cls, limit: Limit, processes: int, own: int, others: int | None, now: float) -> "OutageShare":
        """Return the share of a process.

        Args:
            limit: The limit.
            processes: How many processes use it.
            own: The requests of this process that count now.
            others: The requests of the other processes that count now; None if unknown.
            now: When the outage starts.
        """
        equal = max(1, limit.requests // processes)
        first = equal if others is None else own + max(0, limit.requests - own - others) // processes
        return cls(first, equal, now, limit.seconds)

    def requests_at(self, now: float) -> int:
        """Return how many requests of the process may count at a time."""
        windows = (now - self.since) / self.seconds
        if windows < 1:
            return self.first
        return max(1, min(self.first, self.equal)) if windows < 2 else self.equal
