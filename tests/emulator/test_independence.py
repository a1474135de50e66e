"""The emulator is an independent test oracle: it reads the OpenAPI document, but no code generated from it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import workos_emulator
from workos_emulator import Emulator
from workos_emulator.api.handlers import handlers
from workos_emulator.cli.main import main
from workos_emulator.http import optional_packages, spec

FOLDER = Path(workos_emulator.__file__).parent


def test_imports_no_sdk_package() -> None:
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0
                names = [node.module or ""]
            for name in names:
                assert name.partition(".")[0] not in ("workos_core", "workos_async", "workos_sync", "codegen"), path


def test_handlers_match_documented_operations() -> None:
    assert set(handlers()) <= set(spec.load().operations)


def test_files_are_short() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in FOLDER.rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_slow_libraries_are_imported_lazily() -> None:
    code = """
import sys
from workos_emulator import Emulator, Request
emulator = Emulator()
assert emulator.handle(Request("GET", "/organizations", "", {"authorization": "Bearer sk_test_emulator"})).status == 200
assert not {"uvicorn", "jsonschema", "joserfc", "cryptography", "fido2", "httpx"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def _without_uvicorn(name: str) -> object:
    return None if name == "uvicorn" else name


def _without_fido2(name: str) -> object:
    return None if name == "fido2" else name


def _without_anything(name: str) -> object:
    return None


def test_missing_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(optional_packages, "find_spec", _without_uvicorn)
    with pytest.raises(ImportError, match=r"uvicorn.*workos-async\[emulator\]"):
        Emulator().serve()
    assert main(["--port", "0"]) == 2
    assert "workos-async[emulator]" in capsys.readouterr().err
    monkeypatch.setattr(optional_packages, "find_spec", _without_fido2)
    with pytest.raises(ImportError, match="fido2"):
        Emulator()
    monkeypatch.setattr(optional_packages, "find_spec", _without_anything)
    with pytest.raises(ImportError, match="jsonschema"):
        Emulator()
