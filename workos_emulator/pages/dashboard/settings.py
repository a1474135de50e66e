"""The page of the settings."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from html import escape
from typing import Any, get_args

from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.dashboard import layout
from workos_emulator.pages.dashboard.dashboard_request import DashboardRequest, page, redirect, url
from workos_emulator.rendering.settings import apply_settings, check_settings, render_settings
from workos_emulator.storage.settings import Settings

_DEFAULTS = {each.name: each.default for each in fields(Settings)}
_CHOICES = {each.name: get_args(each.type) for each in fields(Settings) if isinstance(each.default, str)}
_WORDS = {
    **{word: word.upper() for word in ("id", "jit", "mfa", "sso", "uri", "url")},
    "auth": "Auth",
    "authkit": "AuthKit",
    "magic": "Magic",
}
_HINTS = {
    "application_name": "Also on the hosted pages.",
    "brand_color": "On the hosted pages, such as #4338ca.",
    "brand_logo": "On the hosted pages: the URL of an image on this machine, or an image as a data: URL.",
}


@page("/settings")
def show_settings(request: DashboardRequest) -> Response:
    """Show the settings; the form changes them, all or none."""
    settings = request.state.settings
    if not request.is_submitted:
        return _render(request, _texts(settings), {})
    texts = {name: request.form.get(name, "").strip() for name in _DEFAULTS}
    values, errors = dict[str, Any](), dict[str, str]()
    for name, text in texts.items():
        try:
            values[name] = _parse(name, text)
        except ValueError as error:
            errors[name] = str(error)
    errors |= check_settings(settings, values)
    if errors:
        return _render(request, texts, errors)
    apply_settings(settings, values)
    return redirect("/settings", "saved")


def _texts(settings: Settings) -> dict[str, str]:
    """Return the settings as texts for the fields."""
    return {name: _text(value) for name, value in render_settings(settings).items()}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        return ", ".join(map(_text, value))  # pyright: ignore[reportUnknownArgumentType]
    return "" if value is None else str(value)


def _parse(name: str, text: str) -> Any:
    """Return the value of a text as JSON, as `apply_settings` takes it.

    Raises:
        ValueError: The text is no value of the setting.
    """
    default = _DEFAULTS[name]
    if isinstance(default, bool):
        return text == "yes"
    if isinstance(default, int):
        return int(_number(text, whole=True))
    if isinstance(default, timedelta):
        return _number(text)
    if isinstance(default, tuple | frozenset):
        items = [item.strip() for item in text.split(",") if item.strip()]
        return items if isinstance(default, frozenset) or isinstance(default[0], str) else [*map(_number, items)]
    return text or None if default is None else text


def _number(text: str, whole: bool = False) -> float:
    try:
        number = int(text) if whole else float(text)
    except ValueError:
        number = -1
    if not 0 <= number < 1e12:
        raise ValueError(f"Enter a {'whole ' if whole else ''}number of at least 0.")
    return number


def _render(request: DashboardRequest, texts: Mapping[str, str], errors: Mapping[str, str]) -> Response:
    inputs = {name: _input(name, texts[name], errors.get(name, "")) for name in _DEFAULTS}
    switches = "".join(text for name, text in inputs.items() if isinstance(_DEFAULTS[name], bool))
    values = "".join(text for name, text in inputs.items() if not isinstance(_DEFAULTS[name], bool))
    return layout.render(
        request,
        "Settings",
        html.problem_box("The settings were not saved. Correct the marked fields." if errors else ""),
        html.paragraph("Durations are in seconds; lists are separated by commas. Changes apply from the next request."),
        html.form(
            request.csrf,
            layout.heading("Switches"),
            f'<div class="grid">{switches}</div>',
            layout.heading("Values"),
            f'<div class="grid">{values}</div>',
            html.button("Save settings"),
            action=url("/settings"),
        ),
        section="/settings",
        status=422 if errors else 200,
        problem=bool(errors),
    )


def _input(name: str, text: str, error: str) -> str:
    default, words = _DEFAULTS[name], " ".join(_WORDS.get(word, word) for word in name.split("_"))
    label = words[0].upper() + words[1:]
    if isinstance(default, bool):
        checked = " checked" if text == "yes" else ""
        return (
            f'<div class="check"><input type="checkbox" id="{name}" name="{name}" value="yes"{checked}>'
            f'<label for="{name}">{escape(label)}</label></div>'
        )
    if choices := _CHOICES.get(name):
        return html.select(name, label, (("", each, each) for each in choices), value=text, error=error)
    numeric = isinstance(default, int)
    is_optional = default is None or isinstance(default, tuple | frozenset)
    hint = _HINTS.get(name, "")
    return html.field(name, label, value=text, error=error, hint=hint, numeric=numeric, required=not is_optional)
