import json
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from workos_emulator.cli.main import main


@contextmanager
def running(*arguments: str) -> Generator[tuple[subprocess.Popen[str], str, str]]:
    """Start an emulator process. Yield the process, its base URL and its banner; kill it if it still runs afterwards."""
    command = [sys.executable, "-m", "workos_emulator", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines: list[str] = []
            while not lines or not lines[-1].startswith("Ready"):
                lines.append(process.stdout.readline())
                assert lines[-1], "the emulator exited"
            yield process, next(line.split()[-1] for line in lines if "base URL" in line), "".join(lines)
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_start_and_stop(number: signal.Signals) -> None:
    with running("--api-key", "sk_mine", "--client-id", "client_mine") as (process, url, banner):
        assert httpx.get(f"{url}/_emulator/health").json() == {"status": "ok", "client_id": "client_mine"}
        response = httpx.post(f"{url}/organizations", json={"name": "A"}, headers={"authorization": "Bearer sk_mine"})
        assert response.status_code == 201
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert process.returncode == 0
        assert f"WORKOS_BASE_URL={url}" in banner
        assert "WORKOS_API_KEY=sk_mine" in banner
        assert out == "stopped\n"
        assert err == ""


def test_seed_makes_ids_deterministic() -> None:
    ids: list[str] = []
    for _ in range(2):
        with running("--seed", "7") as (_process, url, _banner):
            created = httpx.post(
                f"{url}/organizations", json={"name": "A"}, headers={"authorization": "Bearer sk_test_emulator"}
            )
            ids.append(created.json()["id"])
    # The first ten characters of a ULID are the time.
    assert ids[0][len("org_") + 10 :] == ids[1][len("org_") + 10 :]


def test_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert main(["--port", str(port)]) == 2
    message = f"workos-emulator: port {port} of 127.0.0.1 is in use, perhaps by another emulator; stop it, or choose another port with --port\n"
    assert capsys.readouterr().err == message


def test_non_loopback_host(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--host", "0.0.0.0", "--port", "0"]) == 2
    assert "--allow-remote" in capsys.readouterr().err


def test_allowed_hosts(capsys: pytest.CaptureFixture[str]) -> None:
    with running("--allowed-host", "workos", "--allowed-host", "workos.test") as (_process, url, _banner):
        hosts = {"workos:4100": 200, "workos.test": 200, "localhost": 200, "evil.example": 403}
        for host, status in hosts.items():
            assert httpx.get(f"{url}/_emulator/health", headers={"host": host}).status_code == status, host
    assert main(["--port", "0", "--allowed-host", "http://workos"]) == 2
    assert "must be a host name or an IP address without a port" in capsys.readouterr().err


def test_allow_remote_warns() -> None:
    with running("--host", "0.0.0.0", "--allow-remote") as (process, _url, _banner):
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, "warning" in err) == (0, True)


def log_lines(*arguments: str) -> Any:
    """Return the JSON log of a process from its start to its stop, with one request in between."""
    command = [sys.executable, "-m", "workos_emulator", "serve", "--port", "0", "--log", "json", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            lines = [json.loads(process.stdout.readline())]
            headers = {"authorization": "Bearer sk_test_emulator"}
            httpx.post(f"{lines[0]['base_url']}/organizations", json={"name": "A"}, headers=headers)
            process.send_signal(signal.SIGTERM)
            out, err = process.communicate(timeout=20)
            assert (process.returncode, err) == (0, "")
            return [*lines, *(json.loads(line) for line in out.splitlines())]
        finally:
            if process.poll() is None:
                process.kill()


def test_json_log_db_recording_and_ready_file(tmp_path: Path) -> None:
    db, ready, record = (str(tmp_path / name) for name in ("workos.db", "ready.json", "recording.jsonl"))
    seed = tmp_path / "seed.yaml"
    seed.write_text("organizations:\n  - name: Seeded\n")
    for count in (2, 3):
        lines = log_lines("--db", db, "--seed-file", str(seed), "--ready-file", ready, "--record", record)
        assert [line["event"] for line in lines] == ["started", "request", "stopped"]
        assert (lines[1]["method"], lines[1]["operation_id"], lines[1]["status"]) == ("POST", "createOrganization", 201)
        assert not Path(ready).exists()
        connection = sqlite3.connect(db)
        stored = connection.execute("SELECT count(*) FROM objects WHERE place = 'organizations'").fetchone()
        connection.close()
        assert stored == (count,)
    assert main(["replay", record]) == 0


def test_ready_file_exists_while_serving(tmp_path: Path) -> None:
    ready = tmp_path / "ready.json"
    with running("--ready-file", str(ready), "--log", "text") as (process, url, _banner):
        httpx.get(f"{url}/_emulator/health")
        while not ready.exists():
            assert process.poll() is None
            time.sleep(0.01)
        assert json.loads(ready.read_text()) == {"base_url": url, "pid": process.pid}
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=20)
        assert " 200 GET '/_emulator/health' -\n" in out
    assert not ready.exists()


def test_seed_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = Path(__file__).parents[1] / "seed.yaml"
    assert main(["seed", "check", str(good)]) == 0
    assert "2 users" in capsys.readouterr().out
    bad = tmp_path / "bad.yaml"
    bad.write_text("users:\n  - mail: x\n")
    assert main(["seed", "check", str(bad), str(good)]) == 1
    assert f"{bad}:2: users: unknown field 'mail'" in capsys.readouterr().err
    assert main(["seed", "check", str(tmp_path / "none.yaml")]) == 2


@pytest.mark.parametrize("option", ["--db", "--seed-file"])
def test_invalid_files(tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file.yaml"
    file.write_text("invalid: [" * 500)
    assert main(["--port", "0", option, str(file)]) == 2
    assert str(file) in capsys.readouterr().err


def test_help_and_unknown_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "replay FILE" in capsys.readouterr().out
    assert main(["dance"]) == 2
    assert "unknown command 'dance'" in capsys.readouterr().err
