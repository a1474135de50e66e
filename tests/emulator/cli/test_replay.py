import json
from pathlib import Path

import httpx
import pytest

from workos_emulator import Emulator
from workos_emulator.cli import recording
from workos_emulator.cli.main import main
from workos_emulator.cli.recording import Recorder
from workos_emulator.cli.replay import replay

from ..support import Api


def scenario(api: Api, emulator: Emulator) -> None:
    organization = api.organization()
    user = api.user(password="correct horse battery")
    api.membership(user, organization)
    tokens = api.authenticate("password", email="ada@example.com", password="correct horse battery")
    api.authenticate("refresh_token", refresh_token=tokens["refresh_token"])
    api("POST", "/user_management/magic_auth", 201, json={"email": "bob@example.com"})
    code = emulator.outbox.last("bob@example.com", "magic_auth").code
    api.authenticate("urn:workos:oauth:grant-type:magic-auth:code", email="bob@example.com", code=code)
    api("POST", "/_emulator/clock/travel", json={"seconds": 60 * 60 * 24 * 60})
    api.authenticate("refresh_token", 400, refresh_token=tokens["refresh_token"])
    api("POST", "/user_management/magic_auth", 400, content=b"\xff", headers={"content-type": "application/json"})
    api("GET", f"/organizations/{organization['id']}")


@pytest.mark.parametrize("seed", [None, 7])
def test_replay_returns_the_same_statuses(tmp_path: Path, seed: int | None, capsys: pytest.CaptureFixture[str]) -> None:
    from ..storage.test_database import api_of

    file = tmp_path / "recording.jsonl"
    emulator = Emulator(seed=seed)
    api = api_of(emulator)
    api.organization("Before")
    with Recorder(emulator, file):
        scenario(api, emulator)
    api.organization("After")
    assert file.stat().st_mode & 0o077 == 0
    assert main(["replay", str(file)]) == 0
    assert capsys.readouterr().out == "11 requests: 11 same status, 0 different\n"


def test_sessions_in_cookies(tmp_path: Path, api: Api, emulator: Emulator) -> None:
    file = tmp_path / "recording.jsonl"
    api.user(password="correct horse battery", email_verified=True)
    origin = {"origin": "http://localhost:3000"}
    with (
        Recorder(emulator, file),
        httpx.Client(transport=emulator.transport, base_url="http://localhost:4100", headers=origin) as browser,
    ):
        body = {"client_id": emulator.client_id, "client_secret": emulator.api_key, "grant_type": "password"}
        body |= {"email": "ada@example.com", "password": "correct horse battery"}
        assert browser.post("/user_management/authenticate", json=body).status_code == 200
        body = {"client_id": emulator.client_id, "grant_type": "refresh_token"}
        assert browser.post("/user_management/authenticate", json=body).status_code == 200
    assert replay(recording.read(file)) == []


def test_differences_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], api: Api, emulator: Emulator
) -> None:
    file = tmp_path / "recording.jsonl"
    with Recorder(emulator, file):
        api.organization()
    header, line = file.read_text().splitlines()
    file.write_text(f"{header}\n{json.dumps(json.loads(line) | {'status': 418})}\n")
    assert main(["replay", str(file)]) == 1
    out = capsys.readouterr().out
    assert "line 2: POST /organizations: was 418, is 201: {" in out
    assert "1 requests: 0 same status, 1 different" in out


def test_truncated_recording(tmp_path: Path, api: Api, emulator: Emulator) -> None:
    file = tmp_path / "recording.jsonl"
    with Recorder(emulator, file):
        api.organization()
        api.organization()
    file.write_text(file.read_text()[:-40])
    recorded = recording.read(file)
    assert len(recorded.requests) == 1
    assert replay(recorded) == []


@pytest.mark.parametrize(
    "text",
    ["", "{}\n", "nothing\n", "[]\n", '{"recording": 1}\n', '{"recording": 1, "api_key": "", "client_id": "", "snapshot": {}}\n{}\n'],
)  # fmt: skip
def test_invalid_recording(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "recording.jsonl"
    file.write_text(text)
    assert main(["replay", str(file)]) == 2
    assert "recording.jsonl:" in (err := capsys.readouterr().err) or "line 2" in err


def test_missing_recording(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "none.jsonl"]) == 2
    assert "none.jsonl" in capsys.readouterr().err
