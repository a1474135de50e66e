import pytest

from workos_core.config import DEFAULT_BASE_URL, check_base_url, load_config
from workos_core.errors import ConfigurationError


def test_arguments_win_over_the_environment() -> None:
    environment = {
        "WORKOS_API_KEY": "sk_env",
        "WORKOS_CLIENT_ID": "client_env",
        "WORKOS_BASE_URL": "http://127.0.0.1:4100/",
    }
    config = load_config("sk_arg", None, None, environment)
    assert (config.api_key, config.client_id, config.base_url) == ("sk_arg", "client_env", "http://127.0.0.1:4100")


def test_without_key_and_client_id_both_ways_to_give_them_are_named() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_config(None, None, None, {"WORKOS_API_KEY": ""})
    for word in ("WorkOS(api_key=…)", "WORKOS_API_KEY", "WorkOS(client_id=…)", "WORKOS_CLIENT_ID"):
        assert word in str(caught.value)


def test_a_public_client_has_no_key() -> None:
    assert load_config(None, "client_1", None, {}).api_key is None


def test_the_key_is_not_shown() -> None:
    assert "sk_" not in repr(load_config("sk_secret", None, None, {}))


@pytest.mark.parametrize("key", ["sk_1\n", "sk 1", "sk_ü", "sk_1\r\nX-Header: 1"])
def test_a_key_that_no_header_can_carry(key: str) -> None:
    with pytest.raises(ConfigurationError, match="the API key has characters") as caught:
        load_config(key, None, None, {})
    assert key not in str(caught.value)


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
def test_good_base_urls(url: str) -> None:
    assert check_base_url(f"{url}/") == url


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://api.workos.com", "in the clear"),
        ("http://10.0.0.1", "in the clear"),
        ("http://localhost.evil.com", "in the clear"),
        ("http://127.0.0.1.evil.com", "in the clear"),
        ("ftp://api.workos.com", "must look like"),
        ("api.workos.com", "must look like"),
        ("https://", "must look like"),
        ("https://[::1", "can't be read"),
        ("https://host:port", "can't be read"),
        ("https://user:secret@host", "no user"),
        ("https://host?x=1", "no user, query"),
        ("https://host#x", "no user, query"),
    ],
)
def test_bad_base_urls(url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        check_base_url(url)
