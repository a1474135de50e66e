from typing import Any

import httpx
import pytest

from workos_core.config import DEFAULT_BASE_URL, check_base_url, load_config
from workos_core.errors import ConfigurationError


def test_arguments_override_the_environment() -> None:
    environment = {
        "WORKOS_API_KEY": "sk_env",
        "WORKOS_CLIENT_ID": "client_env",
        "WORKOS_BASE_URL": "http://127.0.0.1:4100/",
    }
    config = load_config("sk_arg", None, None, environment)
    assert (config.api_key, config.client_id, config.base_url) == ("sk_arg", "client_env", "http://127.0.0.1:4100")


def test_missing_api_key_and_client_id_are_reported_later() -> None:
    config = load_config(None, None, None, {"WORKOS_API_KEY": ""})
    assert (config.api_key, config.client_id) == (None, None)


def test_public_client_has_no_api_key() -> None:
    assert load_config(None, "client_1", None, {}).api_key is None


def test_repr_does_not_show_the_api_key() -> None:
    assert "sk_" not in repr(load_config("sk_secret", None, None, {}))


@pytest.mark.parametrize("key", ["sk_1\n", "sk 1", "sk_ü", "sk_1\r\nX-Header: 1"])
def test_api_key_with_invalid_characters(key: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^api_key has an .* WORKOS_API_KEY$") as caught:
        load_config(key, None, None, {})
    assert key not in str(caught.value)


@pytest.mark.parametrize("quoted", ["'sk_1'", '"sk_1"', "“sk_1”", "'"])
def test_api_key_in_quotes(quoted: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^api_key starts with a quotation mark; .* WORKOS_API_KEY$"):
        load_config(None, None, None, {"WORKOS_API_KEY": quoted})


def test_swapped_api_key_and_client_id() -> None:
    with pytest.raises(ConfigurationError, match=r"^api_key is a client ID; an API key starts with sk_\."):
        load_config("client_1", None, None, {})
    with pytest.raises(
        ConfigurationError, match=r"^client_id is an API key; a client ID starts with client_\."
    ) as caught:
        load_config(None, "sk_secret", None, {})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(b"sk_1", "api_key must be a str, not bytes; call .decode()"), (5, "api_key must be a str, not int")],
)
def test_api_key_of_another_type(value: Any, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_config(value, None, None, {})
    assert str(caught.value) == text


class SecretStr:
    """Behaves like the class of pydantic."""

    def get_secret_value(self) -> str:
        return "sk_1"

    def __str__(self) -> str:
        return "**********"


def test_secrets_and_url_objects() -> None:
    config = load_config(SecretStr(), None, httpx.URL("https://proxy.example.com/workos/"), {})
    assert (config.api_key, config.base_url) == ("sk_1", "https://proxy.example.com/workos")


def test_plain_http_to_another_host_is_allowed_explicitly() -> None:
    url = "http://emulator:4100"
    with pytest.raises(ConfigurationError, match="allow_insecure_http=True"):
        load_config("sk_1", None, url, {})
    assert load_config("sk_1", None, url, {}, allow_insecure_http=True).base_url == url


@pytest.mark.parametrize(
    "url",
    [
        DEFAULT_BASE_URL,
        "https://proxy.example.com:8443/workos",
        "http://localhost:4100",
        "http://127.0.0.1",
        "http://127.1.2.3:1",
        "http://[::1]:4100",
        "http://workos.localhost",
    ],
)
def test_valid_base_urls(url: str) -> None:
    assert check_base_url(f"{url}/") == url


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://api.workos.com", "would send the API key unencrypted"),
        ("http://10.0.0.1", "would send the API key unencrypted"),
        ("http://localhost.evil.com", "would send the API key unencrypted"),
        ("http://127.0.0.1.evil.com", "would send the API key unencrypted"),
        ("ftp://api.workos.com", "must look like"),
        ("api.workos.com", "must look like"),
        ("https://", "must look like"),
        ("https://[::1", "is malformed"),
        ("https://host:port", "is malformed"),
        ("https://user:secret@host", "must not have a user"),
        ("https://host?x=1", "must not have a user, query"),
        ("https://host#x", "must not have a user, query"),
        ("https://api..workos.com", "has a host with an empty or too long part"),
        ("https://.workos.com", "has a host with an empty or too long part"),
        (f"https://{'a' * 64}.com", "has a host with an empty or too long part"),
    ],
)
def test_invalid_base_urls(url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        check_base_url(url)
