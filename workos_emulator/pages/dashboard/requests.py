"""The pages of the request log."""

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url
from workos_emulator.pages.page_request import PageError


@page("/requests")
def list_requests(request: DashboardRequest) -> Response:
    """List the last 1,000 requests, newest first."""
    wanted, entries = request.search_text, [*request.services.requests][::-1]
    if wanted:
        entries = [
            each
            for each in entries
            if listing.contains(wanted, each.request.method, each.path, each.operation_id, str(each.status))
        ]
    shown = listing.take(entries, request.page_number)
    rows = [
        (
            layout.link(f"{each.request.method} {each.path}", url("/requests", each.id)),
            layout.badge(str(each.status), "bad" if each.status >= 400 else "good"),
            each.operation_id or "—",
            f"{each.seconds * 1000:.1f} ms",
            layout.time(each.at),
        )
        for each in shown.items
    ]
    caption = "Requests that match the search" if wanted else f"Requests ({len(entries):,})"
    return layout.render(
        request,
        "Requests",
        html.paragraph("The last 1,000 requests to the API and the hosted pages, newest first."),
        layout.search(request, "Search by path, operation or status"),
        layout.live(layout.table(caption, ("Request", "Status", "Operation", "Duration", "Time"), rows)),
        layout.pager(request, "/requests", shown),
        section="/requests",
    )


@page("/requests/{id}")
def show_request(request: DashboardRequest) -> Response:
    """Show a request. Keys, passwords, codes and tokens are redacted."""
    entry = next((each for each in request.services.requests if each.id == request.id), None)
    if entry is None:
        raise PageError("Request not found", "The log has the last 1,000 requests.", 404)
    rendered = entry.render()
    return layout.render(
        request,
        f"{entry.request.method} {entry.path}",
        layout.facts(
            {"Status": str(entry.status), "Time": layout.time(entry.at), "Operation": entry.operation_id or "—"}
        ),
        html.paragraph("Keys, passwords, codes and tokens are redacted."),
        layout.heading("Body"),
        layout.json_block(rendered.pop("body"), "The body of the request"),
        layout.heading("Request"),
        layout.json_block(rendered, "The request as JSON"),
        f"<p>{layout.link('All requests', url('/requests'))}</p>",
        section="/requests",
    )
