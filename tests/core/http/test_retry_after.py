import pytest

from workos_core.http.retry_after import parse_retry_after


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("3", 3.0),
        (" 0.5 ", 0.5),
        ("0", 0.0),
        ("-4", None),
        ("1e3", None),
        ("1_0", None),
        ("٣", None),
        ("", None),
        ("9" * 400, None),
        ("99999999999", 99999999999.0),
        ("Thu Jan  1 00:01:40 1970", 90.0),
        ("Thursday, 01-Jan-70 00:01:40 GMT", 90.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 253402300789.0),
        ("Thu, 01 Jan 99999 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("Thu, 99 Jan 1970 00:00:01 GMT", None),
    ],
)
def test_every_form(header: str | None, seconds: float | None) -> None:
    assert parse_retry_after(header, now=lambda: 10.0) == seconds
