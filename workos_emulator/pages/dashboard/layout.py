"""The HTML of the dashboard. Functions escape plain text; text of the type `Html` is HTML already."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard.dashboard_request import MESSAGES, DashboardRequest, url
from workos_emulator.pages.dashboard.listing import Slice
from workos_emulator.pages.dashboard.paths import PREFIX
from workos_emulator.storage.clock import stamp

SECTIONS: Mapping[str, str] = {
    "/": "Overview",
    "/users": "Users",
    "/organizations": "Organizations",
    "/memberships": "Memberships",
    "/connections": "Connections",
    "/directories": "Directories",
    "/events": "Events",
    "/webhooks": "Webhooks",
    "/hosted/mail": "Mailbox",
    "/requests": "Requests",
    "/feature-flags": "Feature flags",
    "/radar": "Radar",
    "/clock": "Clock",
    "/faults": "Faults",
    "/settings": "Settings",
}
"""The sections of the dashboard by path."""

_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "vary": "accept, cookie",
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


_MAX_PIECE = 30  # characters; an ID has 26 after its prefix
_PIECES = re.compile(rf"\s+|[^\s@/_.]{{1,{_MAX_PIECE}}}[@/_.]?|[@/_.]")
"""The parts of a text between which lines can break."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Cell = str
"""A cell of a table: plain text, or HTML of the type `Html`."""


def render(
    request: DashboardRequest, title: str, *parts: str, section: str = "", status: int = 200, problem: bool = False
) -> Response:
    """Return a complete page.

    Args:
        request: The request.
        title: The heading and the window title.
        parts: The HTML below the heading.
        section: The path of the section, which is marked in the navigation.
        status: The status of the response.
        problem: Whether the page shows an error. The window title then starts with "Error:", which screen readers read first.
    """
    done = MESSAGES.get(request.query.get("done", ""), "")
    message = f'<p class="done" role="status">{escape(done)}</p>' if done and not problem else ""
    window = f"{'Error: ' if problem else ''}{title} – WorkOS emulator"
    text = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(window)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="{PREFIX}/style.css">\n<script src="{PREFIX}/script.js" defer></script>\n</head>\n<body>\n'
        '<a class="skip" href="#content">Skip to content</a>\n<header><p class="brand">WorkOS emulator</p>\n'
        f'<nav aria-label="Sections"><ul>{_navigation(section)}</ul></nav></header>\n'
        f'<main id="content" tabindex="-1">\n<h1>{escaped(title)}</h1>\n{message}'
        + "\n".join(part for part in parts if part)
        + "\n</main>\n<footer>Nothing leaves this machine.</footer>\n</body>\n</html>\n"
    )
    return Response(status, dict(_HEADERS), text.encode("utf-8", "replace"))


def _navigation(section: str) -> str:
    items = ""
    for path, name in SECTIONS.items():
        current = ' aria-current="page"' if path == section else ""
        items += f'<li><a href="{url(path)}"{current}>{name}</a></li>'
    return items


def escaped(text: str) -> str:
    """Return text as HTML that lines can break within, as in email addresses and paths; text of the type `Html` stays as it is."""
    return text if isinstance(text, Html) else "".join(map(_breakable, _PIECES.findall(text)))


def _breakable(piece: str) -> str:
    is_end = piece[-1] in "@/_." or len(piece) == _MAX_PIECE
    return f"{escape(piece)}<wbr>" if is_end else escape(piece)


def link(text: str, target: str) -> Html:
    """Return a link."""
    return Html(f'<a href="{escape(target)}">{escaped(text)}</a>')


def code(text: str) -> Html:
    """Return text in a monospaced font, such as an ID."""
    return Html(f"<code>{escape(text)}</code>")


def time(moment: datetime | None) -> Html:
    """Return a time; a dash for None."""
    return timestamp(stamp(moment)) if moment else Html("—")


def timestamp(text: str) -> Html:
    """Return a time in ISO 8601, in which lines can break between date and time."""
    date, separator, rest = text.partition("T")
    return Html(f"<time><span>{escape(date)}{separator}</span><wbr><span>{escape(rest)}</span></time>")


def wide(text: str) -> Html:
    """Return a cell with a minimum width, for long text next to short columns."""
    return Html(f'<div class="wide">{escaped(text)}</div>')


def badge(text: str, kind: str = "") -> Html:
    """Return a status. `kind` is `good`, `bad` or empty; the color repeats what the text says."""
    return Html(f'<span class="badge {escape(kind)}">{escape(text)}</span>')


def heading(text: str, id: str = "") -> str:
    """Return a heading of the second level."""
    target = f' id="{escape(id)}"' if id else ""
    return f"<h2{target}>{escape(text)}</h2>"


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table with a caption in a region of its own, which scrolls; a sentence if there are no rows."""
    body = ""
    for first, *rest in rows:
        cells = "".join(f"<td>{escaped(item)}</td>" for item in rest)
        body += f'<tr><th scope="row">{escaped(first)}</th>{cells}</tr>'
    if not body:
        return html.paragraph(f"{caption}: none.")
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def facts(values: Mapping[str, str]) -> str:
    """Return a list of names and values."""
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in values.items())
    return f'<dl class="facts">{items}</dl>'


def json_block(value: Any, label: str) -> str:
    """Return a value as indented JSON, in a region that scrolls."""
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    return f'<pre role="region" tabindex="0" aria-label="{escape(label)}">{escape(text)}</pre>'


def live(*parts: str) -> str:
    """Return HTML that the script of the page replaces by its current state every few seconds."""
    return f'<div data-live class="live">{"".join(parts)}</div>'


def row_button(request: DashboardRequest, text: str, about: str, fields: Mapping[str, str], target: str) -> Html:
    """Return a form with hidden fields and a button. Screen readers also read what the button is `about`."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )
    label = f'{escape(text)}<span class="hidden"> {escape(about)}</span>'
    return Html(html.form(request.csrf, hidden, f'<button type="submit" class="small">{label}</button>', action=target))


def search(request: DashboardRequest, label: str, **keep: str) -> str:
    """Return a search form for a list. The parameters to `keep` stay in the URL."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in keep.items() if value
    )
    return (
        f'<form role="search" method="get" class="search">{hidden}<div class="field"><label for="q">{escape(label)}</label>'
        f'<input id="q" name="q" type="search" value="{escape(request.search_text)}" autocomplete="off"></div>'
        '<button type="submit">Search</button></form>'
    )


def pager(request: DashboardRequest, path: str, shown: Slice[Any], **keep: str) -> str:
    """Return the links to the previous and the next page of a list; empty if all of it is shown."""
    links: list[str] = []
    if shown.number > 1:
        links.append(link("Previous page", url(path, page=str(shown.number - 1), q=request.search_text, **keep)))
    if shown.has_next:
        links.append(link("Next page", url(path, page=str(shown.number + 1), q=request.search_text, **keep)))
    if not links:
        return ""
    return f'<nav class="pager" aria-label="Pages of the list"><span>Page {shown.number}</span> {" ".join(links)}</nav>'
