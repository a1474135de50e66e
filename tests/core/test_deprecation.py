"""Deprecations: the warning, the line that it names, and that nothing stays longer than announced."""

import ast
import asyncio
import inspect
import warnings
from pathlib import Path

import pytest

from workos_core.deprecation import Deprecation
from workos_core.errors import WorkOSDeprecationWarning
from workos_core.version import VERSION

ROOT = Path(__file__).parents[2]
PACKAGES = ("workos_core", "workos_async", "workos_web", "workos_emulator", "workos_testing")
RENAMED = Deprecation("the argument title of create", "0.4.0", "0.6.0", "pass name")
REMOVED = Deprecation("workos.things.find", "0.4.0", "0.6.0", "use workos.things.get")
TEXT = "workos.things.find is deprecated since 0.4.0 and will be removed in 0.6.0: use workos.things.get"


@REMOVED.callable
def find(thing_id: str) -> str:
    """Find a thing."""
    return thing_id


@REMOVED.callable
async def find_async(thing_id: str) -> str:
    return thing_id


@RENAMED.argument("title", "name")
def create(name: str, size: int = 1) -> tuple[str, int]:
    return name, size


@RENAMED.argument("title", "name")
async def create_async(name: str, size: int = 1) -> tuple[str, int]:
    return name, size


def caught(call: object) -> list[warnings.WarningMessage]:
    with warnings.catch_warnings(record=True) as messages:
        warnings.simplefilter("always")
        call()  # type: ignore[operator]
    return messages


def test_a_deprecated_function_works_and_warns() -> None:
    with pytest.warns(WorkOSDeprecationWarning) as messages:
        assert find("thing_1") == "thing_1"
    assert [str(each.message) for each in messages] == [TEXT]
    assert issubclass(WorkOSDeprecationWarning, DeprecationWarning)


def test_a_deprecated_coroutine_function_works_and_warns() -> None:
    assert inspect.iscoroutinefunction(find_async)
    with pytest.warns(WorkOSDeprecationWarning, match="use workos.things.get"):
        assert asyncio.run(find_async("thing_1")) == "thing_1"


def test_the_decorated_function_keeps_its_name_signature_and_docstring() -> None:
    assert find.__name__ == "find"
    assert find.__doc__ == "Find a thing."
    assert list(inspect.signature(create).parameters) == ["name", "size"]


def test_a_renamed_argument_is_accepted_by_both_names() -> None:
    assert caught(lambda: create(name="x")) == []
    with pytest.warns(WorkOSDeprecationWarning, match="pass name"):
        assert create(title="x", size=2) == ("x", 2)  # type: ignore[call-arg]
    with pytest.warns(WorkOSDeprecationWarning, match="pass name"):
        assert asyncio.run(create_async(title="x")) == ("x", 1)  # type: ignore[call-arg]


def test_both_names_of_an_argument_are_an_error() -> None:
    with pytest.raises(TypeError, match=r"create\(\) got 'title' and 'name'.*pass 'name' only"):
        create(title="x", name="y")  # type: ignore[call-arg]


async def _await_find() -> None:
    await find_async("thing_1")


@pytest.mark.parametrize("call", [lambda: find("thing_1"), lambda: asyncio.run(_await_find())])
def test_the_warning_names_the_line_of_the_application(call: object) -> None:
    (message,) = caught(call)
    assert message.filename == __file__
    assert "find" in Path(__file__).read_text(encoding="utf-8").splitlines()[message.lineno - 1]


def test_the_warning_is_shown_by_default_in_the_main_program(tmp_path: Path) -> None:
    """The frames of the SDK between the application and the warning don't count."""
    namespace = {"__name__": "workos_core.http.somewhere", "REMOVED": REMOVED}
    exec("def call():\n    REMOVED.warn()\n", namespace)
    (message,) = caught(namespace["call"])
    assert message.filename == __file__


def overdue(source: str, version: str) -> list[str]:
    """Return what a module should have removed by a version, or deprecates without a version to remove it in."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Deprecation":
            values = [each.value for each in [*node.args, *(keyword.value for keyword in node.keywords)]]  # type: ignore[attr-defined]
            what, _, removed_in, _ = map(str, values)
            if numbers(removed_in) <= numbers(version):
                found.append(what)
    return found


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")[:3]))


def test_nothing_stays_longer_than_announced() -> None:
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert len(sources) > 200
    assert [each for path in sources for each in overdue(path.read_text(encoding="utf-8"), VERSION)] == []


def test_an_overdue_deprecation_is_found() -> None:
    source = 'OLD = Deprecation("old", "0.4.0", removed_in="0.6.0", instead="use new")\n'
    assert overdue(source, "0.5.9") == []
    assert overdue(source, "0.6.0") == overdue(source, "1.0.0") == ["old"]
