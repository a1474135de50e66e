"""The server of the rate-limit benchmarks, which runs in a process of its own, with only the standard library."""

import pytest

from benchmarks.rate_limits import server, steady


@pytest.mark.parametrize("scenario", ["burst", *steady.SCENARIOS])
def test_the_server_starts(scenario: str) -> None:
    with server.start(scenario) as process:
        assert server.counts(server.url_of(process)) == {"requests": 0, "rate_limited": 0}
        process.communicate()  # closes its standard input, which ends it
