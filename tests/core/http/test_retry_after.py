import pytest

from workos_core.http.responses import Response
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


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Thu, 01 Jan 1970 00:01:30 GMT", 10.0),
        ("Thu, 01 Jan 1970 02:00:00 GMT", 0.0),
        ("soon", 90.0),
        (None, 90.0),
    ],
)
def test_date_counts_from_the_clock_of_the_server(date: str | None, seconds: float) -> None:
    header = "Thu, 01 Jan 1970 00:01:40 GMT"
    assert parse_retry_after(header, date, now=lambda: 10.0) == seconds


def test_seconds_do_not_depend_on_the_clock_of_the_server() -> None:
    headers = {"retry-after": "3", "date": "Thu, 01 Jan 1970 00:00:00 GMT"}
    assert Response(429, headers, b"").retry_after == 3


def test_date_of_a_response() -> None:
    headers = {"retry-after": "Thu, 01 Jan 1970 00:01:40 GMT", "date": "Thu, 01 Jan 1970 00:01:30 GMT"}
    assert Response(429, headers, b"").retry_after == 10
