"""Where libraries are imported, and which modules an import of our packages loads."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CLIENTS = ("workos_async", "workos_sync")
EVENT_LOOPS = {"anyio", "asyncio", "trio"}
HTTPX = {"httpx", "httpx2"}
IO = {*EVENT_LOOPS, *HTTPX, "aiohttp", "requests", "socket", "ssl", "threading"}


def imported(path: Path) -> set[str]:
    """Return the top-level packages that a file imports, including imports inside functions and for type checkers."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def importers(root: Path, package: str, libraries: set[str]) -> set[str]:
    """Return the modules of a package that import one of the libraries, as paths relative to the package."""
    folder = root / package
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if imported(path) & libraries}


def test_importers_are_found_in_subfolders(tmp_path: Path) -> None:
    module = tmp_path / "package" / "_http" / "module.py"
    module.parent.mkdir(parents=True)
    module.write_text("def f() -> None:\n    import httpx.transports\n", encoding="utf-8")
    assert importers(tmp_path, "package", HTTPX) == {"_http/module.py"}
    assert importers(tmp_path, "package", EVENT_LOOPS) == set()


def test_the_core_does_no_io() -> None:
    assert importers(ROOT, "workos_core", IO) == set()


@pytest.mark.parametrize("package", CLIENTS)
def test_event_loop_libraries_are_imported_only_in_the_concurrency_folder(package: str) -> None:
    modules = importers(ROOT, package, EVENT_LOOPS)
    assert {name for name in modules if not name.startswith("_concurrency/")} == set()


@pytest.mark.parametrize("package", CLIENTS)
def test_http_libraries_are_imported_only_in_their_own_modules(package: str) -> None:
    assert importers(ROOT, package, HTTPX) <= {"_http/libraries.py"}
    assert importers(ROOT, package, {"aiohttp"}) <= {"_http/backends/aiohttp_backend.py"}


FRAMEWORKS = {"starlette", "fastapi", "django", "asgiref", "rest_framework", "ninja", "flask", "litestar"}


@pytest.mark.parametrize("package", ["workos_core", *CLIENTS])
def test_the_sdk_imports_no_framework(package: str) -> None:
    assert importers(ROOT, package, FRAMEWORKS) == set()


def test_each_framework_is_imported_only_by_its_own_module() -> None:
    for path in sorted((ROOT / "workos_web").rglob("*.py")):
        first, *rest = path.relative_to(ROOT / "workos_web").parts
        module = rest[0] if first == "_connect" else first
        framework = module.removesuffix(".py").lstrip("_").partition("_")[0]
        is_django = framework == "django" or path.stem in ("ninja", "rest_framework")
        own = {"django", "asgiref", path.stem} if is_django else {framework}
        assert imported(path) & FRAMEWORKS <= own, path


def loaded_after(code: str) -> set[str]:
    """Return the names in `sys.modules` after running code in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("package", CLIENTS)
def test_importing_a_package_loads_nothing_but_the_loader_of_names(package: str) -> None:
    ours = {name for name in loaded_after(f"import {package}") if name.startswith("workos_")}
    assert ours == {package, "workos_core", "workos_core.lazy_names"}
    assert "httpx" not in loaded_after(f"import {package}")


DECODE = """
from {package} import WorkOS
from {package}.resources.directory_sync import _GET_DIRECTORY
from workos_core.http.responses import Response, decode
WorkOS('sk_1').directory_sync
decode(_GET_DIRECTORY, Response(200, {{}}, b'{{}}'))
"""


@pytest.mark.parametrize("package", CLIENTS)
def test_models_are_loaded_with_the_first_response(package: str) -> None:
    loaded = {name for name in loaded_after(DECODE.format(package=package)) if name.startswith("workos_core.models.")}
    assert loaded == {"workos_core.models.directory_sync", "workos_core.models.common"}


@pytest.mark.parametrize("package", CLIENTS)
def test_a_resource_loads_no_large_library(package: str) -> None:
    assert not {
        name.partition(".")[0] for name in loaded_after(f"from {package} import WorkOS; WorkOS('sk_1').organizations")
    } & {"httpx", "httpx2", "joserfc", "cryptography", "itsdangerous"}


RESOURCES = sorted(path.stem for path in (ROOT / "workos_async" / "resources").glob("[a-z]*.py"))
FORK_FOR_EACH_RESOURCE = """
import os, sys
from {package} import WorkOS
workos = WorkOS("sk_1")
for resource in {resources!r}:
    if os.fork():
        os.wait()
        continue
    getattr(workos, resource)
    print(resource, *(name for name in sys.modules if name.startswith(("workos_core.models.", "{package}.resources."))))
    sys.stdout.flush()
    os._exit(0)
"""


@pytest.mark.parametrize("package", CLIENTS)
def test_a_resource_loads_no_models(package: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORK_FOR_EACH_RESOURCE.format(package=package, resources=RESOURCES)],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert lines == [[resource, f"{package}.resources.{resource}"] for resource in RESOURCES]


CORE_FACADES = (
    "workos_core.models",
    "workos_core.params",
    "workos_core.auth",
    "workos_core.webhooks",
    "workos_core.vault",
)


@pytest.mark.parametrize("package", [*CLIENTS, *CORE_FACADES, "workos_emulator", "workos_testing"])
def test_every_public_name_can_be_imported(package: str) -> None:
    module = import_module(package)
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'missing'"):
        _ = module.missing


@pytest.mark.parametrize("package", [*CLIENTS, *CORE_FACADES])
def test_dir_lists_the_public_names(package: str) -> None:
    module = import_module(package)
    assert sorted(module.__all__) == sorted(dir(module))


def test_both_clients_export_the_same_names() -> None:
    import workos_async
    import workos_sync

    assert workos_async.__all__ == workos_sync.__all__
