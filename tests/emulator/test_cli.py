import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

import httpx
import pytest

from workos_emulator.__main__ import main


@contextmanager
def running(*arguments: str) -> Generator[tuple[subprocess.Popen[str], str, str]]:
    """A process of the emulator, its base URL and its greeting; it is killed if it has not ended after the test."""
    command = [sys.executable, "-m", "workos_emulator", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines: list[str] = []
            while not lines or not lines[-1].startswith("Ready"):
                lines.append(process.stdout.readline())
                assert lines[-1], "the emulator ended"
            yield process, next(line.split()[-1] for line in lines if "base URL" in line), "".join(lines)
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_start_and_stop(number: signal.Signals) -> None:
    with running("--api-key", "sk_mine", "--client-id", "client_mine") as (process, url, greeting):
        assert httpx.get(f"{url}/_emulator/health").json() == {"status": "ok", "client_id": "client_mine"}
        response = httpx.post(f"{url}/organizations", json={"name": "A"}, headers={"authorization": "Bearer sk_mine"})
        assert response.status_code == 201
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert f"WORKOS_BASE_URL={url}" in greeting
        assert "WORKOS_API_KEY=sk_mine" in greeting
        assert out == "stopped\n"
        assert err == ""


def test_a_seed_makes_ids_the_same() -> None:
    ids: list[str] = []
    for _ in range(2):
        with running("--seed", "7") as (_process, url, _greeting):
            created = httpx.post(
                f"{url}/organizations", json={"name": "A"}, headers={"authorization": "Bearer sk_test_emulator"}
            )
            ids.append(created.json()["id"])
    # The first ten characters of a ULID are the time.
    assert ids[0][len("org_") + 10 :] == ids[1][len("org_") + 10 :]


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["--port", str(taken.getsockname()[1])]) == 2
    assert "in use" in capsys.readouterr().err


def test_a_host_beyond_loopback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--host", "0.0.0.0", "--port", "0"]) == 2
    assert "--allow-remote" in capsys.readouterr().err


def test_remote_with_a_warning() -> None:
    with running("--host", "0.0.0.0", "--allow-remote") as (process, _url, _greeting):
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, "warning" in err) == (0, True)
