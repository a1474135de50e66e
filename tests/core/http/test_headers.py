import pytest

from workos_core.errors import InvalidArgumentError
from workos_core.http.headers import merge_headers
from workos_core.http.path_encoding import redact_path


def test_the_last_of_a_name_counts() -> None:
    merged = merge_headers({"User-Agent": "a", "Accept": "x"}, {"user-agent": "b"}, {"ACCEPT": "y", "X-New": "1"})
    assert merged == {"user-agent": "b", "accept": "y", "x-new": "1"}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\n", "ä", "\x00", "\t"])
def test_values_that_can_not_be_sent(value: str) -> None:
    with pytest.raises(InvalidArgumentError, match="'X-Own' has characters") as caught:
        merge_headers({"X-Own": value})
    assert value not in str(caught.value)


@pytest.mark.parametrize("name", ["", "X Own", "X:Own", "X-Own\n", "Ä"])
def test_names_that_can_not_be_sent(name: str) -> None:
    with pytest.raises(InvalidArgumentError, match="has characters that can't be sent"):
        merge_headers({name: "1"})


def test_values_of_other_types() -> None:
    with pytest.raises(TypeError, match="'X-Own' takes text, not int"):
        merge_headers({"X-Own": 1})


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/organizations", "/organizations"),
        ("/user_management/users", "/user_management/users"),
        ("/sdk/feature-flags/", "/sdk/feature-flags/"),
        ("/organizations/org_01EHZNVPK3SFK441A1RGBFSHRT", "/organizations/{}"),
        ("/invitations/by_token/" + "abcdefghij" * 4, "/invitations/by_token/{}"),
        ("/things/a%2Fb", "/things/{}"),
    ],
)
def test_paths_without_ids(path: str, shown: str) -> None:
    assert redact_path(path) == shown
