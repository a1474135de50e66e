"""A process that follows the events is killed in the middle of its work, again and again, and started anew."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

ROOT = Path(__file__).parent.parent
COUNT = 90
KILLS = 2


@pytest.mark.parametrize(("flavour", "store"), [("async", "file"), ("sync", "sqlite")])
def test_kill_9_loses_nothing_and_repeats_one_event_at_most(flavour: str, store: str, tmp_path: Path) -> None:
    emulator = Emulator()
    emails = [f"{number}@example.com" for number in range(COUNT)]
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for email in emails:
            workos.user_management.create_user(email=email)
    done: list[str] = []
    with emulator.serve() as url:
        for kill in range(KILLS + 1):
            last = kill == KILLS
            begins = len(done)
            wanted = COUNT if last else random.Random(kill).randint(5, 40)
            done += _run_until(flavour, store, tmp_path / "cursor", emulator, url, emails[-1] if last else None, wanted)
            if begins:
                again = done[begins] == done[begins - 1]  # the event that was in hand, and only that
                del done[begins - 1 : begins - 1 + again]
    assert done == emails


def _run_until(
    flavour: str, store: str, path: Path, emulator: Emulator, url: str, last: str | None, count: int
) -> list[str]:
    """What a process did before it was killed, after so many events or the last."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.tail", flavour, store, str(path)],
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
