"""The page of the clock."""

import math
from datetime import UTC, datetime, timedelta

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.storage.clock import MAX_YEAR, MIN_YEAR

_STEPS = {"1 minute": 60, "1 hour": 3600, "1 day": 86_400, "30 days": 30 * 86_400}


@page("/clock")
def show_clock(request: DashboardRequest) -> Response:
    """Show the time; the forms move, freeze and resume the clock."""
    if not request.is_submitted:
        return _render(request)
    clock, action = request.state.clock, request.form.get("action", "")
    try:
        if action == "advance":
            clock.advance(timedelta(seconds=_seconds(request.form.get("seconds", ""))))
            return redirect("/clock", "advanced")
        if action == "freeze":
            clock.freeze(_moment(request.form.get("at", "")))
            return redirect("/clock", "frozen")
    except OverflowError:
        return _render(request, f"The clock must stay between the years {MIN_YEAR} and {MAX_YEAR}.", action)
    except ValueError as error:
        return _render(request, str(error), action)
    clock.resume()
    return redirect("/clock", "resumed")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not math.isfinite(seconds):
        raise ValueError("Enter a number of seconds.")
    return seconds


def _moment(text: str) -> datetime | None:
    """Return the time that a text stands for, in UTC unless it has an offset; None for an empty text."""
    if not text.strip():
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("Enter a time such as 2026-01-31T12:00:00Z.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _render(request: DashboardRequest, error: str = "", action: str = "") -> Response:
    clock, target = request.state.clock, url("/clock")
    steps = "".join(
        html.form(
            request.csrf,
            '<input type="hidden" name="action" value="advance">',
            html.button(f"Advance {name}", name="seconds", value=str(seconds), plain=True),
            action=target,
        )
        for name, seconds in _STEPS.items()
    )
    state = "frozen" if clock.frozen else "running"
    advance = html.field(
        "seconds",
        "Seconds",
        value=request.form.get("seconds", ""),
        error=error if action == "advance" else "",
        hint="A negative number moves the clock back.",
    )
    freeze = html.field(
        "at",
        "Time",
        value=request.form.get("at", ""),
        error=error if action == "freeze" else "",
        hint="Such as 2026-01-31T12:00:00Z; by default, the current time.",
        required=False,
    )
    return layout.render(
        request,
        "Clock",
        layout.live(layout.facts({"Time": layout.time(clock.now()), "State": state})),
        layout.heading("Advance"),
        f'<div class="steps">{steps}</div>',
        html.form(request.csrf, advance, html.button("Advance", name="action", value="advance"), action=target),
        layout.heading("Freeze"),
        html.form(request.csrf, freeze, html.button("Freeze", name="action", value="freeze"), action=target),
        layout.heading("Resume"),
        html.paragraph("The clock shows the system time again, however it was frozen or moved."),
        html.form(request.csrf, html.button("Resume", name="action", value="resume"), action=target),
        section="/clock",
        status=422 if error else 200,
        problem=bool(error),
    )
