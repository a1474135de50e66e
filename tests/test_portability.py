"""Windows and macOS, as far as Linux can simulate them: missing modules and functions, the Proactor event loop, and files."""

import ast
import asyncio
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

import workos_async
from workos_async import FileCursorStore
from workos_async._events import cursor_stores
from workos_emulator import Emulator

ROOT = Path(workos_async.__file__).parent.parent
PACKAGES = (
    "workos_core",
    "workos_async",
    "workos_sync",
    "workos_emulator",
    "workos_testing",
    "workos_web",
    "workos_mcp",
    "workos_migrate",
)
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
POSIX_MODULES = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios")
WINDOWS = """
import importlib, os, signal, sys
import asyncio, subprocess, trio, httpx, uvicorn  # they decide by sys.platform
for name in {missing!r}:
    sys.modules[name] = None
for name in ("fork", "forkpty", "register_at_fork", "getuid", "geteuid", "getpgid", "killpg", "fchmod", "chown", "sched_getaffinity"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGPIPE", "setitimer", "alarm", "pthread_kill"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in {modules!r}:
    importlib.import_module(name)
from workos_emulator import Emulator
from workos_sync import WorkOS
with Emulator() as emulator, emulator.serve() as url:
    with WorkOS(emulator.api_key, client_id=emulator.client_id, base_url=url) as workos:
        print(workos.organizations.create_organization(name="Acme").name)
"""
_OPTIONAL = ("workos_web", "workos_mcp", "workos_migrate", "workos_testing")


def test_the_packages_work_without_what_windows_lacks() -> None:
    """Every module of the packages without extras is imported, and a client calls the emulator over a socket."""
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES]
    modules = [
        name
        for name in modules
        if not name.startswith(_OPTIONAL) and not name.endswith(("__main__", "aiohttp_backend"))
    ]
    missing = tuple(
        name for name in POSIX_MODULES if name not in ("posix", "pwd")
    )  # the standard library of Linux uses these
    result = subprocess.run(
        [sys.executable, "-c", WINDOWS.format(missing=missing, modules=modules)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stdout) == (0, "Acme\n"), result.stderr


def imported(tree: ast.AST) -> set[str]:
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_no_module_requires_posix_or_the_default_encoding() -> None:
    """On Windows, the default encoding of files is not UTF-8."""
    problems = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        problems += [f"{path}: import {name}" for name in imported(tree) & set(POSIX_MODULES)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not binary_or_encoded(node):
                problems.append(f"{path}:{node.lineno}: {node.func.attr} without encoding")
            if isinstance(node, ast.Attribute) and node.attr in ("add_signal_handler", "add_reader", "add_writer"):
                problems.append(f"{path}:{node.lineno}: the Proactor event loop has no {node.attr}")
    assert problems == []


def binary_or_encoded(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr not in ("read_text", "write_text"):
        return True
    return any(keyword.arg == "encoding" for keyword in call.keywords)


class ProactorLikeLoop(asyncio.SelectorEventLoop):
    """Lacks what the event loop of Windows lacks."""

    def add_reader(self, *args: Any) -> NoReturn:
        raise NotImplementedError

    def add_writer(self, *args: Any) -> NoReturn:
        raise NotImplementedError

    def add_signal_handler(self, *args: Any) -> NoReturn:
        raise NotImplementedError


@pytest.mark.parametrize("library", ["httpx", "aiohttp"])
def test_the_async_client_works_without_readers_and_signal_handlers(library: Any) -> None:
    pytest.importorskip(library)

    async def create(url: str) -> str:
        settings: dict[str, Any] = {"client_id": emulator.client_id, "base_url": url, "http_library": library}
        async with workos_async.WorkOS(emulator.api_key, **settings) as workos:
            organization = await workos.organizations.create_organization(name="Acme")
            listed = await workos.organizations.list_organizations().collect()
            return listed[0].name + organization.object

    with Emulator() as emulator, emulator.serve() as url, asyncio.Runner(loop_factory=ProactorLikeLoop) as runner:
        assert runner.run(create(url)) == "Acmeorganization"


def test_the_file_cursor_store_does_not_open_folders_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_file(path: Any, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    windows = SimpleNamespace(**{**vars(os), "name": "nt", "open": open_file})
    monkeypatch.setattr(cursor_stores, "os", windows)
    store = FileCursorStore(tmp_path / "cursor")

    async def save() -> str | None:
        await store.save("event_1")
        return await store.load()

    assert asyncio.run(save()) == "event_1"
