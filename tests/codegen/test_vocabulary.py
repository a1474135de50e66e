"""The vocabulary guard finds retired names and phrases, and leaves near misses alone."""

import textwrap
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen import vocabulary
from codegen.cli import main
from codegen.vocabulary import Vocabulary

SAMPLE = Vocabulary(
    {
        "exclude": ["kept/*"],
        "identifiers": {"Widgetizer": "WidgetFactory", "spin_up": "start"},
        "parts": {"gizmo": "device"},
        "texts": {"workos_async._gears": "workos_async._http.gears", "x-gear": "x-wheel"},
        "phrases": [
            {"pattern": "gizmos?", "instead": "device"},
            {"pattern": "spins? up", "instead": "start", "allowed": ["spin up to speed"]},
        ],
    }
)
PLANTED = {
    "a docstring": ("a.py", '"""A gizmo."""\n', [(1, "gizmo")]),
    "a docstring of an attribute": ("a.py", 'x = 1\n"""One\nof the gizmos."""\n', [(3, "gizmos")]),
    "a docstring across lines": ("a.py", 'def f() -> None:\n    """It spins\n    up.\n    """\n', [(2, "spins\n    up")]),
    "a comment": ("a.py", "x = 1  # a gizmo\n", [(1, "gizmo")]),
    "a comment across lines": ("a.py", "# They spin\n# up.\nx = 1\n", [(1, "spin\n# up")]),
    "a message": ("a.py", 'raise ValueError("the gizmo is broken")\n', [(1, "gizmo")]),
    "a message of two literals": ("a.py", 'x = (\n    "they will spin "\n    "up"\n)\n', [(2, "spin \nup")]),
    "an f-string": ("a.py", 'x = f"a {name!r:>{width}} gizmo"\n', [(1, "gizmo")]),
    "an f-string of two lines": ("a.py", 'x = (\n    f"a {name}"\n    " gizmo here"\n)\n', [(3, "gizmo")]),
    "a class": ("a.py", "class Widgetizer: ...\n", [(1, "Widgetizer")]),
    "an attribute": ("a.py", "x.spin_up()\n", [(1, "spin_up")]),
    "a keyword argument": ("a.py", "f(spin_up=True)\n", [(1, "spin_up")]),
    "a name as a string": ("a.py", 'f({"spin_up": 1})\n', [(1, "spin_up")]),
    "a part of an identifier": ("a.py", "first_gizmo = BigGizmo()\n", [(1, "gizmo in first_gizmo"), (1, "Gizmo in BigGizmo")]),
    "a name in a replacement field": ("a.py", 'x = f"{spin_up} of it"\n', [(1, "spin_up")]),
    "a code span": ("a.py", '"""Calls `x.spin_up()`."""\n', [(1, "spin_up")]),
    "a module": ("a.py", "# see workos_async/_gears\nimport workos_sync._gears\n", [(1, "workos_async/_gears")]),
    "the name of a file": ("gizmo_test.py", "", [(0, "gizmo")]),
    "a page": ("a.md", "# Gizmos\n\nText\nwith a gizmo.\n", [(1, "Gizmos"), (4, "gizmo")]),
    "a code span of a page": ("a.md", "Call `Widgetizer(1)`.\n", [(1, "Widgetizer")]),
    "a code block": ("a.md", "x\n\n```python\n# a gizmo\nspin_up()\n```\n", [(4, "gizmo"), (5, "spin_up")]),
    "an extension": ("a.md", "Use `x-gear`.\n", [(1, "x-gear")]),
    "a description": ("a.yaml", "a:\n  description: A gizmo.\n", [(2, "gizmo")]),
    "a folded description": ("a.yaml", "a:\n  description: >-\n    They\n    spin\n    up.\n  b: 1\n", [(4, "spin\n    up")]),
    "a summary in a flow mapping": ("a.yaml", "a: {type: string, summary: Spin up a b}\n", [(1, "Spin up")]),
    "a comment in YAML": ("a.yaml", "a: '#1'  # a gizmo\n", [(1, "gizmo")]),
    "a template": ("a.jinja", "{{ gizmo }}\n# a gizmo\n", [(2, "gizmo")]),
    "a comment in TOML": ("a.toml", "a = 1  # a gizmo\n", [(1, "gizmo")]),
}  # fmt: skip
ALLOWED = {
    "longer identifiers": ("a.py", "spin_up_again = WidgetizerX\n"),
    "allowed wording": ("a.py", '"""They spin up to speed."""\n'),
    "a longer word": ("a.py", "# gizmology, e-gizmo\n"),
    "a code span": ("a.py", '"""The key `gizmo`, ``gizmos`` and `a gizmo`."""\n'),
    "a key": ("a.py", 'f({"gizmo": 1}["gizmo"])\n'),
    "an expression in an f-string": ("a.py", "x = f\"one of {d['gizmo']}\"\n"),
    "a URL": ("a.md", "See [x](https://example.com/a-gizmo) or <https://example.com/gizmo>, [y](docs/gizmo.md).\n"),
    "code on a page": ("a.md", '```json\n{"gizmo": 1}\n```\nThe key `gizmo`.\n'),
    "other values in YAML": ("a.yaml", "gizmo: {enum: [gizmo], example: {description: A gizmo.}}\n"),
    "a number sign in YAML": ("a.yaml", 'a: "#/components/gizmo"\n'),
    "a generated file": ("a.py", "# Generated from b.py.\nx = Widgetizer()  # a gizmo\n"),
}
RIGHT = """
error.attempts, response.headers, "HEAD", ", ".join(x), signal.SIGTERM, asyncio.Lock(), asyncio.Queue()
session.get_logout_url(return_to="/"), "/login", "/logout", email_verification, {"email_verification": 1}
raise OSError("connection refused")
# The wire format of requests in flight; in turn, the header turns it off. Audit logs in the dashboard.
"An email to a user who signed in. The value is None if there is none."
"""

