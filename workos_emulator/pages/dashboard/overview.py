"""The overview, which links all sections."""

from html import escape

from workos_emulator.http.messages import Response
from workos_emulator.pages.dashboard import layout
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, url


@page("/")
def overview(request: DashboardRequest) -> Response:
    """Show how many objects there are."""
    state, services = request.state, request.services
    failed = len(state.webhook_deliveries.numbers("state", "failed"))
    values = {
        "/users": f"{len(state.users):,}",
        "/organizations": f"{len(state.organizations):,}",
        "/memberships": f"{len(state.memberships):,}",
        "/connections": f"{len(state.sso.connections):,}",
        "/directories": f"{len(state.directories):,}",
        "/events": f"{len(state.events.events):,}",
        "/webhooks": f"{len(state.webhook_deliveries):,}" + (f" ({failed:,} failed)" if failed else ""),
        "/hosted/mail": f"{len(state.outbox):,}",
        "/requests": f"{len(services.requests):,}",
        "/feature-flags": f"{len(state.feature_flags):,}",
        "/radar": f"{len(state.radar.attempts):,}",
        "/clock": "frozen" if state.clock.frozen else "running",
        "/faults": f"{len(services.faults):,}",
        "/settings": state.settings.application_name,
    }
    cards = "".join(
        f'<li><a href="{url(path)}">{layout.SECTIONS[path]}</a> <span>{escape(value)}</span></li>'
        for path, value in values.items()
    )
    known = {
        "Base URL": layout.code(state.base_url),
        "Client ID": layout.code(request.environment.client_id),
        "Time": layout.time(state.now()),
    }
    return layout.render(
        request, "Overview", layout.live(layout.facts(known), f'<ul class="cards">{cards}</ul>'), section="/"
    )
