"""The HTML of the pages. All functions take plain text, escape it, and return HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from workos_emulator.http.messages import Response

_STYLE = """
:root{color-scheme:light dark;--ink:#16181d;--soft:#565d6b;--line:#868d9b;--page:#eef0f4;--card:#fff;--main:#4338ca;--on:#fff;--bad:#b3261e;--badbg:#fdecea}
@media (prefers-color-scheme:dark){:root{--ink:#eceef2;--soft:#b3bac7;--line:#7d8595;--page:#111318;--card:#1c1f26;--main:#a5b0ff;--on:#14162b;--bad:#ffb4ab;--badbg:#3b1715}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;padding:1.5rem 1rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
main{width:100%;max-width:26rem;background:var(--card);border-radius:.9rem;padding:2rem;box-shadow:0 1px 2px #0002,0 8px 28px #0001}
main.wide{max-width:46rem}
h1{margin:0 0 .35rem;font-size:1.5rem;line-height:1.25}
h2{margin:1.5rem 0 .5rem;font-size:1.05rem}
p{margin:.35rem 0 1rem;color:var(--soft)}
.app{margin:0 0 1rem;font-size:.9rem;font-weight:600;color:var(--soft)}
form{margin:0}
.field{margin:1rem 0}
label,legend{display:block;font-weight:600;margin-bottom:.3rem}
input,select,textarea{width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
select option,select optgroup{background:var(--card);color:var(--ink)}
input[aria-invalid=true],select[aria-invalid=true],textarea[aria-invalid=true]{border-color:var(--bad);border-width:2px}
input[inputmode=numeric]{letter-spacing:.2em;font-variant-numeric:tabular-nums}
.hint{margin:.3rem 0 0;font-size:.9rem}
.error{margin:.3rem 0 0;color:var(--bad);font-size:.95rem;font-weight:600}
.problem{margin:1rem 0;padding:.75rem 1rem;border-left:4px solid var(--bad);border-radius:.4rem;background:var(--badbg);color:var(--bad);font-weight:600}
button,.button{display:block;width:100%;min-height:2.75rem;margin:.75rem 0 0;padding:.6rem 1rem;border:1px solid var(--main);border-radius:.5rem;background:var(--main);color:var(--on);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.plain,.button.plain{background:transparent;color:var(--main)}
a{color:var(--main)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
hr{border:0;border-top:1px solid var(--line);opacity:.5;margin:1.5rem 0 1rem}
.buttons{display:grid;grid-template-columns:1fr 1fr;gap:.6rem}
.buttons .button{margin:0;padding-inline:.4rem}
ul.links{list-style:none;margin:1.25rem 0 0;padding:0;display:grid;gap:.4rem}
table{width:100%;border-collapse:collapse;font-size:.95rem}
th,td{padding:.55rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid color-mix(in srgb,var(--line) 45%,transparent);overflow-wrap:anywhere}
code,.code{font-family:ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.code{display:block;margin:.5rem 0 1rem;padding:.6rem .8rem;border-radius:.5rem;background:var(--page);color:var(--ink);font-size:1rem;text-align:center}
textarea{min-height:9rem;resize:vertical;font-family:ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;font-size:.85rem}
dl.facts{margin:1rem 0}
dl.facts dt{font-weight:600}
dl.facts dd{margin:0 0 .6rem;color:var(--soft);overflow-wrap:anywhere}
ul.items{list-style:none;margin:1rem 0;padding:0}
ul.items li{padding:.6rem 0;border-bottom:1px solid color-mix(in srgb,var(--line) 45%,transparent);overflow-wrap:anywhere}
ul.items span{display:block;color:var(--soft);font-size:.95rem}
pre{margin:.5rem 0 1rem;padding:.6rem .8rem;border-radius:.5rem;background:var(--page);font-size:.85rem;overflow-x:auto}
img.qr{display:block;margin:1rem auto;width:12rem;height:12rem;background:#fff;padding:.5rem;border-radius:.5rem;image-rendering:pixelated}
footer{margin-top:1.25rem;font-size:.85rem;color:var(--soft);text-align:center}
"""

_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    # No form-action: browsers would apply it to the redirect to the app that follows a form.
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


@dataclass(slots=True, frozen=True)
class Link:
    """A link in a table."""

    text: str
    url: str


def page(
    title: str, *parts: str, app: str = "", status: int = 200, wide: bool = False, problem: bool = False
) -> Response:
    """Return a complete page.

    Args:
        title: The heading and the window title.
        parts: The HTML below the heading.
        app: The name of the app, shown above the heading.
        status: The status of the response.
        wide: Whether the page is wide enough for a table.
        problem: Whether the page shows an error. The window title then starts with "Error:", which screen readers read first.
    """
    app_name = f'<p class="app">{escape(app)}</p>' if app else ""
    window = f"{'Error: ' if problem else ''}{title}{f' – {app}' if app else ''}"
    main = '<main class="wide">' if wide else "<main>"
    text = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(window)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n{main}\n{app_name}<h1>{escape(title)}</h1>\n"
        + "\n".join(part for part in parts if part)
        + '\n</main>\n<footer>WorkOS emulator: nothing leaves this machine. <a href="/hosted/mail">Mailbox</a> <a href="/">Dashboard</a></footer>\n</body>\n</html>\n'
    )
    return Response(status, dict(_HEADERS), text.encode())


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def problem_box(text: str) -> str:
    """Return the error message of a whole form; an empty string for an empty text."""
    return f'<div class="problem" role="alert">{escape(text)}</div>' if text else ""


def field(
    name: str,
    label: str,
    *,
    type: str = "text",
    value: str = "",
    error: str = "",
    hint: str = "",
    autocomplete: str = "off",
    numeric: bool = False,
    focus: bool = False,
    required: bool = True,
) -> str:
    """Return an input with its label, hint and error, which are associated for screen readers."""
    described_by = " ".join(f"{name}-{suffix}" for suffix, text in (("error", error), ("hint", hint)) if text)
    values: Mapping[str, str | bool] = {
        "id": name,
        "name": name,
        "type": type,
        "value": value,
        "autocomplete": autocomplete,
        "inputmode": "numeric" if numeric else "",
        "aria-describedby": described_by,
        "aria-invalid": "true" if error else "",
        "required": required,
        "autofocus": focus,
    }
    attributes = "".join(
        f" {key}" if value is True else f' {key}="{escape(str(value))}"' for key, value in values.items() if value
    )
    below = f'<p class="error" id="{name}-error">{escape(error)}</p>' if error else ""
    below += f'<p class="hint" id="{name}-hint">{escape(hint)}</p>' if hint else ""
    optional = "" if required else " (optional)"
    return f'<div class="field"><label for="{name}">{escape(label)}{optional}</label><input{attributes}>{below}</div>'


def select(name: str, label: str, choices: Iterable[tuple[str, str, str]], *, value: str = "", error: str = "") -> str:
    """Return a select box. A choice is the name of its group (empty for none), its value and its label."""
    options, group = "", ""
    for choice_group, choice_value, choice_label in choices:
        if choice_group != group:
            options += "</optgroup>" * bool(group) + f'<optgroup label="{escape(choice_group)}">' * bool(choice_group)
            group = choice_group
        selected = " selected" if choice_value == value else ""
        options += f'<option value="{escape(choice_value)}"{selected}>{escape(choice_label)}</option>'
    options += "</optgroup>" * bool(group)
    attributes = f' aria-invalid="true" aria-describedby="{name}-error"' if error else ""
    below = f'<p class="error" id="{name}-error">{escape(error)}</p>' if error else ""
    return (
        f'<div class="field"><label for="{name}">{escape(label)}</label>'
        f'<select id="{name}" name="{name}" required{attributes}>{options}</select>{below}</div>'
    )


def bullets(items: Iterable[str]) -> str:
    """Return a list with bullets; an empty string without items."""
    items_html = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{items_html}</ul>" if items_html else ""


def button(text: str, *, name: str = "", value: str = "", plain: bool = False) -> str:
    """Return a button that submits its form, with `name` and `value` if given."""
    name_and_value = f' name="{escape(name)}" value="{escape(value)}"' if name else ""
    style = ' class="plain"' if plain else ""
    return f'<button type="submit"{name_and_value}{style}>{escape(text)}</button>'


def form(csrf: str, *parts: str, action: str = "") -> str:
    """Return a form that is submitted to `action`, by default to its own page, without validation by the browser."""
    target = f' action="{escape(action)}"' if action else ""
    csrf_field = hidden("csrf", csrf)
    return f'<form method="post"{target} novalidate>{csrf_field}{"".join(parts)}</form>'


def code_field(error: str) -> str:
    """Return the input for a six-digit code."""
    return field("code", "Code", error=error, autocomplete="one-time-code", numeric=True, focus=True)


def code(text: str) -> str:
    """Return text in a monospaced font, for codes that are read or copied character by character."""
    return f'<p class="code">{escape(text)}</p>'


def image(url: str, description: str) -> str:
    """Return an image from a `data:` URL."""
    return f'<img class="qr" src="{escape(url)}" alt="{escape(description)}">'


def table(headings: Sequence[str], rows: Iterable[Sequence[str | Link]]) -> str:
    """Return a table with a header row."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    body = "".join("<tr>" + "".join(f"<td>{_cell(item)}</td>" for item in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(item: str | Link) -> str:
    return escape(item) if isinstance(item, str) else f'<a href="{escape(item.url)}">{escape(item.text)}</a>'


def link_buttons(items: Mapping[str, str]) -> str:
    """Return links styled as buttons, from a mapping of text to URL."""
    items_html = "".join(
        f'<a class="button plain" href="{escape(url)}">{escape(text)}</a>' for text, url in items.items()
    )
    return f'<div class="buttons">{items_html}</div>' if items_html else ""


def links(items: Mapping[str, str]) -> str:
    """Return a list of links, from a mapping of text to URL."""
    items_html = "".join(f'<li><a href="{escape(url)}">{escape(text)}</a></li>' for text, url in items.items())
    return f'<ul class="links">{items_html}</ul>' if items_html else ""


def textarea(name: str, label: str, *, value: str = "", error: str = "", hint: str = "") -> str:
    """Return an input for text of several lines, with its label, hint and error."""
    described_by = " ".join(f"{name}-{suffix}" for suffix, text in (("error", error), ("hint", hint)) if text)
    attributes = ' aria-invalid="true"' if error else ""
    attributes += f' aria-describedby="{described_by}"' if described_by else ""
    below = f'<p class="error" id="{name}-error">{escape(error)}</p>' if error else ""
    below += f'<p class="hint" id="{name}-hint">{escape(hint)}</p>' if hint else ""
    # The parser of HTML removes a line break at the start of the text.
    return (
        f'<div class="field"><label for="{name}">{escape(label)}</label><textarea id="{name}" name="{name}" '
        f'autocomplete="off" spellcheck="false" required{attributes}>\n{escape(value)}</textarea>{below}</div>'
    )


def heading(text: str) -> str:
    """Return a heading of the second level."""
    return f"<h2>{escape(text)}</h2>"


def facts(values: Mapping[str, str]) -> str:
    """Return a list of names and values."""
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in values.items())
    return f'<dl class="facts">{items}</dl>'


def code_block(text: str, label: str) -> str:
    """Return code of several lines, in a region that scrolls."""
    return f'<pre role="region" tabindex="0" aria-label="{escape(label)}">{escape(text)}</pre>'


def hidden(name: str, value: str) -> str:
    """Return a hidden field."""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def search_form(*parts: str) -> str:
    """Return a form that filters the list of its own page."""
    return f'<form role="search" method="get" class="search" novalidate>{"".join(parts)}</form>'


def items(headings: Sequence[str], rows: Iterable[Sequence[str | Link]]) -> str:
    """Return a list of objects, which needs less width than a table: the first cell of a row, and the others with their headings below."""
    rendered = ""
    for first, *rest in rows:
        details = "".join(
            f"<span>{escape(heading)}: {_cell(cell)}</span>" for heading, cell in zip(headings, rest, strict=True)
        )
        rendered += f"<li>{_cell(first)}{details}</li>"
    return f'<ul class="items">{rendered}</ul>'
