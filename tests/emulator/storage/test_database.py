import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from workos_emulator import Clock, Emulator, Settings, StorageError
from workos_emulator.seeding.factories.catalog import factories

from ..support import Api, CheckedTransport


def api_of(emulator: Emulator) -> Api:
    headers = {"authorization": f"Bearer {emulator.api_key}"}
    client = httpx.Client(
        transport=CheckedTransport(emulator.transport), base_url="https://api.workos.com", headers=headers
    )
    return Api(emulator, client)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workos.db"


def test_everything_is_restored(file: Path) -> None:
    with Emulator(db=file) as emulator:
        for kind in factories():
            emulator.create(kind)
        api_of(emulator).user("ada@example.com", password="correct horse battery")
        before = emulator.snapshot()
    with Emulator(db=file) as emulator:
        after = emulator.snapshot()
        assert after["objects"] == before["objects"]
        assert after["values"] == before["values"]
        api_of(emulator).authenticate("password", email="ada@example.com", password="correct horse battery")
    assert file.stat().st_mode & 0o077 == 0


def test_changes_and_deletions_are_restored(file: Path) -> None:
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        deleted, kept = api.organization("Deleted"), api.organization("Kept")
        api("PUT", f"/organizations/{kept['id']}", json={"name": "Renamed"})
        api("DELETE", f"/organizations/{deleted['id']}", 200)
        emulator.seed.entitlements(kept["id"], ["a"])
    with Emulator(db=file) as emulator:
        assert [item["name"] for item in api_of(emulator)("GET", "/organizations")["data"]] == ["Renamed"]
        stored = emulator.environment.state.organizations.get(kept["id"])
        assert stored is not None
        assert stored.entitlements == ["a"]


def test_changes_of_failed_requests_are_stored(file: Path) -> None:
    """A failed request with a wrong code increments the attempts, which are stored."""
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        api("POST", "/user_management/magic_auth", 201, json={"email": "ada@example.com"})
        api.authenticate("urn:workos:oauth:grant-type:magic-auth:code", 400, email="ada@example.com", code="000000x")
        before = emulator.snapshot()["objects"]["codes.magic_auths"]
        assert before[0]["$MagicAuth"]["attempts"] == 1
    with Emulator(db=file) as emulator:
        assert emulator.snapshot()["objects"]["codes.magic_auths"] == before


def test_tokens_stay_valid_after_reopening(file: Path) -> None:
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        api.user(password="correct horse battery")
        response = api.authenticate("password", email="ada@example.com", password="correct horse battery")
        jwks = emulator.jwks
    with Emulator(db=file) as emulator:
        assert emulator.jwks["keys"][0]["kid"] == jwks["keys"][0]["kid"]
        api_of(emulator).authenticate("refresh_token", refresh_token=response["refresh_token"])


def test_reads_write_nothing(file: Path) -> None:
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        organization = api.organization()
        statements: list[str] = []
        emulator._store._database._file.set_trace_callback(statements.append)  # type: ignore[union-attr]
        api("GET", "/organizations")
        api("GET", f"/organizations/{organization['id']}")
        assert statements == []
        api.organization()
        assert statements[0].startswith("BEGIN")


def test_reset_and_restore(file: Path) -> None:
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        api.organization("First")
        snapshot = emulator.snapshot()
        emulator.reset()
        api.organization("Second")
    with Emulator(db=file) as emulator:
        assert [o.name for o in emulator.environment.state.organizations] == ["Second"]
        emulator.restore(snapshot)
    with Emulator(db=file) as emulator:
        assert [o.name for o in emulator.environment.state.organizations] == ["First"]


def test_clock_and_settings_are_restored_unless_given(file: Path) -> None:
    with Emulator(db=file) as emulator:
        emulator.clock.freeze(datetime(2030, 1, 1, tzinfo=UTC))
        emulator.settings.mfa_required = True
    with Emulator(db=file) as emulator:
        assert (emulator.clock.now().year, emulator.settings.mfa_required) == (2030, True)
    clock = Clock()
    with Emulator(db=file, clock=clock, settings=Settings()) as emulator:
        assert clock.frozen is False
        assert emulator.settings.mfa_required is False


def test_seeded_ids_do_not_repeat_after_reopening(file: Path) -> None:
    made: list[str] = []
    for _ in range(3):
        with Emulator(db=file, seed=1) as emulator:
            made.append(api_of(emulator).organization()["id"])
    assert len(set(made)) == 3
    assert made == sorted(made)


