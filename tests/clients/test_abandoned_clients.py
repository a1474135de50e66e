"""Clients that nobody closes leave no open connections and no warnings behind."""

import subprocess
import sys

import pytest

libraries = pytest.mark.parametrize("library", ["httpx", "httpx2", "aiohttp"])


def run(library: str, *names: str) -> str:
    """Run functions of `tests.support.abandoned_clients` with all warnings as errors, and return what the process reports."""
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "tests.support.abandoned_clients", library, *names]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr
    return "\n".join(line for line in done.stderr.splitlines() if not line.startswith("Executing <"))  # slow callbacks


@libraries
def test_connections_are_closed_with_the_event_loop_or_the_client(library: str) -> None:
    assert run(library, "closed", "loop_ends", "several_loops_end", "garbage", "canceled") == ""


@libraries
def test_sessions_are_closed_if_nothing_shuts_the_event_loop_down(library: str) -> None:
    """asyncio itself warns of the sockets and of the event loop."""
    report = run(library, "loop_is_only_closed", "another_loop_is_used", "process_ends")
    assert "Unclosed" not in report, report
    assert "never awaited" not in report, report
