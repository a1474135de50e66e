"""The example that pages through a directory, with all its ten thousand people."""

import pytest

from examples import directory_users


def test_ten_thousand_people(capsys: pytest.CaptureFixture[str]) -> None:
    directory_users.main()
    lines = capsys.readouterr().out.strip().split("\r")
    assert len(lines) == 100
    assert lines[49] == "[###############               ]  50% 5,000 people"
    assert lines[-1] == "[##############################] 100% 10,000 people"
