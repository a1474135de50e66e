"""Icons of providers, as the public server has them. The emulator answers for every host, so also for that one."""

from xml.sax.saxutils import escape

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http.messages import Response

_ICONS = ("azure", "generic-oidc", "generic-saml", "github", "google", "microsoft", "okta", "onelogin", "workday")
_COLOURS = {"light": ("#ffffff", "#111111"), "dark": ("#111111", "#ffffff")}


@operation("listProviderIcons", behavior="canned")
def list_icons(call: Call) -> Result:
    """List some icons, always the same ones, for both backgrounds."""
    base = f"{call.request.base_url}/provider-icons"
    return [{"slug": slug, **{theme: f"{base}/{theme}/{slug}.svg" for theme in _COLOURS}} for slug in _ICONS]


@operation("getProviderIcon", behavior="computed")
def get_icon(call: Call) -> Result:
    """Draw an icon: the first letter of the slug. There is one for every slug."""
    back, front = _COLOURS[call.path["theme"]]
    letter = escape(next((c for c in call.path["slug"].upper() if c.isprintable() and not c.isspace()), "?"))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="4" fill="{back}"/>'
        f'<text x="12" y="17" text-anchor="middle" font-family="sans-serif" font-size="14" fill="{front}">{letter}</text>'
        "</svg>"
    )
    return Response(200, {"content-type": "image/svg+xml"}, svg.encode())