Plant = Callable[[str, str], Path]


@pytest.fixture
def plant(tmp_path: Path) -> Plant:
    def plant(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return plant


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_found(plant: Plant, name: str) -> None:
    file, text, expected = PLANTED[name]
    assert [(hit.line, hit.text) for hit in SAMPLE.check(plant(file, text))] == expected


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_allowed(plant: Plant, name: str) -> None:
    assert SAMPLE.check(plant(*ALLOWED[name])) == []


def test_the_message_says_where_and_what_to_write(plant: Plant) -> None:
    path = plant("a.py", "# a\n\n# They spin\n# up.\n")
    assert [str(hit) for hit in SAMPLE.check(path)] == [f"{path}:3: 'spin # up': write start"]
    assert "gizmo_test.py (file name): 'gizmo': write device" in str(SAMPLE.check(plant("gizmo_test.py", ""))[0])


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("a.py", "b/c.md", "kept/d.md", ".hidden/e.md", "b/__pycache__/f.py", "g.bin", "b/h.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in vocabulary.files_of([tmp_path], SAMPLE)]
    assert found == ["a.py", "b/c.md", "b/h.yaml"]


ENTRIES = tomllib.loads(vocabulary.DATA.read_text(encoding="utf-8"))["phrases"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["pattern"])
def test_the_examples_of_the_phrases(entry: dict[str, str]) -> None:
    only = Vocabulary({"phrases": [entry]})
    assert entry["instead"]
    assert [text for text in entry["found"] if not only.find_in_prose(text)] == []
    assert [text for text in entry.get("passes", ()) if only.find_in_prose(text)] == []


def test_standard_terms_are_allowed(plant: Plant) -> None:
    assert vocabulary.load().check(plant("a.py", textwrap.dedent(RIGHT))) == []


def test_no_replacement_is_retired_itself() -> None:
    words = vocabulary.load()
    data = tomllib.loads(vocabulary.DATA.read_text(encoding="utf-8"))
    replacements = [*data["identifiers"].values(), *data["texts"].values()]
    assert [text for text in replacements if words.find_in_prose(f"`{text}`")] == []
    assert not set(data["identifiers"].values()) & set(data["identifiers"])


def test_the_command_line(plant: Plant, capsys: pytest.CaptureFixture[str]) -> None:
    path = plant("a.py", "x = HATCH  # what became of it\n")
    assert vocabulary.main([str(path)]) == 1
    out, error = capsys.readouterr()
    assert out == f"{path}:1: 'HATCH': write RAW_REQUEST\n{path}:1: 'became of': write happens to; status\n"
    assert error == "2 hit(s) in 1 of 1 files\n"
    assert vocabulary.main([str(path), "--summary"]) == 1
    assert "1 write RAW_REQUEST (found: hatch)" in capsys.readouterr().out
    assert vocabulary.main([str(plant("a.py", "x = 1\n"))]) == 0


def test_lint_checks_the_descriptions_of_the_spec(
    edited: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lint", "--spec", str(edited("description: The name.", "description: An e-mail address."))]) == 1
    error = capsys.readouterr().err
    assert "spec/resources/things.yaml:" in error
    assert "/name/description: 'e-mail': write email" in error
