"""Event streams in processes that are killed, and in several processes of which one leads."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

ROOT = Path(__file__).parent.parent.parent
COUNT = 90
KILLS = 2
LEASE_SECONDS = 1.0
PATIENCE = 30.0
"""How long to wait for something that must happen, in seconds."""


class Consumer:
    """A process that follows the event stream."""

    def __init__(self, emulator: Emulator, url: str, **options: Any) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.tail", json.dumps(options)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "WORKOS_API_KEY": emulator.api_key, "WORKOS_BASE_URL": url, "PYTHONPATH": str(ROOT)},
        )
        self.handled: list[str] = []
        self.messages: list[str] = []
        self._lines: Queue[str | None] = Queue()
        self._has_ended = False
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout:
            for line in self._process.stdout:
                self._lines.put(line.strip())
        self._lines.put(None)

    def read(self, until: Callable[["Consumer"], bool] = lambda _: False) -> bool:
        """Read the output until a condition holds or the process has ended. Return whether the condition holds."""
        end = time.monotonic() + PATIENCE
        while not until(self):
            if self._has_ended:
                return False
            try:
                self._take(self._lines.get(timeout=max(0.0, end - time.monotonic())))
            except Empty:
                raise AssertionError(f"no end; handled {self.handled}, messages {self.messages}") from None
        return True

    def read_available(self) -> None:
        """Read the output until now."""
        while not self._lines.empty():
            self._take(self._lines.get())

    def _take(self, line: str | None) -> None:
        if line is None:
            self._has_ended = True
        else:
            (self.messages if line.startswith("#") else self.handled).append(line)

    def wait_stopped(self) -> None:
        """Wait until the process has stopped itself."""
        _, status = os.waitpid(self._process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), status

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        self.read()


@pytest.fixture
def start() -> Iterator[Callable[..., Consumer]]:
    """Start a consumer, which is killed after the test."""
    consumers: list[Consumer] = []

    def start(*arguments: Any, **options: Any) -> Consumer:
        consumers.append(Consumer(*arguments, **options))
        return consumers[-1]

    yield start
    for consumer in consumers:
        consumer.kill()


def create_users(emulator: Emulator, *numbers: int) -> list[str]:
    emails = [f"{number}@example.com" for number in numbers]
    with WorkOS(emulator.api_key, transport=emulator.transport, rate_limiter=None) as workos:
        for email in emails:
            workos.user_management.create_user(email=email)
    return emails


def create_effects(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE effects (email TEXT)")


def effects(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [email for (email,) in connection.execute("SELECT email FROM effects ORDER BY rowid")]


@pytest.mark.parametrize(("client", "store"), [("async", "file"), ("sync", "sqlite")])
def test_kill_loses_no_event_and_repeats_at_most_one(
    client: str, store: str, tmp_path: Path, start: Callable[..., Consumer]
) -> None:
    emulator = Emulator()
    emails = create_users(emulator, *range(COUNT))
    done: list[str] = []
    with emulator.serve() as url:
        for kill in range(KILLS + 1):
            is_last = kill == KILLS
            first = len(done)
            count = random.Random(kill).randint(5, 40)
            consumer = start(emulator, url, client=client, store=store, location=str(tmp_path / "cursor"))

            def is_done(consumer: Consumer, count: int | None = None if is_last else count) -> bool:
                return consumer.handled[-1:] == emails[-1:] or len(consumer.handled) == count

            assert consumer.read(is_done)
            consumer.kill()
            done += consumer.handled
            if first:
                is_repeated = done[first] == done[first - 1]  # only the event that was being handled
                del done[first - 1 : first - 1 + is_repeated]
    assert done == emails


@pytest.mark.parametrize(("client", "store"), [("async", "session"), ("sync", "connection")])
def test_each_event_takes_effect_exactly_once_across_kills(
    client: str, store: str, tmp_path: Path, start: Callable[..., Consumer]
) -> None:
    """The process kills itself at each point of the transaction, and is killed at any other time."""
    emulator = Emulator()
    emails = create_users(emulator, *range(20))
    path = tmp_path / "app.db"
    create_effects(path)
    options = {"client": client, "store": store, "location": str(path)}
    done = 0
    with emulator.serve() as url:
        for point, number in (("handle", 1), ("save", 3), ("commit", 2), ("done", 2)):
            consumer = start(emulator, url, **options, signal_at=[signal.SIGKILL, point, number])
            assert not consumer.read()
            done += number if point == "done" else number - 1
            assert effects(path) == emails[:done], point
        consumer = start(emulator, url, **options)
        consumer.read(lambda consumer: bool(consumer.handled))
        consumer.kill()
        assert effects(path) == emails[: len(effects(path))]
        consumer = start(emulator, url, **options)
        assert consumer.read(lambda consumer: len(effects(path)) == len(emails))
    assert effects(path) == emails


@pytest.fixture
def location(store: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    if store == "redis":
        return str(request.getfixturevalue("redis_url"))
    create_effects(tmp_path / "app.db")
    return str(tmp_path / "app.db")


@pytest.mark.parametrize(("client", "store"), [("async", "redis"), ("sync", "connection")])
def test_killed_leader_is_replaced_within_seconds(
    client: str, store: str, location: str, start: Callable[..., Consumer]
) -> None:
    emulator = Emulator()
    options = {"client": client, "store": store, "location": location, "lease_seconds": LEASE_SECONDS}
    with emulator.serve() as url:
        leader = start(emulator, url, **options)
        emails = create_users(emulator, *range(3))
        assert leader.read(lambda consumer: consumer.handled == emails)
        others = [start(emulator, url, **options) for _ in range(2)]
        for other in others:
            assert other.read(lambda consumer: "standing by" in "".join(consumer.messages))
        killed_at = time.monotonic()
        leader.kill()
        emails += create_users(emulator, *range(3, 6))
        while not any(other.handled for other in others):
            assert time.monotonic() - killed_at < PATIENCE
            time.sleep(0.01)
            for other in others:
                other.read_available()
        assert time.monotonic() - killed_at < LEASE_SECONDS + 20
        successor = next(other for other in others if other.handled)
        assert successor.read(lambda consumer: consumer.handled[-1] == emails[-1])
        is_repeated = successor.handled[0] == emails[2]  # its position may not have been saved yet
        assert successor.handled == emails[3 - is_repeated :]
        assert [other.handled for other in others if other is not successor] == [[]]
    if store != "redis":
        assert not is_repeated
        assert effects(Path(location)) == emails


@pytest.mark.parametrize(
    ("client", "store", "checkpoint_every"), [("sync", "redis", 1), ("async", "redis", 50), ("async", "session", 1)]
)
def test_paused_leader_stands_by_when_it_continues(
    client: str, store: str, location: str, checkpoint_every: int, start: Callable[..., Consumer]
) -> None:
    """The leader is stopped while it handles the third of several events that it has fetched already."""
    emulator = Emulator()
    options = {"client": client, "store": store, "location": location, "lease_seconds": LEASE_SECONDS}
    with emulator.serve() as url:
        emails = create_users(emulator, *range(6))
        paused = start(
            emulator, url, **options, checkpoint_every=checkpoint_every, signal_at=[signal.SIGSTOP, "handle", 3]
        )
        paused.wait_stopped()
        assert paused.read(lambda consumer: len(consumer.handled) == 2)
        successor = start(emulator, url, **options)
        assert successor.read(lambda consumer: consumer.handled[-1:] == emails[-1:])
        saved = 2 if checkpoint_every == 1 or store != "redis" else 0
        assert successor.handled == emails[saved:]
        paused.signal(signal.SIGCONT)
        assert paused.read(lambda consumer: "standing by" in "".join(consumer.messages))
        # The event that it was handling has been handled twice, unless it was handled in a transaction.
        assert paused.handled == (emails[:3] if store == "redis" else emails[:2])
        successor.kill()
        emails += create_users(emulator, 6)
        count = len(paused.handled)
        assert paused.read(lambda consumer: consumer.handled[-1:] == emails[-1:])
        # It continues after the position of the successor, which may have been killed before it saved its last event.
        assert paused.handled[count:] in (emails[-1:], emails[-2:] if store == "redis" else [])
    if store != "redis":
        assert effects(Path(location)) == emails
