import pytest

from workos_core.http.path_encoding import redact_path


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
def test_redact_path(path: str, shown: str) -> None:
    assert redact_path(path) == shown
