from datetime import UTC, datetime

import pytest

from workos_emulator import totp_code
from workos_emulator.auth import totp

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the ASCII digits 1 to 9, 0, twice


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_rfc_6238_vectors(seconds: int, expected: str) -> None:
    """The SHA-1 vectors of RFC 6238, appendix B; these are the last six digits of its eight-digit codes."""
    moment = datetime.fromtimestamp(seconds, UTC)
    assert totp_code(SECRET, moment) == expected
    assert totp.matches(SECRET, expected, moment)


def test_adjacent_steps_are_accepted() -> None:
    moment = datetime(2026, 1, 31, 12, tzinfo=UTC)
    code = totp_code(SECRET, moment)
    later = [datetime.fromtimestamp(moment.timestamp() + seconds, UTC) for seconds in (-31, -30, 0, 29, 59, 60)]
    assert [totp.matches(SECRET, code, at) for at in later] == [False, True, True, True, True, False]
    assert not totp.matches(SECRET, "é", moment)
    assert not totp.matches(SECRET, "", moment)


def test_secrets() -> None:
    assert totp.is_secret("gezd gnbv gy3t qojq")
    assert totp.is_secret(SECRET + "======")
    for bad in ("", "GEZDGNBV", "01890189018901890189", "é" * 16):
        assert not totp.is_secret(bad)
    with pytest.raises(ValueError, match="Base32"):
        totp_code("0189", datetime(2026, 1, 1, tzinfo=UTC))


def test_uri() -> None:
    assert (
        totp.uri(SECRET, "Foo Corp", "a+b@example.com")
        == f"otpauth://totp/Foo%20Corp:a%2Bb@example.com?secret={SECRET}&issuer=Foo%20Corp"
    )
