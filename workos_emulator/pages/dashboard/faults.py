"""The page of faults."""

import math
from typing import Any

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.pages.dashboard.layout import Cell
from workos_emulator.pages.page_request import PageError

_CONNECTIONS = {
    "": "stays open",
    "reset": "is reset before the request is handled",
    "reset_after": "is reset after the request is handled",
    "truncate": "ends in the middle of the response",
}
_LIMIT = 200  # rows


@page("/faults")
def list_faults(request: DashboardRequest) -> Response:
    """List the faults, oldest first; the forms add and remove faults."""
    if not request.is_submitted:
        return _render(request)
    faults, action = request.services.faults, request.form.get("action", "")
    if action == "clear":
        faults.clear()
        return redirect("/faults", "cleared")
    if action == "remove":
        number = request.form.get("number", "")
        if not (number.isascii() and number.isdecimal() and len(number) < 19 and faults.remove(int(number))):
            raise PageError("Fault not found", "It may have been removed, or have affected its last request.", 404)
        return redirect("/faults", "removed")
    try:
        faults.add(**_arguments(request.form))
    except ValueError as error:
        return _render(request, str(error))
    return redirect("/faults", "added")


def _arguments(form: dict[str, str]) -> dict[str, Any]:
    values = {name: value.strip() for name, value in form.items()}
    result: dict[str, Any] = {
        "status": _number(values, "status"),
        "count": _number(values, "count"),
        "method": values.get("method") or None,
        "path": values.get("path") or None,
        "delay": _number(values, "delay", float),
        "retry_after": values.get("retry_after") or None,
        "connection": values.get("connection") or None,
        "probability": _number(values, "probability", float),
    }
    if result["probability"] is None:
        del result["probability"]
    if not ((retry_after := result["retry_after"] or "").isascii() and retry_after.isprintable()):
        raise ValueError("retry_after must be a number of seconds or a date")
    if result["delay"] is not None and not math.isfinite(result["delay"]):
        raise ValueError("delay must be a number of seconds")
    return result


def _number(values: dict[str, str], name: str, kind: type[int] | type[float] = int) -> Any:
    text = values.get(name, "")
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        raise ValueError(f"{name} must be a number (got {text[:40]!r})") from None


def _rows(request: DashboardRequest) -> list[tuple[Cell, ...]]:
    return [
        (
            f"{each.method or 'Any method'} {each.path or 'any path'}",
            str(each.status or "normal"),
            layout.row_button(
                request,
                "Remove",
                f"fault {each.number}",
                {"action": "remove", "number": str(each.number)},
                url("/faults"),
            ),
            f"{each.delay:g} s",
            _CONNECTIONS[each.connection or ""],
            "all requests" if each.remaining is None else str(each.remaining),
            f"{each.probability:.0%}",
        )
        for each in [*request.services.faults][:_LIMIT]
    ]


def _render(request: DashboardRequest, error: str = "") -> Response:
    values, count = request.form, len(request.services.faults)
    headings = ("Requests", "Status", "Action", "Delay", "Connection", "Remaining", "Probability")
    clear = html.button("Remove all faults", name="action", value="clear", plain=True)
    fields = (
        html.field(
            "status", "Status", value=values.get("status", ""), hint="From 200 to 599.", numeric=True, required=False
        ),
        html.field("delay", "Delay in seconds", value=values.get("delay", ""), required=False),
        html.select(
            "connection",
            "The connection",
            (("", *item) for item in _CONNECTIONS.items()),
            value=values.get("connection", ""),
        ).replace(" required", "", 1),
        html.field("method", "Method", value=values.get("method", ""), hint="Any by default.", required=False),
        html.field("path", "Path", value=values.get("path", ""), hint="* matches any text.", required=False),
        html.field(
            "count",
            "Number of requests",
            value=values.get("count", "1"),
            hint="Leave it empty to affect all requests.",
            numeric=True,
            required=False,
        ),
        html.field("retry_after", "Retry-After", value=values.get("retry_after", ""), required=False),
        html.field("probability", "Probability from 0 to 1", value=values.get("probability", ""), required=False),
    )
    return layout.render(
        request,
        "Faults",
        html.problem_box(error),
        layout.table(f"Faults ({count:,})", headings, _rows(request)),
        html.form(request.csrf, clear, action=url("/faults")) if count else "",
        layout.heading("Add a fault"),
        html.paragraph("A fault needs a status, a delay or a connection that ends. This page is never affected."),
        html.form(
            request.csrf,
            f'<div class="grid">{"".join(fields)}</div>',
            html.button("Add fault", name="action", value="add"),
            action=url("/faults"),
        ),
        section="/faults",
        status=422 if error else 200,
        problem=bool(error),
    )
