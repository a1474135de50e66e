"""Handlers of provider icons. WorkOS serves them from another host; the emulator handles requests to any host."""

from typing import cast

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http.messages import Response
from workos_emulator.rendering import provider_icons

_THEMES: tuple[provider_icons.Theme, ...] = ("light", "dark")


@operation("listProviderIcons", behavior="canned")
def list_icons(call: Call) -> Result:
    """List the icons for both themes."""
    base = f"{call.request.base_url}/provider-icons"
    return [
        {"slug": slug, **{theme: f"{base}/{theme}/{slug}.svg" for theme in _THEMES}} for slug in provider_icons.SLUGS
    ]


@operation("getProviderIcon", behavior="computed")
def get_icon(call: Call) -> Result:
    """Render an icon with the initials of the provider. Every slug has an icon."""
    theme = cast(provider_icons.Theme, call.path["theme"])
    svg = provider_icons.svg(call.path["slug"], theme)
    return Response(200, {"content-type": "image/svg+xml"}, svg.encode())
