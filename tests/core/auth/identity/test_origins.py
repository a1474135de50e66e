"""Origins as browsers write them."""

import pytest

from workos_core.auth.identity.origins import check_origins, origin_of
from workos_core.errors import ConfigurationError


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://app.example/callback?a=b", "https://app.example"),
        ("HTTPS://App.Example", "https://app.example"),
        ("https://app.example:443/callback", "https://app.example"),
        ("http://app.example:80/", "http://app.example"),
        ("HTTP://app.example:80/", "http://app.example"),
        ("http://app.example:443/", "http://app.example:443"),
        ("https://app.example:80/", "https://app.example:80"),
        ("http://localhost:3000/callback", "http://localhost:3000"),
        ("https://user:password@app.example/", "https://app.example"),
        ("https://a@b@app.example/", "https://app.example"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
        ("myapp://host:80/", "myapp://host:80"),
    ],
)
def test_origin_of_a_url(url: str, origin: str) -> None:
    assert origin_of(url) == origin


def test_valid_origins() -> None:
    origins = ["https://App.example", "http://localhost:3000", "http://[::1]:8000", "https://app.example:443"]
    checked = ("https://app.example", "http://localhost:3000", "http://[::1]:8000", "https://app.example")
    assert check_origins(origins) == checked
    assert check_origins(()) == ()


@pytest.mark.parametrize(
    "origin", ["app.example", "https://app.example/", "https://app.example/a", "null", "*", "https://*.example", ""]
)
def test_invalid_origins(origin: str) -> None:
    with pytest.raises(ConfigurationError, match=r"allowed_origins must contain origins .* \(got '"):
        check_origins(["https://app.example", origin])


def test_one_text_is_not_a_list() -> None:
    with pytest.raises(ConfigurationError, match=r"must be a list of origins.*\(got 'https://app.example'\)"):
        check_origins("https://app.example")
