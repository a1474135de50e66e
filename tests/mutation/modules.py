"""The modules that can be changed one at a time, and the settings of mutmut for one of them."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

_TIMEOUT_MULTIPLIER = 8.0
"""How many times longer than usual the tests of a mutant may take. Many changes of these modules make a test wait forever."""


@frozen(kw_only=True)
class Module:
    """An entry of `modules.toml`.

    Attributes:
        path: The file, relative to the project.
        tests: The files and folders of the tests that should notice its changes.
    """

    path: str
    tests: list[str]


def read_modules(path: Path) -> list[Module]:
    """Return the entries of a file; none if there is no file.

    Raises:
        ValueError: An entry lacks a key or has an unknown one.
    """
    if not path.exists():
        return []
    modules: list[Module] = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("module", []):
        try:
            modules.append(Module(**entry))
        except TypeError as error:
            raise ValueError(f"{path}: {entry}: {error}") from None
    return modules


def find_module(modules: Sequence[Module], name: str) -> Module:
    """Return the module with a path, or the only one whose file has this name, with or without `.py`.

    Raises:
        ValueError: There is none, or there are several.
    """
    found = [each for each in modules if name in (each.path, Path(each.path).name, Path(each.path).stem)]
    if len(found) != 1:
        raise ValueError(f"{name!r} is none of the modules {', '.join(each.path for each in modules)}")
    return found[0]


def select_module(project: Path, module: Module) -> None:
    """Replace the settings of mutmut in the copy of a project, so that it changes one module and runs its tests."""
    path = project / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    settings = tomllib.loads(text)["tool"]["mutmut"]
    package = module.path.partition("/")[0]
    others = [*settings.get("also_copy", []), *settings["source_paths"]]
    settings |= {
        "source_paths": [package],
        "only_mutate": [module.path],
        "also_copy": [each for each in others if each != package],
        "pytest_add_cli_args_test_selection": module.tests,
        "timeout_multiplier": _TIMEOUT_MULTIPLIER,
    }
    before, header, rest = text.partition("[tool.mutmut]\n")
    _, separator, after = rest.partition("\n[")
    lines = [f"{key} = {json.dumps(value)}\n" for key, value in settings.items()]  # such JSON is valid TOML
    path.write_text("".join([before, header, *lines, separator, after]), encoding="utf-8")
