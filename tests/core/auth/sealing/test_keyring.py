"""Cookie passwords that have another type than expected."""

from typing import Any

import pytest

from workos_core.auth.sealing.keyring import MIN_LENGTH, load_keyring
from workos_core.errors import ConfigurationError

PASSWORD = "correct-horse-battery-staple-0123456789"


@pytest.mark.parametrize(
    ("password", "text"),
    [
        (7, "cookie_password must be a str, a list or a dict, not int"),
        (object(), "cookie_password must be a str, a list or a dict, not object"),
        ({PASSWORD}, "cookie_password must be a str, a list or a dict, not set"),
        (PASSWORD.encode(), "cookie_password must be a str, a list or a dict, not bytes; call .decode()"),
        (
            bytearray(PASSWORD, "ascii"),
            "cookie_password must be a str, a list or a dict, not bytearray; call .decode()",
        ),
        ([PASSWORD, b"x"], "cookie_password must be str, or contain only str (got bytes)"),
        ({"1": 7}, "cookie_password must be str, or contain only str (got int)"),
        (
            "x" * (MIN_LENGTH - 1),
            f"cookie_password must be at least {MIN_LENGTH} characters (got {MIN_LENGTH - 1}); set it or "
            "WORKOS_COOKIE_PASSWORD",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_passwords_are_checked(password: Any, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_keyring(password)
    assert str(caught.value) == text


def test_several_passwords() -> None:
    assert load_keyring((PASSWORD, "y" * MIN_LENGTH)).all_passwords() == [PASSWORD.encode(), b"y" * MIN_LENGTH]
