# Generated from spec/resources/events by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.events`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from workos_async._events.stream_methods import EventStreamMethods
from workos_async._pagination.pager import Pager
from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array, utc_time
from workos_core.lazy_names import lazy_type

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.events import Event
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    Event = lazy_type("workos_core.models.events", "Event")

_LIST_EVENTS: Operation[Event] = Operation(
    "events.list_events",
    "GET",
    "/events",
    returns=Event,
    exclusive=(Exclusive((("after",), ("range_start",))),),
    styles={"events": "comma"},
)


@hides_locals
class Events(EventStreamMethods):
    """An ordered stream of events in your environment and in its connected directories and identity providers. Use
    it to keep your own data in sync.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def list_events(
        self,
        *,
        events: Sequence[str] | None = None,
        range_start: datetime | str | None = None,
        range_end: datetime | str | None = None,
        organization_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder = "asc",
        options: RequestOptions | None = None,
    ) -> Pager[Event]:
        """List events.

        Events are listed oldest first. To resume, store the ID of the last event that you handled and pass it as
        `after`. Events are available for 30 days. The events guide of WorkOS promises 90 days, of which one request
        covers at most 30. Type checkers narrow the payload by `event`; an event of a type that this version does
        not know is an `UnknownEvent`.

        Args:
            events: Return only events of these types, such as `user.created`. The API may require at least one.
            range_start: Return only events at or after this time. It excludes `after`, and is not sent again
                with the requests for further pages.
            range_end: Return only events before this time.
            organization_id: Return only events of this organization (`org_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: The ID of an event, used as a cursor. The page starts immediately after this event. It
                excludes `range_start`.
            order: The sort order by creation time: `asc` is oldest first, as resuming after the last event
                requires, and `desc` newest first. It is always sent, because the sources contradict one another
                about the default of the API.

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/events/list
        """
        return Pager(
            self._requestor,
            _LIST_EVENTS,
            query={
                "events": array("events", events),
                "range_start": utc_time("range_start", range_start),
                "range_end": utc_time("range_end", range_end),
                "organization_id": organization_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )
