"""The HTML of the parts of pages. All functions take plain text, escape it, and return HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(slots=True, frozen=True)
class Link:
    """A link in a table."""

    text: str
    url: str


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{escape(text)}</p>"


def detail(text: str) -> str:
    """Return a paragraph in English for developers, whatever the language of the page."""
    return f'<p class="code" lang="en">{escape(text)}</p>'


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
    optional: str = "optional",
) -> str:
    """Return an input with its label, hint and error, which are associated for screen readers.

    The label of a field that is not required says that it is `optional`.
    """
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
    suffix = "" if required else f' <span class="optional">({escape(optional)})</span>'
    return f'<div class="field"><label for="{name}">{escape(label)}{suffix}</label><input{attributes}>{below}</div>'


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


def choices(buttons: Iterable[str]) -> str:
    """Return a list of buttons, which scrolls if it is long."""
    return f'<div class="choices">{"".join(buttons)}</div>'


def pair(*fields: str) -> str:
    """Return two fields next to each other where there is room."""
    return f'<div class="pair">{"".join(fields)}</div>'


def columns(*columns: str) -> str:
    """Return HTML in columns next to each other, on narrow screens below each other."""
    return f'<div class="columns">{"".join(f"<div>{column}</div>" for column in columns)}</div>'


def actions(*forms: str) -> str:
    """Return forms with one button each, next to each other where there is room; an empty string without forms."""
    given = "".join(form for form in forms if form)
    return f'<div class="actions">{given}</div>' if given else ""


def form(csrf: str, *parts: str, action: str = "") -> str:
    """Return a form that is submitted to `action`, by default to its own page, without validation by the browser."""
    target = f' action="{escape(action)}"' if action else ""
    csrf_field = hidden("csrf", csrf)
    return f'<form method="post"{target} novalidate>{csrf_field}{"".join(parts)}</form>'


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


def icon(light: str, dark: str) -> str:
    """Return a decorative icon from its URLs for light and dark pages."""
    return (
        f'<picture><source media="(prefers-color-scheme:dark)" srcset="{escape(dark)}">'
        f'<img src="{escape(light)}" alt="" class="icon"></picture>'
    )


def link_buttons(items: Mapping[str, str], icons: Mapping[str, str]) -> str:
    """Return links styled as buttons, from a mapping of text to URL, with icons, from a mapping of text to HTML."""
    items_html = "".join(
        f'<a class="button plain" href="{escape(url)}">{icons.get(text, "")}{escape(text)}</a>'
        for text, url in items.items()
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
