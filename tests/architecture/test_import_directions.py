"""Imports at run time follow the directions of the design, and no modules import one another in a circle."""

import ast
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.import_graph import ImportGraph, LayerRules

ROOT = Path(__file__).parent.parent.parent
PACKAGES = (
    "workos_core",
    "workos_async",
    "workos_sync",
    "workos_web",
    "workos_mcp",
    "workos_emulator",
    "workos_testing",
    "codegen",
)

# A layer may import what is to its right in a line, and what that may import. Anything else is an error.
BETWEEN_PACKAGES = """
{workos_web, workos_mcp, workos_testing} → {workos_async, workos_sync} → workos_core
workos_testing → workos_emulator
codegen
"""
CORE = """
{auth, webhooks, vault, events, feature_flags} → {models, http, rate_limits, pagination} → serialization
serialization → config → {errors, version, not_given}
errors → json_types
auth.identity → {auth.sessions, auth.sign_in} → {auth.sealing, auth.tokens}
"""
CLIENT = """
_client → resources → {_pagination, _auth, _events, _feature_flags, _vault, _webhooks} → _api_requestor
_api_requestor → {_rate_limiting, _http} → _redis → _concurrency
_events → _pagination
_rate_limiting → _http
"""
EMULATOR = """
{__main__, cli} → emulator → {seeding, control} → server → pages → api → auth → events → rendering → storage → http
__main__ → cli
"""
RULES = (
    LayerRules("", BETWEEN_PACKAGES),
    LayerRules("workos_core", CORE),
    LayerRules("workos_async", CLIENT),
    LayerRules("workos_sync", CLIENT),
    LayerRules("workos_emulator", EMULATOR),
)

# Modules whose names are public. They load what they export when it is first used, so they import nothing of ours at run time.
FACADES = {
    "workos_async",
    "workos_sync",
    "workos_emulator",
    "workos_testing",
    "workos_core.models",
    "workos_core.auth",
    "workos_core.webhooks",
    "workos_core.vault",
}
# Generated: the attributes of the client, each of which loads its module when it is first used.
INDEXES = {"workos_async.resources", "workos_sync.resources"}
# Packages that import the defining module of a name, never a facade.
INTERNAL = ("workos_core", "workos_async", "workos_sync", "workos_emulator")


@cache
def read_graph(root: Path) -> ImportGraph:
    return ImportGraph.read(root, PACKAGES)


def wrong_directions(root: Path) -> list[str]:
    return [violation for rules in RULES for violation in rules.violations(read_graph(root))]


def cycles(root: Path) -> list[str]:
    return ["\n  ".join(["a cycle:", *map(str, cycle)]) for cycle in read_graph(root).cycles()]


def imports_of_facades(root: Path) -> Iterator[str]:
    for edge in read_graph(root).imports:
        if edge.importer in FACADES:
            yield f"{edge}: the facade {edge.importer} imports nothing of ours at run time; load it in __getattr__"
        elif edge.imported in FACADES and edge.importer.partition(".")[0] in INTERNAL:
            yield f"{edge}: internal code imports the defining module, not the facade {edge.imported}"


def filled_packages(root: Path) -> Iterator[str]:
    for module, path in read_graph(root).modules.items():
        if path.name == "__init__.py" and module not in FACADES | INDEXES:
            body = ast.parse((root / path).read_text(encoding="utf-8")).body
            docstring = body[:1] and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
            if not docstring or len(body) > 1:
                yield f"{path}: the __init__ of {module} holds its docstring and nothing else"


def test_imports_follow_the_directions() -> None:
    assert wrong_directions(ROOT) == []


def test_there_are_no_import_cycles() -> None:
    assert cycles(ROOT) == []


def test_facades_are_lazy_and_not_used_internally() -> None:
    assert list(imports_of_facades(ROOT)) == []


def test_other_packages_hold_only_a_docstring() -> None:
    assert list(filled_packages(ROOT)) == []


def test_the_rules_know_every_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks", "examples"}
    assert packages <= set(PACKAGES)


# Planted violations

