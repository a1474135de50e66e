# Generated from spec/resources/events by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.events`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workos_async._events.stream_methods import EventStreamMethods
from workos_async._pagination.pager import Pager
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.models.common import PaginationOrder
from workos_core.models.events import Event

if TYPE_CHECKING:
    pass

_LIST_EVENTS: Operation[Event] = Operation(
    "events.list_events",
    "GET",
    "/events",
    returns=Event,
    styles={"events": "comma"},
)


class Events(EventStreamMethods):
    """What happened in the environment and in the directories and identity providers behind it, in order, for
    keeping your own data in step.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    def list_events(
        self,
        *,
        events: Sequence[str] | None = None,
        range_start: str | None = None,
        range_end: str | None = None,
        organization_id: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Event]:
        """List events.

        Events reach back 30 days. Remember the id of the last one you handled and go on with `after`. Type checkers
        narrow the payload by `event`; a type that this version does not know is an `UnknownEvent`.

        Args:
            events: Only events of these types, such as `user.created`. The API may insist on at least one.
            range_start: Only events from this time on, in ISO 8601 form.
            range_end: Only events before this time, in ISO 8601 form.
            organization_id: Only events about this organization.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_EVENTS,
            query={
                "events": array("events", events),
                "range_start": range_start,
                "range_end": range_end,
                "organization_id": organization_id,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )
