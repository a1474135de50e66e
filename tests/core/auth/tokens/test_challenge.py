"""The value of `WWW-Authenticate`."""

from typing import Any

import pytest

from workos_core.auth.tokens.challenge import challenge

URL = "https://mcp.example.com/.well-known/oauth-protected-resource"


@pytest.mark.parametrize(
    ("settings", "parameters"),
    [
        ({}, ""),
        ({"error": "invalid_token"}, 'error="invalid_token", '),
        ({"description": "expired"}, 'error_description="expired", '),
        ({"scopes": ["openid"]}, 'scope="openid", '),
        (
            {"error": "insufficient_scope", "description": "no email", "scopes": ["openid", "email"]},
            'error="insufficient_scope", error_description="no email", scope="openid email", ',
        ),
    ],
)
def test_parameters(settings: dict[str, Any], parameters: str) -> None:
    assert challenge(URL, **settings) == f'Bearer {parameters}resource_metadata="{URL}"'


@pytest.mark.parametrize(
    ("description", "quoted"),
    [
        ("", ""),
        ("X ~ !", "X ~ !"),
        ("'a' \"b\" \\", "'a' 'b' '"),
        ("tab\t, line\r\n, \x1f, \x7f, é, 😀", "tab?, line??, ?, ?, ?, ?"),
    ],
)
def test_other_characters_than_those_of_a_quoted_string_are_replaced(description: str, quoted: str) -> None:
    value = challenge(URL, description=description)
    assert value == f'Bearer error_description="{quoted}", resource_metadata="{URL}"'
