"""Who may import whom, and what an import costs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("workos_core", "workos_async", "workos_sync", "workos_web", "workos_emulator", "workos_testing", "codegen")
MAY_IMPORT = {
    "workos_core": {"workos_core"},
    "workos_async": {"workos_core", "workos_async"},
    "workos_sync": {"workos_core", "workos_sync"},
    "workos_web": {"workos_core", "workos_async", "workos_sync", "workos_web"},
    "workos_emulator": {"workos_emulator"},
    "workos_testing": {"workos_core", "workos_async", "workos_sync", "workos_emulator", "workos_testing"},
    "codegen": {"codegen"},
}
NO_IO = {"httpx", "httpx2", "aiohttp", "anyio", "asyncio", "trio", "socket", "ssl", "threading", "requests"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_go_one_way(package: str) -> None:
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    for path in files:
        assert imported(path) & set(PACKAGES) <= MAY_IMPORT[package], path


def test_the_core_does_no_io() -> None:
    for path in sorted((ROOT / "workos_core").rglob("*.py")):
        assert not imported(path) & NO_IO, path


@pytest.mark.parametrize("flavour", ["workos_async", "workos_sync"])
def test_only_one_module_knows_the_flavour(flavour: str) -> None:
    users = {
        path.name for path in sorted((ROOT / flavour).rglob("*.py")) if imported(path) & {"anyio", "asyncio", "trio"}
    }
    assert users <= {"_io.py"}
    assert {path.name for path in (ROOT / flavour).rglob("*.py") if imported(path) & {"httpx", "httpx2"}} <= {
        "_library.py",
    }


FRAMEWORKS = {"starlette", "fastapi", "django", "asgiref", "flask", "litestar"}


@pytest.mark.parametrize("package", ["workos_core", "workos_async", "workos_sync"])
def test_the_sdk_knows_no_framework(package: str) -> None:
    for path in sorted((ROOT / package).rglob("*.py")):
        assert not imported(path) & (FRAMEWORKS | {"workos_web"}), path


def test_each_framework_is_imported_by_its_own_module_alone() -> None:
    for path in sorted((ROOT / "workos_web").rglob("*.py")):
        framework = path.stem.lstrip("_").partition("_")[0]
        own = {"django", "asgiref"} if framework == "django" else {framework}
        assert imported(path) & FRAMEWORKS <= own, path


def loaded_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("flavour", ["workos_async", "workos_sync"])
def test_importing_the_package_loads_nothing_else(flavour: str) -> None:
    ours = {name for name in loaded_after(f"import {flavour}") if name.startswith("workos_")}
    assert ours == {flavour}
    assert "httpx" not in loaded_after(f"import {flavour}")


@pytest.mark.parametrize("flavour", ["workos_async", "workos_sync"])
def test_models_of_an_area_load_with_the_area(flavour: str) -> None:
    client = f"from {flavour} import WorkOS; w = WorkOS('sk_1')"
    before = {name for name in loaded_after(client) if name.startswith("workos_core.models.")}
    assert before == set()
    after = {name for name in loaded_after(f"{client}; w.directory_sync") if name.startswith("workos_core.models.")}
    assert after == {"workos_core.models.directory_sync", "workos_core.models.common"}
    assert not {name.partition(".")[0] for name in loaded_after(f"{client}; w.organizations")} & {
        "httpx",
        "httpx2",
        "joserfc",
        "cryptography",
        "itsdangerous",
    }


RESOURCES = sorted(path.stem for path in (ROOT / "workos_async" / "resources").glob("[a-z]*.py"))
IN_A_FORK_FOR_EACH_AREA = """
import os, sys
from {flavour} import WorkOS
workos = WorkOS("sk_1")
for resource in {resources!r}:
    if os.fork():
        os.wait()
        continue
    getattr(workos, resource)
    print(resource, *(name for name in sys.modules if name.startswith(("workos_core.models.", "{flavour}.resources."))))
    sys.stdout.flush()
    os._exit(0)
"""


def needed_by(module: str) -> set[str]:
    """The modules of models that a generated module imports at run time, and those that they import."""
    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    names = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}
    found = {name for name in names if name.startswith("workos_core.models.")}
    return found.union(*map(needed_by, found))


@pytest.mark.parametrize("flavour", ["workos_async", "workos_sync"])
def test_an_area_costs_what_it_needs_however_many_areas_there_are(flavour: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_FORK_FOR_EACH_AREA.format(flavour=flavour, resources=RESOURCES)],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [resource for resource, *_ in lines] == RESOURCES
    assert (
        sorted(map(len, lines))[len(lines) // 2] <= 4
    )  # with the name of the resource: half of them load three modules at most
    for resource, *modules in lines:
        own = f"{flavour}.resources.{resource}"
        assert set(modules) == {own} | needed_by(own), resource


@pytest.mark.parametrize("flavour", ["workos_async", "workos_sync", "workos_core.models"])
def test_every_public_name_can_be_had(flavour: str) -> None:
    module = __import__(flavour, fromlist=["__all__"])
    for name in module.__all__:
        assert getattr(module, name) is not None
    assert sorted(module.__all__) == sorted(dir(module))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = module.nonsense


def test_both_flavours_have_the_same_names() -> None:
    import workos_async
    import workos_sync

    assert workos_async.__all__ == workos_sync.__all__
