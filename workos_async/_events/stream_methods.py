"""The handwritten methods of `workos.events`."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from workos_core.errors import InvalidArgumentError, InvalidArgumentTypeError
from workos_core.http.request_options import RequestOptions, check_options
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async._events.cursor_stores import CursorStore
    from workos_async._events.event_stream import EventStream
    from workos_async.resources.events import Events
else:
    CursorStore = lazy_type("workos_async._events.cursor_stores", "CursorStore")
    EventStream = lazy_type("workos_async._events.event_stream", "EventStream")


class EventStreamMethods(ResourceClient):
    """Methods that follow the events of an environment."""

    def __init__(self, requestor: "APIRequestor") -> None:
        self._requestor = requestor

    def stream(
        self,
        *,
        events: Sequence[str],
        store: "CursorStore",
        organization_id: str | None = None,
        start: datetime | None = None,
        checkpoint_every: int = 1,
        poll_seconds: float = 1.0,
        max_poll_seconds: float = 30.0,
        options: RequestOptions | None = None,
    ) -> "EventStream":
        """Return a stream of events that loses none, even across restarts of your process. Iterate over it.

        An event counts as handled when the loop requests the next one; that position is saved in the store. After a crash the stream
        resumes with the event that was being handled: make your handling of events idempotent, or handle them in the transactions of
        `SQLAlchemyCursorStore`, so that each takes effect exactly once.

        Args:
            events: The event types to follow, such as `user.created`; at least one.
            store: Where to save the position in the stream. Only one stream at a time may use it, unless it has `lease_seconds`. If it
                can't be used, the first iteration raises ConfigurationError, or InvalidArgumentError if the saved position is malformed.
            organization_id: Only events of this organization.
            start: Where to start if the store is empty, at most 30 days ago. By default with the oldest event of the API.
            checkpoint_every: Save the position after this many events, and whenever no event is left. Up to as many events may be
                repeated after a crash.
            poll_seconds: Seconds to wait before the next request if there was no new event. Doubles up to `max_poll_seconds`.
            max_poll_seconds: The longest wait between two requests, in seconds.
            options: Options of each request.

        Raises:
            InvalidArgumentError: An argument is invalid.
        """
        from workos_async._events.event_stream import EventStream

        if isinstance(events, str) or not events:
            raise InvalidArgumentError('events must be a list of at least one event type, such as ["user.created"]')
        if not (hasattr(store, "load") and hasattr(store, "save")):
            raise InvalidArgumentTypeError(
                f"store must be a cursor store, such as FileCursorStore(path), not {type(store).__name__}"
            )
        if options is not None:
            check_options(options)
        list_events = partial(
            cast("Events", self).list_events,
            events=list(events),
            organization_id=organization_id,
            limit=100,
            order="asc",
            options=options,
        )
        return EventStream(
            list_events,
            store,
            start=start,
            checkpoint_every=checkpoint_every,
            poll_seconds=poll_seconds,
            max_poll_seconds=max_poll_seconds,
        )
