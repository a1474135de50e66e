"""The facts about the official SDK that the tables of the codemod are generated from."""

from pathlib import Path
from textwrap import dedent

from codegen.load.spec_folder import load
from codegen.official.classes import OfficialClasses
from codegen.official.read import read_methods
from codegen.official.snapshot import load_snapshot, take_snapshot, version_key
from codegen.official.table import PATH, render_table
from codegen.parse.api import parse

ROOT = Path(__file__).parents[2]
CLIENT = """
class WorkOSClient(Base):
    @cached_property
    def things(self) -> Things: ...
    @cached_property
    def stuff(self) -> Things: ...
"""
RESOURCE = """
class Things:
    def get_thing(self, id: str, *, request_options=None) -> Thing:
        return self._client.request(method="get", path=("things", id), model=Thing)

    def list_things(self, *, limit: int | None = None, order: Order | None = None) -> SyncPage[Thing]:
        params = {k: v for k, v in {"limit": limit, "order_by": enum_value(order)}.items()}
        return self._client.request_page(method="get", path=f"things/{id}", params=params)

    def create_thing(self, *, name: str, size: int | None | NotGiven = NOT_GIVEN, box: Big | Small | None = None) -> Thing:
        body = {"name": name, "kind": "thing"}
        if not isinstance(size, NotGiven):
            body["size"] = size
        if isinstance(box, Big):
            body["big_box"] = box.width
        return self._client.request(method="post", path=("things",), body=body)

    def verify(self, *, text: str) -> None: ...
    def _private(self) -> None: ...

class AsyncThings:
    async def get_thing(self, id: str) -> Thing:
        return await self._client.request(method="get", path=("things", id))
"""
MODELS = """
class Order(str, Enum):
    ASC = "asc"
    NEWEST_FIRST = "desc"

class Thing:
    id: str

class ThingCreated:
    event: Literal["thing.created"]

Alias: TypeAlias = Thing
"""


def make_package(folder: Path, resource: str = RESOURCE) -> Path:
    (folder / "things" / "models").mkdir(parents=True)
    (folder / "_client.py").write_text(dedent(CLIENT), encoding="utf-8")
    (folder / "things" / "_resource.py").write_text(resource, encoding="utf-8")
    (folder / "things" / "models" / "thing.py").write_text(MODELS, encoding="utf-8")
    return folder


def test_methods_are_read_from_the_source(tmp_path: Path) -> None:
    methods = read_methods(make_package(tmp_path))
    assert list(methods) == [
        f"{name}.{method}" for name in ("stuff", "things") for method in ("create_thing", "get_thing", "list_things")
    ]
    get, listed, create = (methods[f"things.{name}"] for name in ("get_thing", "list_things", "create_thing"))
    assert (get.http_method, get.path, get.positional, get.arguments, get.returns) == (
        "GET",
        "/things/{}",
        ["id"],
        {"id": ["{0}"]},
        "Thing",
    )
    assert (listed.kind, listed.arguments, listed.returns) == (
        "page",
        {"limit": ["limit"], "order": ["order_by"]},
        "Thing",
    )
    assert create.arguments == {"name": ["name"], "size": ["size"], "box": []}
    assert create.groups["box"] == {"Big": {"width": "big_box"}}
    assert (create.constants, create.omits_none) == ({"kind": "thing"}, ["box"])


def test_classes_are_read_from_the_source(tmp_path: Path) -> None:
    classes = OfficialClasses()
    classes.add(make_package(tmp_path))
    assert classes.enums == {"Order": {"ASC": "asc", "NEWEST_FIRST": "desc"}}
    assert classes.models == {"Thing": "", "ThingCreated": "thing.created", "Alias": ""}
    assert classes.aliases == {"Alias": "Thing"}
    assert (classes.resolve("Alias"), classes.resolve("Order")) == ("Thing", "Order")


def test_snapshot_has_one_entry_for_each_form_of_a_method(tmp_path: Path) -> None:
    packages = {
        "9.0.0": make_package(tmp_path / "9"),
        "10.0.0": make_package(tmp_path / "10"),
        "10.1.0": make_package(tmp_path / "11", RESOURCE.replace('"name": name', '"title": name')),
    }
    target = tmp_path / "codegen" / "official" / "methods.json"
    target.parent.mkdir(parents=True)
    target.write_text(take_snapshot(packages), encoding="utf-8")
    snapshot = load_snapshot(tmp_path)
    assert snapshot.versions == ["9.0.0", "10.0.0", "10.1.0"]
    forms = [
        (since, until, method.arguments["name"])
        for since, until, method in snapshot.forms
        if method.name == "things.create_thing"
    ]
    assert forms == [("9.0.0", "10.0.0", ["name"]), ("10.1.0", "10.1.0", ["title"])]
    assert sorted(packages, key=version_key) == snapshot.versions


def test_table_is_up_to_date_and_complete() -> None:
    table = render_table(parse(load(ROOT / "spec")), ROOT)
    assert (ROOT / PATH).read_text(encoding="utf-8") == table
    snapshot = load_snapshot(ROOT)
    newest = [method.name for _, until, method in snapshot.forms if until == snapshot.versions[-1]]
    unmatched = [
        name
        for name in newest
        if f'"{name}": [' in table and '"to"' not in table.partition(f'"{name}": [')[2].partition("\n")[0]
    ]
    assert len(newest) > 250
    assert unmatched == ["agents.create_validate", "connect.create_application", "user_management.create_authenticate"]
