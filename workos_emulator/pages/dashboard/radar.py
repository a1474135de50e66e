"""The page of Radar: the attempts with a risk, and the allow and block lists."""

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing, search
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url
from workos_emulator.pages.dashboard.paths import PREFIX
from workos_emulator.pages.dashboard.search import SearchableList
from workos_emulator.storage.objects.radar import RadarAttempt
from workos_emulator.storage.state import State, fold

search.LISTS[f"{PREFIX}/radar"] = SearchableList(
    lambda state: state.radar.attempts,
    lambda state, each: (each.email, each.verdict, each.control, each.ip_address, each.user_agent),
)


@page("/radar")
def show_radar(request: DashboardRequest) -> Response:
    """List the attempts, newest first, and the entries of the lists."""
    state, wanted = request.state, request.search_text
    attempts = state.radar.attempts

    found = request.services.found
    if found is not None:
        shown = listing.of_search(attempts, found, request.page_number)
    else:
        shown = listing.of_collection(attempts, attempts.numbers(), request.page_number)
    caption = "Attempts that match the search" if wanted else f"Attempts ({len(attempts):,})"
    headings = ("Email", "Action", "Verdict", "Control", "IP address", "User agent", "Time")
    entries = [
        (entry, kind.replace("_", " "), action)
        for (kind, action), values in sorted(state.radar.lists.items())
        for entry in sorted(values)
    ]
    return layout.render(
        request,
        "Radar",
        layout.search(request, "Search by email address or control"),
        layout.live(layout.table(caption, headings, [_row(state, each) for each in shown.items])),
        layout.pager(request, "/radar", shown),
        layout.table(f"Entries of lists ({len(entries):,})", ("Entry", "Type", "Action"), entries),
        section="/radar",
    )


def _row(state: State, attempt: RadarAttempt) -> tuple[layout.Cell, ...]:
    user = state.users.find("email", fold(attempt.email))
    control = attempt.control or "—"
    return (
        layout.link(attempt.email, url("/users", user.id)) if user else attempt.email,
        attempt.action,
        attempt.verdict,
        f"{control} ({attempt.blocklist_type.replace('_', ' ')})" if attempt.blocklist_type else control,
        attempt.ip_address or "—",
        attempt.user_agent or "—",
        layout.time(attempt.created_at),
    )
