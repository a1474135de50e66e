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


DEPRECATED = {
    "asyncio": {
        "AbstractEventLoopPolicy",
        "DefaultEventLoopPolicy",
        "WindowsProactorEventLoopPolicy",
        "WindowsSelectorEventLoopPolicy",
        "get_child_watcher",
        "get_event_loop",
        "get_event_loop_policy",
        "iscoroutinefunction",
        "set_child_watcher",
        "set_event_loop_policy",
    },
    "ast": {"Bytes", "Ellipsis", "NameConstant", "Num", "Str"},
    "codecs": {"open"},
    "datetime": {"utcfromtimestamp", "utcnow"},
    "importlib.abc": {"ResourceReader", "Traversable", "TraversableResources"},
    "locale": {"getdefaultlocale"},
    "pkgutil": {"find_loader", "get_loader"},
    "typing": {"ByteString", "Text", "no_type_check_decorator"},
}
"""What Python 3.14 has removed, or warns about because a later version removes it."""
REMOVED_MODULES = {
    "asynchat",
    "asyncore",
    "cgi",
    "crypt",
    "distutils",
    "imghdr",
    "imp",
    "mailcap",
    "nntplib",
    "pipes",
    "telnetlib",
}


def deprecated_names(tree: ast.AST) -> set[str]:
    """Return the names in a module that newer versions of Python don't have."""
    found = {name for name in imported(tree) if name.partition(".")[0] in REMOVED_MODULES}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = DEPRECATED.get(node.module or "", set())
            found |= {f"{node.module}.{alias.name}" for alias in node.names if alias.name in names}
        elif isinstance(node, ast.Attribute):
            module = ast.unparse(node.value)
            if node.attr in DEPRECATED.get(module, ()):
                found.add(f"{module}.{node.attr}")
        elif isinstance(node, ast.Try):
            inner = [each for statement in node.finalbody for each in ast.walk(statement)]
            if any(isinstance(each, ast.Return) for each in inner):
                found.add("return in finally")  # PEP 765: a SyntaxWarning from Python 3.14 on
    return found


def changed_globals(tree: ast.Module) -> set[str]:
    """Return the collections at module level that functions change."""
    names = set[str]()
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    changed = set[str]()
    for function in [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]:
        for node in ast.walk(function):
            target: ast.AST | None = None
            if isinstance(node, ast.Global):
                changed |= set(node.names)
            elif isinstance(node, ast.Subscript) and isinstance(node.ctx, (ast.Store, ast.Del)):
                target = node.value
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
                target = node.func.value
            if isinstance(target, ast.Name) and target.id in names:
                changed.add(target.id)
    return changed


MUTATORS = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
THREAD_SAFE = {
    "workos_core/clock.py": {"_replacement", "_ended_moves"},  # only tests replace the clock
    "workos_async/_concurrency/background_task.py": {"_tasks"},  # one atomic operation on a set
    "workos_async/_concurrency/locks.py": {"_locks"},  # one atomic operation on a set, read when no other thread runs
    "workos_async/_concurrency/shielding.py": {"_tasks"},
    "workos_sync/_concurrency/locks.py": {"_locks"},
    "workos_emulator/api/registry.py": {"_handlers"},  # filled during imports
    "workos_emulator/control/routes.py": {"_routes"},
    "workos_emulator/pages/dashboard/dashboard_request.py": {"PAGES"},
    "workos_emulator/pages/page_request.py": {"PAGES"},
}


def test_no_module_uses_what_python_3_14_deprecates() -> None:
    problems = {
        path.relative_to(ROOT).as_posix(): names
        for path in MODULES
        if (names := deprecated_names(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert problems == {}


def test_threads_share_no_collections_without_a_lock() -> None:
    """Without the global interpreter lock (3.14t), only single operations on built-in collections are atomic."""
    changed = {
        path.relative_to(ROOT).as_posix(): names
        for path in MODULES
        if (names := changed_globals(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert changed == THREAD_SAFE


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import asyncio\nasyncio.iscoroutinefunction(f)", "asyncio.iscoroutinefunction"),
        ("from asyncio import get_event_loop", "asyncio.get_event_loop"),
        ("from datetime import datetime\ndatetime.utcnow()", "datetime.utcnow"),
        ("import cgi", "cgi"),
        ("def f():\n    try:\n        g()\n    finally:\n        return 1", "return in finally"),
    ],
)
def test_deprecated_names_are_found(source: str, name: str) -> None:
    assert deprecated_names(ast.parse(source)) == {name}


def test_changed_globals_are_found() -> None:
    source = "_cache: dict[str, int] = {}\nnames = []\ndef f(key):\n    _cache[key] = 1\n    names.append(key)\n    local = []\n    local.append(1)"
    assert changed_globals(ast.parse(source)) == {"_cache", "names"}
