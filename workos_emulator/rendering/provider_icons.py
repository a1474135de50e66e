"""Icons of identity providers: tiles with initials, in a color. They are neutral marks, not the logos of the providers."""

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import quote
from xml.sax.saxutils import escape

from workos_emulator.rendering import colors

Theme = Literal["light", "dark"]

SLUGS = (
    *("apple", "azure", "bitbucket", "discord", "generic-oidc", "generic-saml", "github", "gitlab", "google"),
    *("intuit", "linkedin", "microsoft", "okta", "onelogin", "salesforce", "slack", "workday", "xero"),
)
"""The providers with an icon of their own."""

_INITIALS = {"discord": "Di", "github": "Gh", "gitlab": "Gl", "google": "Go", "salesforce": "Sf", "slack": "Sl"}
_COLORS = {
    "apple": "#3f3f46",
    "azure": "#0b5cad",
    "bitbucket": "#1d4ed8",
    "discord": "#4f46e5",
    "github": "#27272a",
    "gitlab": "#b8431b",
    "google": "#1a5fd0",
    "intuit": "#15803d",
    "linkedin": "#0f5f8f",
    "microsoft": "#0f766e",
    "okta": "#1e3a8a",
    "onelogin": "#374151",
    "salesforce": "#0369a1",
    "slack": "#7e22ce",
    "workday": "#a14b06",
    "xero": "#0e7490",
}
_DEFAULT_COLOR = "#475569"
_DARK_TEXT, _LIGHT_TEXT = "#111318", "#ffffff"


def slug_of(provider: str) -> str:
    """Return the slug of a provider or connection type, such as `GoogleOAuth`, `GoogleSAML` or `GenericOIDC`."""
    name = re.sub(r"(OAuth|SAML|OIDC)$", "", provider).lower()
    return f"generic-{provider[-4:].lower()}" if name in ("generic", "custom") else name


@lru_cache(256)
def svg(slug: str, theme: Theme) -> str:
    """Return an icon as SVG, for a page with a light or a dark background. Every slug has an icon."""
    color, text = _COLORS.get(slug, _DEFAULT_COLOR), _LIGHT_TEXT
    if theme == "dark":
        color, text = colors.mix(color, "#ffffff", 0.65), _DARK_TEXT
    initials = _INITIALS.get(slug) or _first_letter(slug)
    size = 14 if len(initials) == 1 else 11
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="5" fill="{color}"/>'
        f'<text x="12" y="12" dy=".35em" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" '
        f'font-size="{size}" fill="{text}">{escape(initials)}</text></svg>'
    )


def data_url(slug: str, theme: Theme) -> str:
    """Return an icon as a URL that contains it."""
    return f"data:image/svg+xml,{quote(svg(slug, theme))}"


def _first_letter(slug: str) -> str:
    letters = (c for c in slug.removeprefix("generic-").upper() if c.isprintable() and not c.isspace())
    return next(letters, "?")
