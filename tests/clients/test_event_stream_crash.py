"""An event stream in a process that is killed and restarted repeatedly."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

ROOT = Path(__file__).parent.parent.parent
COUNT = 90
KILLS = 2


@pytest.mark.parametrize(("client", "store"), [("async", "file"), ("sync", "sqlite")])
def test_kill_loses_no_event_and_repeats_at_most_one(client: str, store: str, tmp_path: Path) -> None:
    emulator = Emulator()
    emails = [f"{number}@example.com" for number in range(COUNT)]
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for email in emails:
            workos.user_management.create_user(email=email)
    done: list[str] = []
    with emulator.serve() as url:
        for kill in range(KILLS + 1):
            is_last = kill == KILLS
            start = len(done)
            count = COUNT if is_last else random.Random(kill).randint(5, 40)
            done += _run_until(
                client, store, tmp_path / "cursor", emulator, url, emails[-1] if is_last else None, count
            )
            if start:
                is_repeated = done[start] == done[start - 1]  # only the event that was being handled
                del done[start - 1 : start - 1 + is_repeated]
    assert done == emails


def _run_until(
    client: str, store: str, path: Path, emulator: Emulator, url: str, last: str | None, count: int
) -> list[str]:
    """Return the events that a process handled before it was killed, after `count` events or after `last`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.tail", client, store, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "WORKOS_API_KEY": emulator.api_key, "WORKOS_BASE_URL": url, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    with process.stdout:
        lines: list[str] = []
        for line in process.stdout:
            lines.append(line.strip())
            if lines[-1] == last or (last is None and len(lines) == count):
                process.kill()
                lines += [rest.strip() for rest in process.stdout]
                break
    process.wait()
    return lines
