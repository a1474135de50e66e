"""The examples of the documentation pages about pagination, events and feature flags."""

import os
import re
from pathlib import Path

import pytest

from workos_emulator import Emulator
from workos_sync import WorkOS

DOCS = Path(__file__).parent.parent / "docs"
USERS = [f"user{number}@example.com" for number in range(5)]


def snippets(name: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)


def run(snippet: str, workos: WorkOS) -> None:
    exec(compile(snippet, "docs", "exec"), {"__name__": "__main__", "workos": workos})


PAGINATION = [
    "".join(f"{email}\n" for email in USERS),
    f"{USERS[:2]} user_",
    "3\n5\n5\n",
    "".join(f"{email}\n" for email in USERS) + "5\n",
    "".join(f"remaining: {email}\n" for email in USERS[2:]),
]


def test_pagination(capsys: pytest.CaptureFixture[str]) -> None:
    emulator = Emulator()
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        for email in USERS:
            workos.user_management.create_user(email=email)
        for snippet, expected in zip(snippets("pagination.md"), PAGINATION, strict=True):
            run(snippet, workos)
            assert capsys.readouterr().out.startswith(expected)


def test_events(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stream, listed, transaction, consumers, wake, gap = snippets("events.md")
    emulator = Emulator()
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        user = workos.user_management.create_user(email=USERS[0])
        workos.user_management.delete_user(user.id)
        run(stream, workos)
        assert capsys.readouterr().out == f"welcome {USERS[0]}\ngoodbye {user.id}\n"
        run(listed, workos)
        assert capsys.readouterr().out.startswith("event_")
        run(f"{transaction}\nengine.dispose()\n{wake}", workos)
        assert capsys.readouterr().out == "(1,)\n"
        user = workos.user_management.create_user(email=USERS[2])
        setup = "from sqlalchemy import create_engine\nfrom workos_sync import SQLAlchemyCursorStore\n"
        setup += "engine = create_engine('sqlite:///app.db')\n"
        run(f"{setup}{consumers}engine.dispose()", workos)
        assert capsys.readouterr().out.startswith("handle event_")
        workos.user_management.delete_user(user.id)
        workos.user_management.create_user(email=USERS[1])
        run(gap, workos)
        assert capsys.readouterr().out == f"bring up to date: {USERS[1]}\n"
        assert os.listdir(tmp_path) == ["app.db"]


def test_feature_flags(capsys: pytest.CaptureFixture[str]) -> None:
    evaluate, watch = snippets("feature-flags.md")
    emulator = Emulator()
    emulator.seed.feature_flag("beta", default_value=True)
    with WorkOS(emulator.api_key, transport=emulator.transport) as workos:
        run(evaluate, workos)
        assert capsys.readouterr().out == "new and shiny\nTrue\n{'beta': True}\n"
        run(watch, workos)
        assert capsys.readouterr().out == "beta changed\nFalse\n"
