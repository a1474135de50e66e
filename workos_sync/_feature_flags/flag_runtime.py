# Generated from workos_async/_feature_flags/flag_runtime.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Local evaluation of feature flags, which are updated in the background."""

import time
from collections.abc import Callable, Mapping
from logging import getLogger
from types import TracebackType
from typing import Any, Self

from workos_core.argument_checks import check_duration, check_function
from workos_core.errors import ConfigurationError, InvalidArgumentError
from workos_core.feature_flags.flag_set import FlagChange, FlagSet
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.poll_backoff import PollBackoff
from workos_core.http.timeouts import check_seconds
from workos_core.http.transient_errors import is_transient
from workos_core.models.feature_flags import RuntimeFeatureFlag
from workos_sync._concurrency.background_task import BackgroundTask
from workos_sync._concurrency.call_deadline import Deadline, remaining_seconds
from workos_sync._concurrency.callbacks import Method, maybe_await
from workos_sync._concurrency.task_lock import TaskLock
from workos_sync._concurrency.thread_safe_event import ThreadSafeEvent

logger = getLogger("workos")

MAX_RETRY_SECONDS = 60.0
"""The longest wait while the API is unavailable."""


@hides_locals
class FlagRuntime:
    """Evaluates feature flags locally, with flags fetched in the background. Create it with `workos.feature_flags.runtime`.

    Evaluation takes no lock and works in any thread. While the API is unavailable, the last successful response is used, and a warning
    is logged to the logger `workos`. After the `with` block you can still evaluate flags, but they are no longer updated.
    """

    def __init__(
        self,
        fetch_flags: Method[[Deadline | None], dict[str, RuntimeFeatureFlag]],
        *,
        deadline: float | None,
        poll_seconds: float,
        on_change: Callable[[FlagChange], Any] | None,
    ) -> None:
        check_duration("poll_seconds", poll_seconds)
        check_function("on_change", on_change)
        if not poll_seconds > 0:
            raise InvalidArgumentError(f"poll_seconds must be above 0 (got {poll_seconds})")
        self._fetch_flags = fetch_flags
        self._deadline = check_seconds("deadline", deadline)
        self._on_change = on_change
        self._poll_backoff = PollBackoff(poll_seconds, poll_seconds)
        self._retry_backoff = PollBackoff(min(1.0, poll_seconds), max(MAX_RETRY_SECONDS, poll_seconds))
        self._flags: FlagSet | None = None
        self._fetched_at: float | None = None
        self._failure: Exception | None = None
        self._task: BackgroundTask | None = None
        self._ready_or_failed = ThreadSafeEvent()
        self._stop_requested = ThreadSafeEvent()
        self._refresh_lock = TaskLock()

    def __repr__(self) -> str:
        count = "not fetched" if self._flags is None else len(self._flags.flags)
        return f"FlagRuntime(flags={count})"

    def start(self) -> None:
        """Start polling, as `with` does. It runs in the event loop or process that calls this: call it after a fork, not before."""
        if self._task is None:
            self._stop_requested.clear()
            self._task = BackgroundTask(self._poll)

    def close(self) -> None:
        """Stop polling, and wait until no request is in flight."""
        task, self._task = self._task, None
        if task is not None:
            self._stop_requested.set()
            task.cancel()
            task.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_ready(self) -> bool:
        """Whether the flags have been fetched at least once."""
        return self._flags is not None

    @property
    def age(self) -> float | None:
        """Seconds since the flags were last fetched; None before the first time."""
        return None if self._fetched_at is None else time.monotonic() - self._fetched_at

    @property
    def flags(self) -> dict[str, RuntimeFeatureFlag]:
        """The current flags, by slug."""
        return {} if self._flags is None else dict(self._flags.flags)

    def is_enabled(
        self,
        slug: str,
        *,
        user_id: str | None = None,
        organization_id: str | None = None,
        custom_targets: Mapping[str, str] | None = None,
        default: bool = False,
    ) -> bool:
        """Return whether a flag is on. Sends no request, and does not fail while the API is unavailable.

        A flag that is not enabled is off for everyone. Otherwise the target of the user applies, else the target of the organization. Else
        the flag is on for its custom targets, and has its default value for all others.

        Args:
            slug: The slug of the flag.
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization (`org_…`).
            custom_targets: Your own IDs of targets of custom types, by the slug of the type, such as `{"workspace": "42"}`.
            default: The result for a flag that does not exist, and for all flags before they have been fetched.

        Raises:
            ConfigurationError: The runtime was never started.
        """
        flags = self._flags
        if flags is None:
            self._check_started()
            return default
        return flags.is_enabled(slug, user_id, organization_id, default, custom_targets)

    def evaluate_all(
        self,
        *,
        user_id: str | None = None,
        organization_id: str | None = None,
        custom_targets: Mapping[str, str] | None = None,
    ) -> dict[str, bool]:
        """Return whether each flag is on, by slug, such as for a browser. Empty before the flags have been fetched.

        Args:
            user_id: The ID of the user (`user_…`).
            organization_id: The ID of the organization (`org_…`).
            custom_targets: Your own IDs of targets of custom types, by the slug of the type.

        Raises:
            ConfigurationError: The runtime was never started.
        """
        flags = self._flags
        if flags is None:
            self._check_started()
            return {}
        return flags.evaluate_all(user_id, organization_id, custom_targets)

    def wait_until_ready(self, timeout: float | None = None) -> bool:
        """Wait until the flags have been fetched. Return whether they have.

        Args:
            timeout: The maximum seconds to wait; None for no limit.

        Raises:
            ConfigurationError: The runtime was never started.
            WorkOSError: The flags cannot be fetched because of an error that is not transient, such as an invalid API key.
        """
        if self._flags is None:
            self._check_started()
            self._ready_or_failed.wait(timeout)
            failure = self._failure
            if self._flags is None and failure is not None and not is_transient(failure):
                raise failure
        return self._flags is not None

    def refresh(self) -> None:
        """Fetch the flags now. The deadline of the call includes the wait for a request in progress.

        Raises:
            WorkOSError: The request failed; the flags are unchanged.
        """
        deadline = None if self._deadline is None else Deadline.start(self._deadline)
        with self._refresh_lock.hold(remaining_seconds(deadline)) as is_held:
            if deadline is not None and not is_held:
                raise deadline.error("while another call fetched the feature flags")
            flags = FlagSet(self._fetch_flags(deadline))
            before, self._flags = self._flags, flags
            self._fetched_at = time.monotonic()
            self._failure = None
            self._ready_or_failed.set()
        if before is not None and self._on_change is not None:
            for change in before.changes(flags):
                self._notify(self._on_change, change)

    def _notify(self, on_change: Callable[[FlagChange], Any], change: FlagChange) -> None:
        try:
            maybe_await(on_change(change))
        except Exception:
            logger.exception("feature flags: on_change failed for %s", change.slug)

    def _poll(self) -> None:
        while not self._stop_requested.is_set:
            try:
                self.refresh()
            except ConfigurationError as error:  # there is no API key, or the client is closed
                self._failure = error.with_traceback(None)  # of the frame of this task, which keeps running
                self._ready_or_failed.set()
                logger.warning("feature flags: polling stopped: %s", error)
                return
            except Exception as error:
                self._failure = error.with_traceback(None)  # of the frame of this task, which keeps running
                seconds = self._retry_backoff.next()
                logger.warning("feature flags: %s; retrying in %.1f s", type(error).__name__, seconds)
                if not is_transient(error):
                    self._ready_or_failed.set()
            else:
                self._retry_backoff.reset()
                seconds = self._poll_backoff.next()
            self._stop_requested.wait(seconds)

    def _check_started(self) -> None:
        if self._task is None:
            raise ConfigurationError(
                "the flags were never fetched; use the runtime in a `with` block, or call start() or refresh()"
            )
