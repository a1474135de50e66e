"""The page of Radar: the attempts with a risk, and the allow and block lists."""

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url
from workos_emulator.storage.objects.radar import RadarAttempt
from workos_emulator.storage.state import State, fold


@page("/radar")
def show_radar(request: DashboardRequest) -> Response:
    """List the attempts, newest first, and the entries of the lists."""
    state, wanted = request.state, request.search_text
    attempts = state.radar.attempts

    def matches(attempt: RadarAttempt) -> bool:
        return listing.contains(
            wanted, attempt.id, attempt.email, attempt.verdict, attempt.control, attempt.ip_address, attempt.user_agent
        )

    shown = listing.of_collection(attempts, attempts.numbers(), request.page_number, matches if wanted else None)
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
