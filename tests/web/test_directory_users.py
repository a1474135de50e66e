"""The example that pages through the 10,000 users of a directory."""

import pytest

from examples import directory_users


def test_pages_through_10_000_users(capsys: pytest.CaptureFixture[str]) -> None:
    directory_users.main()
    lines = capsys.readouterr().out.strip().split("\r")
    assert len(lines) == 100
    assert lines[49] == "[###############               ]  50% 5,000 users"
    assert lines[-1] == "[##############################] 100% 10,000 users"
