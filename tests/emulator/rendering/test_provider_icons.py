from xml.etree import ElementTree

import pytest

from workos_emulator.rendering import colors, provider_icons

BACKGROUNDS = {"light": "#ffffff", "dark": "#1c1f26"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("slug", [*provider_icons.SLUGS, "unknown", "<", "😀", " "])
def test_icons_are_readable(slug: str, theme: provider_icons.Theme) -> None:
    rect, text = ElementTree.fromstring(provider_icons.svg(slug, theme))
    assert text.text
    assert colors.ratio(rect.attrib["fill"], text.attrib["fill"]) >= colors.MINIMUM
    assert colors.ratio(rect.attrib["fill"], BACKGROUNDS[theme]) >= 3


def test_providers_of_the_sign_in_page_differ() -> None:
    slugs = ("google", "microsoft", "github", "apple", "gitlab")
    assert len({provider_icons.svg(slug, "light") for slug in slugs}) == len(slugs)


@pytest.mark.parametrize(
    ("provider", "slug"),
    [
        ("GoogleOAuth", "google"),
        ("OktaSAML", "okta"),
        ("GenericOIDC", "generic-oidc"),
        ("GenericSAML", "generic-saml"),
        ("CustomOIDC", "generic-oidc"),
        ("MagicLink", "magiclink"),
        ("Pending", "pending"),
    ],
)
def test_slugs(provider: str, slug: str) -> None:
    assert provider_icons.slug_of(provider) == slug
    assert provider_icons.data_url(slug, "light").startswith("data:image/svg+xml,%3Csvg")
