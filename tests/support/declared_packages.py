"""The packages that a project declares, directly or through its requirements, and a pytest plugin that hides all others."""

import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]

_PLUGIN = """
import sys

HIDDEN = {hidden!r}


class Hiding:
    def __init__(self, finder):
        self.finder = finder

    def __getattr__(self, name):
        return getattr(self.finder, name)

    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in HIDDEN else self.finder.find_spec(name, path, target)


sys.meta_path[:] = map(Hiding, sys.meta_path)
"""


def write_plugin(path: Path, requirements: Iterable[str]) -> None:
    """Write a module that hides every installed package except those that the requirements install."""
    declared = installed_by(requirements)
    hidden = {
        module
        for module, distributions in packages_distributions().items()
        if not declared & {canonicalize_name(name) for name in distributions}
    }
    path.write_text(_PLUGIN.format(hidden=hidden - {"workos_async"}), encoding="utf-8")


def installed_by(requirements: Iterable[str]) -> set[str]:
    """Return the names of the packages that pip installs for the requirements, as far as they are installed here."""
    todo = [Requirement(text) for text in requirements]
    done: set[tuple[str, frozenset[str]]] = set()
    while todo:
        requirement = todo.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key not in done:
            done.add(key)
            todo += _requirements_of(requirement)
    return {name for name, _ in done}


def _requirements_of(requirement: Requirement) -> Iterator[Requirement]:
    if requirement.name == "workos-async":  # the source tree, which need not be installed
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        for texts in (
            project["dependencies"],
            *(project["optional-dependencies"][extra] for extra in requirement.extras),
        ):
            yield from map(Requirement, texts)
        return
    try:
        texts = requires(requirement.name) or []
    except PackageNotFoundError:
        return
    for each in map(Requirement, texts):
        extras = ["", *requirement.extras]
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras):
            yield each
