"""Handlers of provider icons. WorkOS serves them from another host; the emulator handles requests to any host."""

from xml.sax.saxutils import escape

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http.messages import Response

_ICONS = ("azure", "generic-oidc", "generic-saml", "github", "google", "microsoft", "okta", "onelogin", "workday")
_COLORS = {"light": ("#ffffff", "#111111"), "dark": ("#111111", "#ffffff")}


@operation("listProviderIcons", behavior="canned")
def list_icons(call: Call) -> Result:
    """List a fixed set of icons for both themes."""
    base = f"{call.request.base_url}/provider-icons"
    return [{"slug": slug, **{theme: f"{base}/{theme}/{slug}.svg" for theme in _COLORS}} for slug in _ICONS]


@operation("getProviderIcon", behavior="computed")
def get_icon(call: Call) -> Result:
    """Render an icon with the first letter of the slug. Every slug has an icon."""
    fill, color = _COLORS[call.path["theme"]]
    letter = escape(next((c for c in call.path["slug"].upper() if c.isprintable() and not c.isspace()), "?"))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="4" fill="{fill}"/>'
        f'<text x="12" y="17" text-anchor="middle" font-family="sans-serif" font-size="14" fill="{color}">{letter}</text>'
        "</svg>"
    )
    return Response(200, {"content-type": "image/svg+xml"}, svg.encode())
