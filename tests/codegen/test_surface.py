"""The changes of the public surface that a change of the spec causes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.cli import ROOT, main
from codegen.surface.snapshot import SNAPSHOT

Edit = Callable[[str, str], Path]
CASES = [
    (
        "name: {type: string, description: The name.}",
        "name: {type: integer, description: The name.}",
        ["BREAKING changed Person.name: str → int"],
    ),
    (
        "name: {type: string, description: The name.}",
        "name: {type: [string, 'null'], description: The name.}",
        ["BREAKING changed Person.name: str → str | None"],
    ),
    ("required: [type, name]", "required: [type]", ["BREAKING changed Person.name: str → str, optional"]),
    (
        "name: {type: string, description: The name.}",
        "name: {type: string, description: The name.}\n        age: {type: integer, description: The age.}",
        ["added   Person.age: int, optional"],
    ),
    ("enum: [small, big]", "enum: [small, big, huge]", ["added   Size 'huge': value"]),
    ("enum: [small, big]", "enum: [small]", ["BREAKING removed Size 'big': value"]),
    (
        "x-method: things.delete_thing",
        "x-method: things.remove_thing",
        ["BREAKING removed things.delete_thing: method", "added   things.remove_thing: method"],
    ),
    (
        "required: [kind, size]",
        "required: [kind, size, note]",
        ["BREAKING changed things.create_thing(note): str | None, optional → str | None"],
    ),
    (
        '        note: {type: [string, "null"], description: A note.}\n',
        "",
        ["BREAKING removed things.create_thing(note): str | None, optional"],
    ),
    (
        'note: {type: [string, "null"]',
        'note: {type: [string, integer, "null"]',
        ["changed things.create_thing(note): str | None, optional → str | int | None, optional"],
    ),
    ("      x-idempotency-key: true\n", "", []),
    ("      x-wrapped: thing\n", "", ["BREAKING changed things.get_thing: returns: Thing → WrappedThing"]),
    (
        "- groups: [[cat], [dog, dog_size]]\n",
        "- required: true\n          groups: [[cat], [dog, dog_size]]\n",
        [
            "BREAKING added   things.create_thing: rule: exactly one of cat | dog with dog_size (optional)",
            "removed things.create_thing: rule: at most one of cat | dog with dog_size (optional)",
        ],
    ),
    ("description: Things, big and small.", "description: All things.", []),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES, ids=[str(case[2])[:60] for case in CASES])
def test_changes(
    mini: Path, edited: Edit, capsys: pytest.CaptureFixture[str], old: str, new: str, expected: list[str]
) -> None:
    folder = edited(old, new)
    breaking = any(line.startswith("BREAKING") for line in expected)
    assert main(["diff", str(mini), str(folder)]) == int(breaking)
    *lines, count = capsys.readouterr().out.strip().splitlines()
    assert [line.strip() for line in lines] == expected
    assert count == f"{len(expected)} change(s), {sum(line.startswith('BREAKING') for line in expected)} breaking"


def test_diff_as_json(mini: Path, edited: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "--json", str(mini), str(edited("enum: [small, big]", "enum: [small]"))])
    assert json.loads(capsys.readouterr().out) == {
        "breaking": True,
        "changes": [{"what": "removed", "where": "Size 'big'", "detail": "value", "breaking": True}],
    }


def test_surface_check_compares_with_the_snapshot(
    mini: Path, edited: Edit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "spec").mkdir(exist_ok=True)
    assert main(["surface", "--check", "--spec", str(mini), "--out", str(tmp_path)]) == 1
    assert main(["surface", "--spec", str(mini), "--out", str(tmp_path)]) == 0
    assert main(["surface", "--check", "--spec", str(mini), "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    snapshot = (tmp_path / SNAPSHOT).read_text()
    changed = edited("x-method: things.delete_thing", "x-method: things.remove_thing")
    (tmp_path / SNAPSHOT).write_text(snapshot)
    assert main(["surface", "--check", "--spec", str(changed), "--out", str(tmp_path)]) == 1
    assert "BREAKING removed things.delete_thing" in capsys.readouterr().err


def test_snapshot_in_the_repository_is_up_to_date() -> None:
    assert main(["surface", "--check"]) == 0


def test_diff_requires_two_folders(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["diff", str(ROOT / "spec")])
    assert caught.value.code == 2
    assert "diff requires two spec folders" in capsys.readouterr().err
