"""The pages of events."""

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing, search
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url
from workos_emulator.pages.dashboard.paths import PREFIX
from workos_emulator.pages.dashboard.search import SearchableList
from workos_emulator.pages.page_request import PageError
from workos_emulator.rendering.events import render_event

search.LISTS[f"{PREFIX}/events"] = SearchableList(
    lambda state: state.events.events, lambda state, event: (event.type, event.organization_id)
)


@page("/events")
def list_events(request: DashboardRequest) -> Response:
    """List the events, newest first."""
    events, found = request.state.events.events, request.services.found
    if found is not None:
        shown = listing.of_search(events, found, request.page_number)
    else:
        shown = listing.of_collection(events, events.numbers(), request.page_number)
    rows = [
        (
            layout.link(event.type, url("/events", event.id)),
            layout.time(event.created_at),
            layout.code(str(event.data.get("id") or "—")),
            layout.code(event.organization_id or "—"),
        )
        for event in shown.items
    ]
    caption = "Events that match the search" if request.search_text else f"Events ({len(events):,})"
    return layout.render(
        request,
        "Events",
        layout.search(request, "Search by type or ID"),
        layout.live(layout.table(caption, ("Type", "Time", "Object", "Organization"), rows)),
        layout.pager(request, "/events", shown),
        section="/events",
    )


@page("/events/{id}")
def show_event(request: DashboardRequest) -> Response:
    """Show an event as JSON."""
    event = request.state.events.events.peek(request.id)
    if event is None:
        raise PageError("Event not found", "Events are deleted after 30 days, and by a reset.", 404)
    return layout.render(
        request,
        event.type,
        layout.json_block(render_event(event), "The event as JSON"),
        f"<p>{layout.link('All events', url('/events'))}</p>",
        section="/events",
    )
