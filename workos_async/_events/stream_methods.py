"""The written method of `workos.events`: following the events."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from workos_core.errors import InvalidArgumentError

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_async._events.cursor_stores import CursorStore
    from workos_async._events.event_stream import EventStream
    from workos_async.resources.events import Events
    from workos_core.http.request_options import RequestOptions


class EventStreamMethods:
    """Follows the events of an environment."""

    __slots__ = ("_requestor",)

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
        options: "RequestOptions | None" = None,
    ) -> "EventStream":
        """Follow the events, without losing any and across restarts of your process. Iterate over what this returns.

        An event counts as handled when the loop asks for the next one; that is saved in the store then. After a crash the stream
        goes on with the event that was in hand: handle events so that a second time does no harm.

        Args:
            events: The types to follow, such as `user.created`; at least one.
            store: Where to keep how far it got. One stream at a time may use it.
            organization_id: Only events about this organization.
            start: Where to begin when the store is empty, at most 30 days ago. By default as far back as the API goes.
            checkpoint_every: Save after so many events, and whenever none is left. As many may come again after a crash.
            poll_seconds: The wait before asking again when there was nothing new. It doubles up to `max_poll_seconds`.
            max_poll_seconds: The longest wait.
            options: Of each request.

        Raises:
            InvalidArgumentError: An argument makes no sense.
        """
        from workos_async._events.event_stream import EventStream

        if isinstance(events, str) or not events:
            raise InvalidArgumentError('events takes a list of one type or more, such as ["user.created"]')
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
