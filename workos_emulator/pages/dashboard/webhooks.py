"""The pages of webhook endpoints and deliveries."""

import json

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout, listing
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.pages.dashboard.layout import Html
from workos_emulator.pages.page_request import PageError
from workos_emulator.storage.objects.webhooks import Delivery

_STATES = ("waiting", "delivered", "failed", "blocked", "canceled")


@page("/webhooks")
def list_webhooks(request: DashboardRequest) -> Response:
    """List the endpoints and the deliveries, newest first; the form sends a webhook again."""
    if request.is_submitted:
        return _redeliver(request)
    state = request.state
    deliveries, wanted = state.webhook_deliveries, request.query.get("state", "")
    numbers = deliveries.numbers("state", wanted) if wanted in _STATES else deliveries.numbers()
    shown = listing.of_collection(deliveries, numbers, request.page_number)
    endpoints = listing.take((state.webhook_endpoints.at(n) for n in state.webhook_endpoints.numbers()), 1)
    kept = wanted if wanted in _STATES else ""
    filters = "".join(f"<li>{layout.link(each, url('/webhooks', state=each))}</li>" for each in _STATES)
    more = "More endpoints: GET /webhook_endpoints lists all of them." if endpoints.has_next else ""
    return layout.render(
        request,
        "Webhooks",
        layout.live(
            layout.table(
                f"Endpoints ({len(state.webhook_endpoints):,})",
                ("URL", "Status", "Events"),
                [
                    (each.url, "enabled" if each.enabled else "disabled", ", ".join(each.events))
                    for each in endpoints.items
                ],
            ),
            more and html.paragraph(more),
            layout.heading("Deliveries"),
            f'<ul class="filters"><li>{layout.link("all", url("/webhooks"))}</li>{filters}</ul>',
            layout.table(
                f"{kept.capitalize() or 'All'} deliveries ({len(numbers):,})",
                ("Event", "Status", "Action", "Attempts", "Last response", "URL", "Created"),
                [_row(request, delivery) for delivery in shown.items],
            ),
        ),
        layout.pager(request, "/webhooks", shown, state=kept),
        section="/webhooks",
    )


def _row(request: DashboardRequest, delivery: Delivery) -> tuple[str, ...]:
    return (
        layout.link(delivery.event, url("/webhooks", delivery.id)),
        _status(delivery),
        _button(request, delivery),
        str(len(delivery.attempts)),
        layout.wide(_last_response(delivery)),
        layout.wide(delivery.url),
        layout.time(delivery.created_at),
    )


def _button(request: DashboardRequest, delivery: Delivery) -> Html:
    return layout.row_button(
        request, "Redeliver", f"{delivery.event} to {delivery.url}", {"delivery": delivery.id}, url("/webhooks")
    )


def _status(delivery: Delivery) -> Html:
    return layout.badge(delivery.state, {"delivered": "good", "failed": "bad"}.get(delivery.state, ""))


def _last_response(delivery: Delivery) -> str:
    if not delivery.attempts:
        return "—"
    last = delivery.attempts[-1]
    return str(last["status"] or last["error"] or "—")


def _redeliver(request: DashboardRequest) -> Response:
    id = request.form.get("delivery", "")
    if id not in request.state.webhook_deliveries:
        raise PageError("Delivery not found", "It may have been deleted.", 404)
    request.services.deliveries.retry(id)
    return redirect("/webhooks", "redelivered")


@page("/webhooks/{id}")
def show_delivery(request: DashboardRequest) -> Response:
    """Show a delivery with its attempts and its body."""
    delivery = request.state.webhook_deliveries.peek(request.id)
    if delivery is None:
        raise PageError("Delivery not found", "It may have been deleted.", 404)
    due = layout.time(delivery.due_at)
    attempts = [
        (
            layout.timestamp(str(attempt["at"])),
            str(attempt["status"] or "—"),
            str(attempt["error"] or "—"),
        )
        for attempt in delivery.attempts
    ]
    return layout.render(
        request,
        f"Delivery of {delivery.event}",
        layout.live(
            layout.facts({"URL": delivery.url, "Status": _status(delivery), "Next attempt": due}),
            layout.table("Attempts", ("Time", "Status", "Error"), attempts),
        ),
        _button(request, delivery),
        layout.heading("Body"),
        layout.json_block(json.loads(delivery.body), "The body of the webhook"),
        f"<p>{layout.link('All webhooks', url('/webhooks'))}</p>",
        section="/webhooks",
    )
