"""Items 27 to 44: rate limits, as the spec records them for the docstrings and the rate limiter."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..sdk import SDK
from .base import Table

SPEC = Path(__file__).parent.parent.parent.parent / "spec"
rows = Table()


@cache
def limits() -> dict[str, dict[str, Any]]:
    text = (SPEC / "openapi.yaml").read_text(encoding="utf-8")
    limits: dict[str, dict[str, Any]] = yaml.safe_load(text)["x-rate-limits"]
    return limits


@cache
def operations() -> list[tuple[str, str, list[str]]]:
    """Return method, path and limits of every operation."""
    return [
        (method.upper(), path, operation.get("x-rate-limit", []))
        for file in sorted((SPEC / "resources").rglob("*.yaml"))
        for path, item in (yaml.safe_load(file.read_text(encoding="utf-8")).get("paths") or {}).items()
        for method, operation in item.items()
        if isinstance(operation, dict) and "operationId" in operation
    ]


def operations_under(name: str) -> set[str]:
    return {f"{method} {path}" for method, path, names in operations() if name in names}


def limited(number: int, title: str, name: str, limit: int, period: int, key: str, *paths: str) -> None:
    """Add a limit with its numbers, and the operations that it applies to."""

    def check(sdk: SDK) -> None:
        recorded = limits()[name]
        assert (recorded["limit"], recorded["period"], recorded["key"]) == (limit, period, key)
        assert operations_under(name) == set(paths)

    rows.add(number, title, check)


def authkit(number: int, title: str, name: str, limit: int, reads: bool) -> None:
    """Add a limit on all AuthKit reads or writes that have no limit of their own."""

    def check(sdk: SDK) -> None:
        assert (limits()[name]["limit"], limits()[name]["period"]) == (limit, 10)
        own_limits = {"authentication", "magic_auth", "email_verification", "password_reset"}
        expected = {
            f"{method} {path}"
            for method, path, names in operations()
            if path.startswith("/user_management/") and (method == "GET") is reads and not own_limits & set(names)
        }
        assert len(expected) > 10
        assert expected <= operations_under(name)
        assert {entry.partition("/")[2].partition("/")[0] for entry in operations_under(name)} == {"user_management"}

    rows.add(number, title, check)


limited(27, "all requests from an IP address", "general", 6000, 60, "ip")


@rows.check(28, "staging and production have the same limits")
def _(sdk: SDK) -> None:
    per_environment = {name for name, limit in limits().items() if limit["key"] == "environment"}
    assert per_environment == {"authkit_reads", "authkit_writes"}
    assert not any({"production", "staging"} & set(limit) for limit in limits().values())


limited(29, "SSO authorization URLs", "sso_authorize", 1000, 60, "connection", "GET /sso/authorize")
limited(30, "directory users", "directory_users", 4, 1, "directory", "GET /directory_users")
limited(
    31, "deleting organizations", "delete_organization", 50, 60, "api_key", "DELETE /organizations/{organization_id}"
)


@rows.check(32, "AuthKit limits apply per environment")
def _(sdk: SDK) -> None:
    assert {limits()[name]["key"] for name in ("authkit_reads", "authkit_writes")} == {"environment"}


authkit(33, "AuthKit reads", "authkit_reads", 1000, reads=True)
authkit(34, "AuthKit writes", "authkit_writes", 500, reads=False)
limited(35, "sign-ins", "authentication", 10, 60, "email_or_challenge", "POST /user_management/authenticate")
limited(36, "Magic Auth emails", "magic_auth", 3, 60, "email", "POST /user_management/magic_auth")
limited(
    37,
    "verification emails",
    "email_verification",
    3,
    60,
    "user",
    "POST /user_management/users/{user_id}/email_verification/send",
)
limited(38, "password reset emails", "password_reset", 3, 60, "email", "POST /user_management/password_reset")

# The API reference has a second AuthKit table without paths: the spec records these limits but assigns them to no operation.


def recorded(number: int, title: str, limit: int, period: int, *key: str) -> None:
    """Add a limit with these numbers per combination of these keys."""

    def check(sdk: SDK) -> None:
        keys = {
            frozenset(recorded["key"].split("_and_"))
            for recorded in limits().values()
            if (recorded["limit"], recorded["period"]) == (limit, period)
        }
        assert frozenset(key) in keys

    rows.add(number, title, check)


recorded(39, "second AuthKit table: reads", 1000, 10, "environment")
recorded(40, "second AuthKit table: writes", 500, 10, "environment")
recorded(41, "second AuthKit table: SSO sign-ins", 3, 60, "ip")
recorded(42, "second AuthKit table: email sign-ins", 10, 60, "email", "ip")
recorded(43, "second AuthKit table: Magic Auth sign-ins", 10, 60, "ip", "challenge")
recorded(44, "second AuthKit table: Magic Auth codes", 3, 60, "ip", "email")
