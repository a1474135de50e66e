"""The name, the logo and the color of the application on the hosted pages."""

from pathlib import Path

import pytest

from workos_emulator import Emulator, Settings

from ..support import Api
from .browsing import Browser
from .conftest import start_sign_in

PIXEL = "data:image/png;base64,iVBORw0KGgo="
LOGOS = (PIXEL, "http://localhost:3000/logo.svg", "https://127.0.0.1/a?b=c", "http://[::1]:8000/logo.png")


def test_default(browser: Browser) -> None:
    start_sign_in(browser)
    assert browser.page
    assert "WorkOS emulator" in browser.page.text
    assert 'class="logo"' not in browser.page.html


@pytest.mark.parametrize("logo", LOGOS)
def test_logo(browser: Browser, emulator: Emulator, logo: str) -> None:
    emulator.settings.brand_logo, emulator.settings.application_name = logo, "Acme & Sons"
    start_sign_in(browser)
    assert browser.page
    assert [given["src"] for tag, given in browser.page.tags if given.get("class") == "logo"] == [logo]
    assert "Acme & Sons" in browser.page.text
    policy = browser.page.policy.partition("img-src ")[2].partition(";")[0]
    assert policy == ("data:" if logo == PIXEL else f"data: {'/'.join(logo.split('/')[:3])}")


def test_color(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.brand_color = "#FD0"
    assert emulator.settings.brand_color == "#ffdd00"
    for path in ("/hosted/none", "/organizations"):
        browser.open(path)
        assert browser.page
        assert "--button:#ffdd00;--on:#000000" in browser.page.html
        assert "--main:#ffdd00" in browser.page.html, "readable on dark pages"
        assert browser.page.html.count("--main:#ffdd00") == 1, "but not on light ones"
    emulator.settings.brand_color = None
    browser.open("/hosted/none")
    assert browser.page
    assert "#ffdd00" not in browser.page.html


@pytest.mark.parametrize("color", ["red", "#12", "#12345g", "4338ca", "#4338ca;}", "", "#１２３"])
def test_invalid_colors(color: str) -> None:
    with pytest.raises(ValueError, match="brand_color must be a hexadecimal color, such as #4338ca"):
        Settings(brand_color=color)
    with pytest.raises(TypeError):
        Settings(brand_color=0x4338CA)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "logo",
    [
        "https://cdn.example.com/logo.svg",
        "http://localhost.example.com/logo.svg",
        "http://user@localhost/logo.svg",
        "http://a; script-src *.localhost/",
        "http://localhost/\nx",
        "//localhost/logo.svg",
        "/logo.svg",
        "javascript:alert(1)",
        "data:text/html,<p>",
        "data:image/png;base64,a b",
        "http://localhost:99999999/",
        "",
    ],
)
def test_invalid_logos(logo: str) -> None:
    with pytest.raises(ValueError, match="brand_logo must be the URL of an image on this machine"):
        Settings(brand_logo=logo)


def test_large_logo() -> None:
    with pytest.raises(ValueError, match="brand_logo must have at most 512 KB"):
        Settings(brand_logo="data:image/png," + "a" * 600_000)


def test_providers_with_the_same_name(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.authkit_providers = ("GoogleOAuth", "Google", "GoogleOAuth", "<b>OAuth")
    start_sign_in(browser)
    assert browser.page
    assert [given["class"] for tag, given in browser.page.tags if tag == "img"] == ["icon", "icon"]


def test_over_http(api: Api, browser: Browser) -> None:
    body = {"application_name": "Acme", "brand_color": "#0a0", "brand_logo": PIXEL}
    settings = api("PATCH", "/_emulator/settings", json=body)
    assert (settings["brand_color"], settings["brand_logo"]) == ("#00aa00", PIXEL)
    error = api("PATCH", "/_emulator/settings", 422, json={"application_name": "Other", "brand_color": "red"})
    assert "brand_color must be a hexadecimal color" in error["message"]
    assert api("GET", "/_emulator/settings")["application_name"] == "Acme", "all settings or none"


def test_in_a_seed_file(tmp_path: Path, emulator: Emulator) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text("settings:\n  application_name: Acme\n  brand_color: '#4338CA'\n")
    emulator.load(path)
    assert emulator.settings.brand_color == "#4338ca"
    path.write_text("users: []\nsettings:\n  application_name: Other\n  brand_color: red\n  hosted_pages: sometimes\n")
    with pytest.raises(ValueError, match=r"brand_color must be a hexadecimal color") as raised:
        emulator.load(path)
    assert "line 4" in str(raised.value) or ":4" in str(raised.value)
    assert "hosted_pages must be one of" in str(raised.value)
    assert emulator.settings.application_name == "Acme"


def test_on_the_dashboard(browser: Browser, emulator: Emulator) -> None:
    browser.open("/dashboard/settings").submit("Save settings", Brand_color="red", Brand_logo="x")
    assert browser.page
    assert browser.page.error_of("Brand color").startswith("brand_color must be a hexadecimal color")
    assert browser.page.error_of("Brand logo").startswith("brand_logo must be the URL of an image on this machine")
    logo = "data:image/png;base64," + "+" * 300_000
    browser.submit("Save settings", Brand_color="#4338ca", Brand_logo=logo)
    assert (emulator.settings.brand_color, emulator.settings.brand_logo) == ("#4338ca", logo)
    browser.submit("Save settings", Brand_color="", Brand_logo="")
    assert (emulator.settings.brand_color, emulator.settings.brand_logo) == (None, None)
