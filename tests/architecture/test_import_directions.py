"""Run-time imports follow the allowed directions, and there are no import cycles."""

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
    "workos_migrate",
    "codegen",
    "website",
)

# The sources of the modules of workos_sync that are not generated from workos_async.
OVERRIDES = {"codegen/sync_overrides": "workos_sync"}

# A layer may import the layers to its right in a line, and transitively what they may import. Any other import is an error.
BETWEEN_PACKAGES = """
{workos_web, workos_mcp, workos_testing} → {workos_async, workos_sync} → workos_core
workos_testing → workos_emulator
workos_migrate
codegen
website
"""
CORE = """
{auth, webhooks, vault, events, feature_flags} → {models, params, http, rate_limits, pagination} → serialization
params → models
serialization → {argument_checks, config, log_setup, deprecation} → {errors, version, clock, not_given, lazy_names, suggestions, resource_property, callbacks, hidden_fields}
errors → json_types
auth.identity → {auth.sessions, auth.sign_in} → {auth.sealing, auth.tokens}
"""
CLIENT = """
_agents → _client → resources → {_pagination, _auth, _events, _feature_flags, _vault, _webhooks} → _api_requestor
_api_requestor → {_rate_limiting, _http} → _redis → _concurrency
_events → _pagination
_rate_limiting → _http
"""
EMULATOR = """
{__main__, cli} → emulator → {seeding, control} → server → pages → api → auth → events → rendering → storage → http
__main__ → cli
control → seeding
"""
MIGRATE = """
__main__ → cli → {files, hints, migrate}
migrate → rules → {edits, project} → inference → narrowing → scopes
inference → {kinds, official}
project → kinds
"""
RULES = (
    LayerRules("", BETWEEN_PACKAGES),
    LayerRules("workos_core", CORE),
    LayerRules("workos_async", CLIENT),
    LayerRules("workos_sync", CLIENT),
    LayerRules("workos_emulator", EMULATOR),
    LayerRules("workos_migrate", MIGRATE),
)

# Modules with public names. They load each name on first use, so they import none of our modules at run time.
FACADES = {
    "workos_async",
    "workos_sync",
    "workos_emulator",
    "workos_testing",
    "workos_core.models",
    "workos_core.params",
    "workos_core.auth",
    "workos_core.webhooks",
    "workos_core.vault",
    "workos_web.django",
    "workos_mcp",
}
# Generated: the resource attributes of the client, each of which loads its module on first use.
INDEXES = {"workos_async.resources", "workos_sync.resources"}
# Packages that import the defining module of a name instead of a facade.
INTERNAL = ("workos_core", "workos_async", "workos_sync", "workos_emulator")


@cache
def read_graph(root: Path) -> ImportGraph:
    return ImportGraph.read(root, PACKAGES, OVERRIDES)


def wrong_directions(root: Path) -> list[str]:
    return [violation for rules in RULES for violation in rules.violations(read_graph(root))]


def cycles(root: Path) -> list[str]:
    return ["\n  ".join(["import cycle:", *map(str, cycle)]) for cycle in read_graph(root).cycles()]


def imports_of_facades(root: Path) -> Iterator[str]:
    for edge in read_graph(root).imports:
        if edge.importer in FACADES and edge.imported != "workos_core.lazy_names":
            yield f"{edge}: the facade {edge.importer} must not import our modules at run time; load the name in __getattr__"
        elif edge.imported in FACADES and edge.importer.partition(".")[0] in INTERNAL:
            yield f"{edge}: internal code must import the defining module instead of the facade {edge.imported}"


def packages_with_code(root: Path) -> Iterator[str]:
    for module, path in read_graph(root).modules.items():
        if path.name == "__init__.py" and module not in FACADES | INDEXES:
            body = ast.parse((root / path).read_text(encoding="utf-8")).body
            docstring = body[:1] and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
            if not docstring or len(body) > 1:
                yield f"{path}: the __init__ of {module} must contain only a docstring"


def test_imports_follow_the_allowed_directions() -> None:
    assert wrong_directions(ROOT) == []


def test_there_are_no_import_cycles() -> None:
    assert cycles(ROOT) == []


def test_facades_are_lazy_and_not_imported_internally() -> None:
    assert list(imports_of_facades(ROOT)) == []


def test_init_modules_of_other_packages_contain_only_a_docstring() -> None:
    assert list(packages_with_code(ROOT)) == []


def test_the_rules_cover_every_package() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks", "examples"}
    assert packages <= set(PACKAGES)


