"""The branding of the application on the hosted pages: its name, logo and color."""

from functools import lru_cache
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from workos_emulator.rendering import colors
from workos_emulator.storage.settings import Settings

_LIGHT = ("#ffffff", "#eef0f4")
_DARK = ("#1c1f26", "#111318")
"""The backgrounds of text in the style sheet."""


def header(settings: Settings) -> str:
    """Return the logo, if there is one, and the name of the application."""
    logo, name = settings.brand_logo, escape(settings.application_name)
    image = f'<img src="{escape(logo)}" alt="" class="logo">' if logo is not None else ""
    return f'<p class="app">{image}{name}</p>' if image or name else ""


def image_source(settings: Settings) -> str:
    """Return the source of the logo for a content security policy; empty if it is part of the page."""
    logo = settings.brand_logo or ""
    parts = urlsplit(logo)
    return "" if parts.scheme in ("", "data") else f"{parts.scheme}://{parts.netloc}"


@lru_cache(64)
def style(color: str | None) -> str:
    """Return the style sheet, with a brand color if it is not None.

    Buttons have the color itself, with white or black text. Text has it as far as it is readable: made darker on light
    backgrounds, and lighter on dark ones.
    """
    sheet = (resources.files("workos_emulator.pages.theme") / "style.css").read_text(encoding="utf-8")
    if color is None:
        return sheet
    button = f"--button:{color};--on:{colors.text_on(color)}"
    light = f":root{{--main:{colors.adjust(color, _LIGHT, '#000000')};{button}}}"
    dark = f":root{{--main:{colors.adjust(color, _DARK, '#ffffff')};{button}}}"
    return f"{sheet}{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n"