def test_many_files_at_once(tmp_path: Path) -> None:
    emulators = [Emulator(db=tmp_path / f"{number}.db") for number in range(3)]
    for number, emulator in enumerate(emulators):
        api_of(emulator).organization(f"Acme {number}")
    for number, emulator in enumerate(emulators):
        assert [item["name"] for item in api_of(emulator)("GET", "/organizations")["data"]] == [f"Acme {number}"]
        emulator.close()


def test_file_in_use(file: Path) -> None:
    with Emulator(db=file), pytest.raises(StorageError, match="in use by another emulator"):
        Emulator(db=file)
    Emulator(db=file).close()


def _write_text(file: Path) -> None:
    file.write_text("This is not a database, however long the text is. " * 100)


def _corrupt(file: Path) -> None:
    with Emulator(db=file) as emulator:
        for _ in range(50):
            emulator.create("users")
    content = bytearray(file.read_bytes())
    content[4096:20_000] = os.urandom(20_000 - 4096)
    file.write_bytes(content)


def _execute(statement: str) -> Callable[[Path], None]:
    def damage(file: Path) -> None:
        with Emulator(db=file) as emulator:
            emulator.create("users")
        connection = sqlite3.connect(file)
        connection.execute(statement)
        connection.commit()
        connection.close()

    return damage


def _create_other_database(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (_write_text, "is corrupt .*delete it to start over"),
        (_corrupt, "is corrupt"),
        (_create_other_database, "is not an emulator database"),
        (_execute("PRAGMA user_version = 99"), "has format version 99, but this version of the emulator reads 1"),
        (_execute("UPDATE objects SET data = '{' WHERE place = 'users'"), r"is corrupt \(users user_"),
        (_execute("""UPDATE objects SET data = '{"$User": {}}' WHERE place = 'users'"""), r"is corrupt \(users user_"),
        (_execute("UPDATE objects SET place = 'unknown'"), "is corrupt .*unknown to this version: unknown"),
        (_execute("DROP TABLE marks"), "cannot be used: no such table"),
    ],
)
def test_unusable_file(file: Path, damage: Any, message: str) -> None:
    damage(file)
    before = file.read_bytes()
    with pytest.raises(StorageError, match=message) as raised:
        Emulator(db=file)
    assert str(file) in str(raised.value)
    assert file.read_bytes() == before


def test_unwritable_path(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be opened"):
        Emulator(db=tmp_path / "none" / "x.db")


def test_full_disk_raises_and_loses_nothing(file: Path) -> None:
    with Emulator(db=file) as emulator:
        api = api_of(emulator)
        connection = emulator._store._database._file  # type: ignore[union-attr]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        error = api("POST", "/organizations", 500, json={"name": "x" * 100_000})
        assert "cannot be written: database or disk is full" in error["message"]
        connection.execute("PRAGMA max_page_count = 1000000")
        api.organization("Second")
        expected = [item["name"] for item in api("GET", "/organizations")["data"]]
    with Emulator(db=file) as emulator:
        assert [item["name"] for item in api_of(emulator)("GET", "/organizations")["data"]] == expected


_SERVER = """
import sys
from workos_emulator import Emulator
with Emulator(db=sys.argv[1]).serve() as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def test_kill_loses_no_acknowledged_write(file: Path) -> None:
    """A client writes as fast as it can while the process is killed, twice."""
    acknowledged: list[str] = []
    for round in range(2):
        command = [sys.executable, "-c", _SERVER, str(file)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            headers = {"authorization": "Bearer sk_test_emulator"}
            with httpx.Client(base_url=url, headers=headers, timeout=20) as client:
                try:
                    for number in range(10_000):
                        response = client.post("/organizations", json={"name": f"{round}-{number}"})
                        if response.status_code == 201:
                            acknowledged.append(response.json()["id"])
                        if number == 15:
                            # The kill takes effect at any time from here on, between or within writes.
                            subprocess.Popen(["kill", "-9", str(process.pid)]).wait()
                except httpx.TransportError:
                    pass
            assert process.wait(20) == -9
    with Emulator(db=file) as emulator:
        stored = {organization.id for organization in emulator.environment.state.organizations}
    assert len(acknowledged) >= 30
    assert set(acknowledged) <= stored
    assert len(stored) <= len(acknowledged) + 2
