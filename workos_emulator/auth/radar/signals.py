"""What Radar knows about an attempt, and the lists that it can be on."""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import Literal

from workos_emulator.storage.objects.radar import Location
from workos_emulator.storage.state import State, fold

_METHODS = {"Password": "Password", "MagicAuth": "Email_OTP", "Passkey": "Passkey", "SSO": "SSO"}


@dataclass(slots=True, frozen=True)
class Signals:
    """What Radar knows about an attempt.

    Attributes:
        email: The email address.
        method: The method, as in the API of Radar.
        action: What is attempted.
        ip_address: The IP address of the client, if known.
        user_agent: The user agent of the client, if known.
        device: The ID of the device or of the signals that the client collected, if known: the device fingerprint.
    """

    email: str
    method: str
    action: Literal["sign-in", "sign-up"]
    ip_address: str | None
    user_agent: str | None
    device: str | None = None


def method_name(authentication_method: str) -> str:
    """Return the name that Radar has for an `authentication_method`: `MagicAuth` → `Email_OTP`, `GoogleOAuth` → `Social`."""
    if authentication_method.endswith("OAuth"):
        return "Social"
    return _METHODS.get(authentication_method, "Other")


def find_list(state: State, signals: Signals, action: Literal["allow", "block"]) -> str | None:
    """Return the type of the first allow or block list with an entry that matches an attempt; None if there is none."""
    for kind, value in _identifiers(state, signals):
        entries = state.radar.lists.get((kind, action), ())
        if any(_matches(kind, entry, value) for entry in entries):
            return kind
    return None


def locate(state: State, address: str | None) -> Location | None:
    """Return where an IP address is, if a seed defines it."""
    if address is None:
        return None
    return next((location for location in state.radar.locations if is_in_range(address, location.id)), None)


def is_in_range(address: str, entry: str) -> bool:
    """Return whether an IP address equals another or is in a range, such as `203.0.113.0/24`. Malformed ones match only themselves."""
    try:
        return ip_address(address.strip()) in ip_network(entry.strip(), strict=False)
    except ValueError:
        return fold(address) == fold(entry)


def _identifiers(state: State, signals: Signals) -> Iterator[tuple[str, str]]:
    location = locate(state, signals.ip_address)
    values = {
        "ip_address": signals.ip_address,
        "email": signals.email,
        "domain": signals.email.rpartition("@")[2],
        "user_agent": signals.user_agent,
        "device": signals.user_agent,
        "device_fingerprint": signals.device,
        "country": location.country if location else None,
    }
    for kind, value in values.items():
        if value is not None:
            yield kind, value


def _matches(kind: str, entry: str, value: str) -> bool:
    if kind == "ip_address":
        return is_in_range(value, entry)
    if kind == "device":  # a kind of device, such as iPod, which the user agent names
        return entry in fold(value)
    return entry == fold(value)
