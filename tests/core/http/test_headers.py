import pytest

from workos_core.errors import InvalidArgumentError
from workos_core.http.headers import merge_headers


def test_later_header_overrides_earlier_one() -> None:
    merged = merge_headers({"User-Agent": "a", "Accept": "x"}, {"user-agent": "b"}, {"ACCEPT": "y", "X-New": "1"})
    assert merged == {"user-agent": "b", "accept": "y", "x-new": "1"}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\n", "ä", "\x00", "\t"])
def test_invalid_values(value: str) -> None:
    with pytest.raises(InvalidArgumentError, match="'X-Own' has an invalid character") as caught:
        merge_headers({"X-Own": value})
    assert value not in str(caught.value)


@pytest.mark.parametrize("name", ["", "X Own", "X:Own", "X-Own\n", "Ä"])
def test_invalid_names(name: str) -> None:
    with pytest.raises(InvalidArgumentError, match="has an invalid character"):
        merge_headers({name: "1"})


def test_values_of_wrong_types() -> None:
    with pytest.raises(TypeError, match="'X-Own' must be a str, not int"):
        merge_headers({"X-Own": 1})
