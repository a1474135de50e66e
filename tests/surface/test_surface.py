"""The public surface (names, signatures and attributes) matches the snapshot. A change here affects users."""

import difflib
import re
from pathlib import Path

import pytest

import workos_async
import workos_sync
from codegen.unasync import RENAMES
from tests.surface.reader import Reader
from workos_core import errors

ROOT = Path(__file__).parent.parent.parent
SNAPSHOT = Path(__file__).with_name("public.txt")


def test_the_public_surface_matches_the_snapshot(request: pytest.FixtureRequest) -> None:
    surface = "".join(f"{line}\n" for line in Reader(ROOT).lines())
    if request.config.getoption("--update-surface"):
        SNAPSHOT.write_text(surface, encoding="utf-8")
    snapshot = SNAPSHOT.read_text(encoding="utf-8")
    if snapshot != surface:
        changes = difflib.unified_diff(
            snapshot.splitlines(), surface.splitlines(), "the snapshot", "the code", lineterm="", n=0
        )
        pytest.fail(
            "\n".join(
                [
                    "The public surface changed. If that is intended, run `python -m pytest tests/surface --update-surface` and describe it in CHANGELOG.md.",
                    *(line for line in changes if not line.startswith("@@")),
                ]
            ),
            pytrace=False,
        )


def lines_of_exports(lines: list[str], package: str) -> dict[str, set[str]]:
    """Return the lines of each name that a package exports, without names that only refer to another module."""
    lines_by_name: dict[str, set[str]] = {}
    for line in lines:
        match = re.match(rf"(?:@\w+ |async )*{package}\.(\w+)", line)
        if match and f"{package}.{match[1]} = workos_" not in line:
            lines_by_name.setdefault(match[1], set()).add(line)
    return lines_by_name


ASYNC_IN_BOTH = (".async_auth_flow(",)
"""Methods of protocols of other packages, which stay async: httpx calls this one for an `AsyncClient`, with either variant."""


def as_sync(line: str) -> str:
    """Return the line that the sync twin of an async name must have."""
    is_async = any(name in line for name in ASYNC_IN_BOTH)
    text = line if is_async else re.sub(r"^((?:@\w+ )*)async ", r"\1", line)
    for old, new in (RENAMES | {"AsyncIterator": "Iterator"}).items():
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def test_the_sync_surface_matches_the_async_surface() -> None:
    lines = list(Reader(ROOT).lines())
    sync, asynchronous = lines_of_exports(lines, "workos_sync"), lines_of_exports(lines, "workos_async")
    assert {"Pager", "SignIn", "WorkOS"} <= set(sync) <= set(asynchronous)
    for name, sync_lines in sync.items():
        assert sync_lines == {as_sync(line) for line in asynchronous[name]}


def test_every_error_is_exported_by_both_clients() -> None:
    names = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.WorkOSError)
    }
    assert names <= set(workos_async.__all__)
    assert names <= set(workos_sync.__all__)


# The format of the lines

SOURCE = {
    "workos_core/errors.py": '''
        class OneError(Exception):
            def __init__(self, message: str, *, code: "Code | None" = None) -> None:
                self.code = code
                self.count: int = 0
                self._private = 1
            def __str__(self) -> str: ...
        class TwoError(OneError): ...
        def _hidden(): ...
        Code: TypeAlias = "str | int"
    ''',
    "workos_async/__init__.py": '''
        if TYPE_CHECKING:
            from workos_async._client import WorkOS as WorkOS
            from workos_async._client import Shape as Shape
            from workos_core.errors import OneError as OneError
        __all__ = ["OneError", "Shape", "WorkOS"]
    ''',
    "workos_async/_base.py": '''
        class Base:
            def ping(self, /, times: int = 1, *names: str, **rest: Any) -> bool: ...
            def close(self) -> None: ...
    ''',
    "workos_async/_client.py": '''
        from ._base import Base
        from workos_async._result import Other, Result
        from workos_async.resources.users import Users
        class WorkOS(Base, Generic[T]):
            limit: ClassVar[int] = 3
            @cached_property
            def users(self) -> "Users": ...
            @property
            def name(self) -> str: ...
            @name.setter
            def name(self, value: str) -> None: ...
            @overload
            def get(self, key: int) -> int: ...
            @overload
            def get(self, key: str) -> str: ...
            def get(self, key): ...
            async def close(self, *, other: Other) -> Result: ...
        @frozen
        class Shape:
            width: int
            height: int = field(default=1, kw_only=True)
            _secret: str = field(repr=False)
            cache: int = field(init=False)
    ''',
    "workos_async/_result.py": "class Result:\n    ok: bool\nclass Other: ...\n",
    "workos_async/_methods.py": "class Methods:\n    async def check(self) -> None: ...\n",
    "workos_async/resources/users.py": '''
        from workos_async._methods import Methods
        class Users(Methods):
            async def list(self) -> None: ...
    ''',
    "workos_web/flask.py": "import flask\nfrom workos_async import Shape\nclass Kit(flask.Blueprint): ...\n_x = 1\nLIMIT = 3\n",
    "workos_web/django/__init__.py": '__all__ = ["view"]\nfrom workos_web.django._views import view\n',
    "workos_web/django/_views.py": "def view() -> None: ...\n",
    "workos_web/django/admin.py": "def login() -> None: ...\n",
    "workos_core/models/__init__.py": '__all__ = ["User"]\n',
}  # fmt: skip
LINES = """
workos_core.errors.Code: TypeAlias = str | int
workos_core.errors.OneError: class(Exception)
workos_core.errors.OneError(message: str, *, code: Code | None = None)
workos_core.errors.OneError.code: Code | None
workos_core.errors.OneError.count: int
workos_core.errors.TwoError: class(OneError)
workos_async.OneError = workos_core.errors.OneError
workos_async.Shape: @frozen class
workos_async.Shape(width, height=…, secret)
workos_async.Shape.cache: int = field(init=False)
workos_async.Shape.height: int = field(default=1, kw_only=True)
workos_async.Shape.width: int
workos_async.WorkOS: class(Generic[T])
async workos_async.WorkOS.close(*, other: Other) -> Result
@overload workos_async.WorkOS.get(key: int) -> int
@overload workos_async.WorkOS.get(key: str) -> str
workos_async.WorkOS.limit: ClassVar[int] = 3
workos_async.WorkOS.name: @property -> str
workos_async.WorkOS.ping(times: int = 1, *names: str, **rest: Any) -> bool
workos_async.WorkOS.users: @cached_property -> Users
async workos_async.WorkOS.users.check() -> None
workos_web.django.view() -> None
workos_web.django.admin.login() -> None
workos_web.flask.Kit: class(flask.Blueprint)
workos_web.flask.LIMIT = 3
workos_async…Result: class
workos_async…Result.ok: bool
workos_core.models.User
"""


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        lines = text.strip("\n").splitlines()
        indent = len(lines[0]) - len(lines[0].lstrip())
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(line[indent:] for line in lines), encoding="utf-8")


def test_the_format_of_the_lines(tmp_path: Path) -> None:
    write(tmp_path, SOURCE)
    assert "\n".join(Reader(tmp_path).lines()) == LINES.strip()


def test_a_name_without_a_definition_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"workos_testing/__init__.py": '__all__ = ["Missing"]\n'})
    with pytest.raises(LookupError, match="workos_testing exports Missing, which no source defines"):
        list(Reader(tmp_path).lines())