CLEAN = {
    "workos_core/__init__.py": '"""Core."""\n',
    "workos_core/errors.py": "x = 1\n",
    "workos_core/http/__init__.py": '"""HTTP."""\n',
    "workos_core/http/requests.py": "from workos_core.errors import x\n",
    "workos_core/auth/__init__.py": '"""Auth."""\nfrom importlib import import_module\n_NAMES = {"workos_core.auth.tokens.jwks": ("K",)}\n',
    "workos_core/auth/tokens/jwks.py": "from workos_core import errors\nclass K: ...\n",
    "workos_core/auth/identity/identity.py": "import workos_core.auth.tokens.jwks\nfrom workos_core.http import requests\n",
    "workos_core/webhooks/actions.py": "",
    "workos_async/__init__.py": '"""Async."""\n',
    "workos_async/_client.py": "from workos_async._http.tls import t\nfrom workos_core.http.requests import x\n",
    "workos_async/_http/__init__.py": '"""HTTP."""\n',
    "workos_async/_http/tls.py": "t = 1\n",
    "workos_async/_http/proxies.py": "from workos_async._http.tls import t\n",
    "workos_async/_rate_limiting/permit.py": "from workos_async._http.tls import t\n",
    "workos_sync/_http/tls.py": "",
    "workos_emulator/http/errors.py": "",
    "workos_emulator/storage/store.py": "from workos_emulator.http.errors import x\n",
}
WRONG = {
    "a layer imports a higher one": (
        "workos_core/http/requests.py",
        "from workos_core.auth.tokens.jwks import K\n",
        "workos_core/http/requests.py:1: workos_core.http.requests → workos_core.auth.tokens.jwks: "
        "http may import config, errors, json_types, not_given, serialization, version; not auth.tokens",
    ),
    "a sibling": ("workos_core/webhooks/actions.py", "import workos_core.auth.tokens.jwks\n", "not auth.tokens"),
    "a part of a layer": (
        "workos_core/auth/tokens/jwks.py",
        "from workos_core.auth.identity import identity\n",
        "auth.tokens may import no other layer; not auth.identity",
    ),
    "an import inside a function": (
        "workos_async/_http/tls.py",
        "def f() -> None:\n    if True:\n        from workos_async._client import WorkOS\n",
        "workos_async/_http/tls.py:3: workos_async._http.tls → workos_async._client",
    ),
    "an import in an else branch": (
        "workos_async/_http/tls.py",
        "if TYPE_CHECKING:\n    pass\nelse:\n    import workos_async._client\n",
        "workos_async/_http/tls.py:4",
    ),
    "a relative import": ("workos_async/_http/tls.py", "from .._client import WorkOS\n", "not _client"),
    "a relative import of a module": ("workos_async/_http/tls.py", "from .. import _client\n", "not _client"),
    "import_module": (
        "workos_async/_http/tls.py",
        'import importlib\nx = importlib.import_module("workos_async._client")\n',
        "workos_async/_http/tls.py:2",
    ),
    "async imports sync": ("workos_async/_http/tls.py", "import workos_sync._http.tls\n", "not workos_sync"),
    "core imports async": ("workos_core/errors.py", "import workos_async._client\n", "not workos_async"),
    "the generator imports the core": ("codegen/names.py", "import workos_core.errors\n", "not workos_core"),
    "the emulator imports the core": ("workos_emulator/http/errors.py", "import workos_core.errors\n", "no other layer"),
    "storage imports handlers": (
        "workos_emulator/http/errors.py",
        "from workos_emulator.storage.store import x\n",
        "http may import no other layer; not storage",
    ),
    "a module without a layer": ("workos_core/misc.py", "", "workos_core.misc is in no layer of workos_core"),
}  # fmt: skip


def plant(folder: Path, *changes: tuple[str, str]) -> Path:
    for name, text in [*CLEAN.items(), *changes]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


def test_a_clean_tree_passes(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ("workos_core/errors.py", "if TYPE_CHECKING:\n    from workos_core.auth.tokens.jwks import K\nx = 1\n"),
    )
    assert wrong_directions(tmp_path) == []
    assert cycles(tmp_path) == []
    assert list(imports_of_facades(tmp_path)) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_direction_is_found(tmp_path: Path, name: str) -> None:
    file, text, expected = WRONG[name]
    (violation,) = wrong_directions(plant(tmp_path, (file, text)))
    assert expected in violation


def test_a_cycle_inside_a_layer_is_found(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ("workos_async/_http/tls.py", "def f() -> None:\n    from workos_async._http.origins import o\n"),
        ("workos_async/_http/origins.py", "import workos_async._http.proxies\n"),
    )
    assert wrong_directions(tmp_path) == []
    (cycle,) = cycles(tmp_path)
    assert cycle.splitlines() == [
        "a cycle:",
        "  workos_async/_http/origins.py:1: workos_async._http.origins → workos_async._http.proxies",
        "  workos_async/_http/proxies.py:1: workos_async._http.proxies → workos_async._http.tls",
        "  workos_async/_http/tls.py:2: workos_async._http.tls → workos_async._http.origins",
    ]


def test_an_import_of_a_facade_is_found(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ("workos_async/_client.py", "from workos_core.auth import K\n"),
        ("workos_async/__init__.py", "from workos_async._client import K\n"),
        ("workos_web/flask.py", "from workos_core.auth import K\n"),
    )
    found = [violation.partition(": ")[2] for violation in imports_of_facades(tmp_path)]
    assert found == [
        "workos_async → workos_async._client: the facade workos_async imports nothing of ours at run time; load it in __getattr__",
        "workos_async._client → workos_core.auth: internal code imports the defining module, not the facade workos_core.auth",
    ]


@pytest.mark.parametrize("text", ["", '"""HTTP."""\nx = 1\n', "x = 1\n"])
def test_a_package_with_code_is_found(tmp_path: Path, text: str) -> None:
    (found,) = filled_packages(plant(tmp_path, ("workos_async/_http/__init__.py", text)))
    assert found.endswith("the __init__ of workos_async._http holds its docstring and nothing else")