# Violations in a temporary tree

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
    "codegen/sync_overrides/_http/pool.py": "from workos_sync._http.tls import t\nfrom workos_core.errors import x\n",
    "workos_emulator/http/errors.py": "",
    "workos_emulator/storage/store.py": "from workos_emulator.http.errors import x\n",
}
WRONG = {
    "import of a higher layer": (
        "workos_core/http/requests.py",
        "from workos_core.auth.tokens.jwks import K\n",
        "workos_core/http/requests.py:1: workos_core.http.requests → workos_core.auth.tokens.jwks: "
        "http may import argument_checks, callbacks, clock, config, deprecation, errors, hidden_fields, json_types, lazy_names, log_setup, not_given, resource_property, serialization, suggestions, version; not auth.tokens",
    ),
    "import of a sibling layer": ("workos_core/webhooks/actions.py", "import workos_core.auth.tokens.jwks\n", "not auth.tokens"),
    "import between parts of a layer": (
        "workos_core/auth/tokens/jwks.py",
        "from workos_core.auth.identity import identity\n",
        "auth.tokens may import no other layer; not auth.identity",
    ),
    "import inside a function": (
        "workos_async/_http/tls.py",
        "def f() -> None:\n    if True:\n        from workos_async._client import WorkOS\n",
        "workos_async/_http/tls.py:3: workos_async._http.tls → workos_async._client",
    ),
    "import in an else branch": (
        "workos_async/_http/tls.py",
        "if TYPE_CHECKING:\n    pass\nelse:\n    import workos_async._client\n",
        "workos_async/_http/tls.py:4",
    ),
    "relative import of a name": ("workos_async/_http/tls.py", "from .._client import WorkOS\n", "not _client"),
    "relative import of a module": ("workos_async/_http/tls.py", "from .. import _client\n", "not _client"),
    "import_module": (
        "workos_async/_http/tls.py",
        'import importlib\nx = importlib.import_module("workos_async._client")\n',
        "workos_async/_http/tls.py:2",
    ),
    "async package imports the sync package": ("workos_async/_http/tls.py", "import workos_sync._http.tls\n", "not workos_sync"),
    "core imports the async package": ("workos_core/errors.py", "import workos_async._client\n", "not workos_async"),
    "the generator imports the core": ("codegen/names.py", "import workos_core.errors\n", "not workos_core"),
    "a sync override imports the async package": ("codegen/sync_overrides/_http/tls.py", "import workos_async._http.tls\n", "not workos_async"),
    "the emulator imports the core": ("workos_emulator/http/errors.py", "import workos_core.errors\n", "no other layer"),
    "import of a higher layer of the emulator": (
        "workos_emulator/http/errors.py",
        "from workos_emulator.storage.store import x\n",
        "http may import no other layer; not storage",
    ),
    "module without a layer": ("workos_core/misc.py", "", "workos_core.misc is in no layer of workos_core"),
}  # fmt: skip


def write_tree(folder: Path, *changes: tuple[str, str]) -> Path:
    for name, text in [*CLEAN.items(), *changes]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


def test_a_tree_without_violations_passes(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        ("workos_core/errors.py", "if TYPE_CHECKING:\n    from workos_core.auth.tokens.jwks import K\nx = 1\n"),
    )
    assert wrong_directions(tmp_path) == []
    assert cycles(tmp_path) == []
    assert list(imports_of_facades(tmp_path)) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_direction_is_reported(tmp_path: Path, name: str) -> None:
    file, text, expected = WRONG[name]
    (violation,) = wrong_directions(write_tree(tmp_path, (file, text)))
    assert expected in violation


def test_a_cycle_inside_a_layer_is_reported(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        ("workos_async/_http/tls.py", "def f() -> None:\n    from workos_async._http.origins import o\n"),
        ("workos_async/_http/origins.py", "import workos_async._http.proxies\n"),
    )
    assert wrong_directions(tmp_path) == []
    (cycle,) = cycles(tmp_path)
    assert cycle.splitlines() == [
        "import cycle:",
        "  workos_async/_http/origins.py:1: workos_async._http.origins → workos_async._http.proxies",
        "  workos_async/_http/proxies.py:1: workos_async._http.proxies → workos_async._http.tls",
        "  workos_async/_http/tls.py:2: workos_async._http.tls → workos_async._http.origins",
    ]


def test_an_import_of_a_facade_is_reported(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        ("workos_async/_client.py", "from workos_core.auth import K\n"),
        ("workos_async/__init__.py", "from workos_async._client import K\n"),
        ("workos_web/flask.py", "from workos_core.auth import K\n"),
    )
    violations = [violation.partition(": ")[2] for violation in imports_of_facades(tmp_path)]
    assert violations == [
        "workos_async → workos_async._client: the facade workos_async must not import our modules at run time; load the name in __getattr__",
        "workos_async._client → workos_core.auth: internal code must import the defining module instead of the facade workos_core.auth",
    ]


@pytest.mark.parametrize("text", ["", '"""HTTP."""\nx = 1\n', "x = 1\n"])
def test_code_in_an_init_module_is_reported(tmp_path: Path, text: str) -> None:
    (violation,) = packages_with_code(write_tree(tmp_path, ("workos_async/_http/__init__.py", text)))
    assert violation.endswith("the __init__ of workos_async._http must contain only a docstring")
