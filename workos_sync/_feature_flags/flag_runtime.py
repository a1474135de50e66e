# Generated from workos_async/_feature_flags/flag_runtime.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Feature flags at hand, kept up to date in the background."""

import time
from collections.abc import Callable
from logging import getLogger
from types import TracebackType
from typing import Any, Self

from workos_core.errors import ConfigurationError, InvalidArgumentError
from workos_core.feature_flags.flag_set import FlagChange, FlagSet
from workos_core.http.poll_backoff import PollBackoff
from workos_core.http.transient_errors import is_transient
from workos_core.models.feature_flags import RuntimeFeatureFlag
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.callbacks import Call, maybe_await
from workos_sync._concurrency.locks import TaskLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

LOGGER = getLogger("workos")

MAX_OUTAGE_SECONDS = 60.0
"""The longest wait while the API does not answer."""


class FlagRuntime:
    """Decides feature flags without a request, by flags that are fetched in the background; made by `workos.feature_flags.runtime`.

    Deciding takes no lock, and works in every thread. While the API does not answer, the last good answer serves; the log `workos` tells.
    After the `with` block it serves on, without being renewed.
    """

    def __init__(
        self,
        get: Call[dict[str, RuntimeFeatureFlag]],
        *,
        poll_seconds: float,
        on_change: Callable[[FlagChange], Any] | None,
    ) -> None:
        if not poll_seconds > 0:
            raise InvalidArgumentError(f"poll_seconds is {poll_seconds}; it takes seconds, more than 0")
        self._get = get
        self._on_change = on_change
        self._polls = PollBackoff(poll_seconds, poll_seconds)
        self._outages = PollBackoff(min(1.0, poll_seconds), max(MAX_OUTAGE_SECONDS, poll_seconds))
        self._flags: FlagSet | None = None
        self._fetched: float | None = None
        self._failure: Exception | None = None
        self._background: BackgroundTask | None = None
        self._answered = ThreadSafeEvent()
        self._stopping = ThreadSafeEvent()
        self._fetching = TaskLock()

    def __repr__(self) -> str:
        count = "none yet" if self._flags is None else len(self._flags.flags)
        return f"FlagRuntime(flags={count})"

    def start(self) -> None:
        """Begin to poll, as `with` does. It belongs to the event loop or process in which it is called: call it after a fork, not before."""
        if self._background is None:
            self._stopping.clear()
            self._background = BackgroundTask(self._poll)

    def close(self) -> None:
        """End polling, and wait until nothing is under way."""
        background, self._background = self._background, None
        if background is not None:
            self._stopping.set()
            background.stop()
            background.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_ready(self) -> bool:
        """Whether the flags were fetched at least once."""
        return self._flags is not None

    @property
    def age(self) -> float | None:
        """Seconds since the API confirmed the flags last; None before the first time."""
        return None if self._fetched is None else time.monotonic() - self._fetched

    @property
    def flags(self) -> dict[str, RuntimeFeatureFlag]:
        """The flags by slug, as they are now."""
        return {} if self._flags is None else dict(self._flags.flags)

    def is_enabled(
        self, slug: str, *, user_id: str | None = None, organization_id: str | None = None, default: bool = False
    ) -> bool:
        """Whether a flag is on. Sends no request, and fails for no outage.

        A flag that is not enabled is off for everybody. Else the entry of the user among its targets decides, else the entry of the
        organization, else the default value of the flag.

        Args:
            slug: The name of the flag.
            user_id: The user (`user_…`).
            organization_id: The organization (`org_…`).
            default: The answer for a flag that does not exist, and for every flag as long as none were fetched.

        Raises:
            ConfigurationError: The runtime was never started.
        """
        flags = self._flags
        if flags is None:
            self._check_started()
            return default
        return flags.is_enabled(slug, user_id, organization_id, default)

    def evaluate_all(self, *, user_id: str | None = None, organization_id: str | None = None) -> dict[str, bool]:
        """Whether each flag is on, by slug: for handing to a browser. Empty as long as none were fetched.

        Args:
            user_id: The user.
            organization_id: The organization.

        Raises:
            ConfigurationError: The runtime was never started.
        """
        flags = self._flags
        if flags is None:
            self._check_started()
            return {}
        return flags.evaluate_all(user_id, organization_id)

    def wait_until_ready(self, timeout: float | None = None) -> bool:
        """Wait until the flags are there, and say whether they are.

        Args:
            timeout: Seconds to wait at most; None waits as long as it takes.

        Raises:
            ConfigurationError: The runtime was never started.
            WorkOSError: The API answers with an error that waiting does not cure, such as a wrong key.
        """
        if self._flags is None:
            self._check_started()
            self._answered.wait(timeout)
            failure = self._failure
            if self._flags is None and failure is not None and not is_transient(failure):
                raise failure
        return self._flags is not None

    def refresh(self) -> None:
        """Fetch the flags now.

        Raises:
            WorkOSError: That failed; the flags are what they were.
        """
        with self._fetching:
            newer = FlagSet(self._get())
            before, self._flags = self._flags, newer
            self._fetched = time.monotonic()
            self._failure = None
            self._answered.set()
        if before is not None and self._on_change is not None:
            for change in before.changes(newer):
                self._tell(self._on_change, change)

    def _tell(self, on_change: Callable[[FlagChange], Any], change: FlagChange) -> None:
        try:
            maybe_await(on_change(change))
        except Exception:
            LOGGER.exception("feature flags: on_change failed for %s", change.slug)

    def _poll(self) -> None:
        while not self._stopping.is_set:
            try:
                self.refresh()
            except ConfigurationError as error:  # no key, or the client was closed
                self._failure = error
                self._answered.set()
                LOGGER.warning("feature flags: polling ends: %s", error)
                return
            except Exception as error:
                self._failure = error
                seconds = self._outages.next()
                LOGGER.warning("feature flags: %s; trying again in %.1f s", type(error).__name__, seconds)
                if not is_transient(error):
                    self._answered.set()
            else:
                self._outages.reset()
                seconds = self._polls.next()
            self._stopping.wait(seconds)

    def _check_started(self) -> None:
        if self._background is None:
            raise ConfigurationError(
                "the flags were never fetched: use the runtime in a `with` block, or call start() or refresh()"
            )
