"""Seed files with malformed or malicious content are rejected with a line number, in bounded time."""

import time
from pathlib import Path

import httpx
import pytest

from workos_emulator import Emulator, SeedError

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 30)
)
KEY_BOMB = "".join(
    f"- &k{level} " + (f"{{? *k{level - 1} : *k{level - 1}}}" if level else "[x]") + "\n" for level in range(40)
)
CHAIN = "c0: &c0 [x]\n" + "".join(f"c{level}: &c{level} [*c{level - 1}]\n" for level in range(1, 5000))

MALFORMED = {
    "bomb": (BOMB, 1, "aliases repeat more than"),
    "key bomb": (KEY_BOMB, 2, "a key must be a string"),
    "chain of aliases": (CHAIN, 1, "nested more than 100 levels"),
    "recursive alias": ("users:\n  - &a [*a]", 2, "an alias refers to what contains it"),
    "recursive mapping": ("users: &a\n  x: *a", 1, "an alias refers to what contains it"),
    "deep flow": ("users:\n" + "[" * 500, 2, "nested more than 100 levels"),
    "very deep flow": ("users:\n" + "[" * 100_000, 2, "invalid YAML"),
    "deep mappings": ("users:\n  " + "{a: " * 50_000, 2, "nested more than 100 levels"),
    "invalid date": ("users: []\nclock: 2026-02-30", 2, "'2026-02-30' is not a valid timestamp"),
    "invalid time": ("users: []\nclock: 2026-01-01T25:00:00Z", 2, "not a valid timestamp"),
    "tagged date": ("clock: !!timestamp nope", 1, "'nope' is not a valid timestamp"),
    "tagged integer": ("users:\n  - {email: !!int abc}", 2, "'abc' is not a valid int"),
    "empty integer": ("users: !!int ''", 1, "'' is not a valid int"),
    "tagged float": ("users: !!float x", 1, "'x' is not a valid float"),
    "tagged boolean": ("users: !!bool maybe", 1, "'maybe' is not a valid bool"),
    "sexagesimal integer": ("users: " + "1" + ":59" * 100_000, 1, "at most 200 characters"),
    "long integer": ("users: " + "9" * 100_000, 1, "at most 200 characters"),
    "hexadecimal integer": ("users: 0x" + "f" * 50, 1, "out of range"),
    "infinity": ("users:\n  - .inf", 2, "out of range"),
    "not a number": ("users: .nan", 1, "NaN is not allowed"),
    "python object": ("users: !!python/object/apply:os.getcwd []", 1, "is not allowed in a seed"),
    "control character": ("users:\n  - {email: \x00}", 2, "0x0 is not allowed"),
    "escape beyond Unicode": ('users:\n  - {email: "\\U00110000"}', 2, "a character or number is out of range"),
    "escape beyond integers": ('users:\n  - {email: "\\Uffffffff"}', 2, "a character or number is out of range"),
    "lone surrogate": ('users:\n  - {email: "\\ud800@x.com"}', 2, "a surrogate character is not allowed"),
    "surrogate pair": ('users:\n  - email: "\\ud83d\\ude00@x.com"', 2, "a surrogate character is not allowed"),
    "lone surrogate in a key": (
        'users:\n  - email: a@b.com\n    "\\udc00": 1',
        3,
        "a surrogate character is not allowed",
    ),
    "version of YAML": ("%YAML 1." + "9" * 10_000 + "\n---\nusers: []", 1, "a character or number is out of range"),
    "two documents": ("users: []\n---\nusers: []", 2, "invalid YAML"),
    "unknown alias": ("users:\n  - *none", 2, "invalid YAML"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_yaml(emulator: Emulator, tmp_path: Path, name: str) -> None:
    text, line, problem = MALFORMED[name]
    file = tmp_path / "seed.yaml"
    file.write_text(text, encoding="utf-8")
    started = time.process_time()
    with pytest.raises(SeedError) as caught:
        emulator.load(file)
    assert time.process_time() - started < 10, (
        "most take milliseconds, and none may depend on what the aliases stand for"
    )
    (found,) = caught.value.problems
    assert (found.line, found.file) == (line, str(file))
    assert problem in found.text
    assert not emulator.environment.state.users


MALFORMED_JSON = {
    "deep arrays": ('{"users":\n' + "[" * 100_000, 2, "nested more than 100 levels"),
    "deep arrays that end": ('{"users":\n' + "[" * 500 + "]" * 500 + "}", 2, "nested more than 100 levels"),
    "long integer": ('{"users":\n' + "9" * 10_000 + "}", 2, "at most 200 characters"),
    "large integer": ('{"users":\n[' + "9" * 30 + "]}", 2, "out of range"),
    "not a number": ('{"users":\n[NaN]}', 2, "NaN is not allowed"),
    "infinity by name": ('{"users":\n[1,\n-Infinity]}', 3, "out of range"),
    "lone surrogate": ('{"users":\n[{"email": "\\ud800@x.com"}]}', 2, "a surrogate character is not allowed"),
    "lone surrogate in a key": ('{"users": [],\n"\\udc00": 1}', 2, "a surrogate character is not allowed"),
    "infinity": ('{"users":\n[1e999]}', 2, "out of range"),
    "duplicate key": ('{"users": [],\n"users": []}', 2, "duplicate key"),
    "control character": ('{"users": [],\n"x\x7f": 1}', 2, "0x7f is not allowed"),
}


@pytest.mark.parametrize("name", MALFORMED_JSON)
def test_json(emulator: Emulator, tmp_path: Path, name: str) -> None:
    text, line, problem = MALFORMED_JSON[name]
    file = tmp_path / "seed.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        emulator.load(file)
    (found,) = caught.value.problems
    assert (found.line, problem in found.text) == (line, True), found


YAML, JSON = "application/yaml", "application/json"
OVER_HTTP = {
    "bomb": (BOMB.encode(), YAML, "line 1", "aliases repeat more than"),
    "not a number": (b'{"users":\n[NaN]}', JSON, "line 2", "NaN is not allowed"),
    "syntax": (b'{"users": [],\n"users": [,]}', JSON, "line 2", "invalid JSON"),
    "duplicate key": (b'{"users": [],\n"users": []}', "application/merge-patch+json", "line 2", "duplicate key"),
    "lone surrogate": (b'{"users":\n[{"email": "\\ud800@x.com"}]}', JSON, "line 2", "a surrogate character"),
    "invalid UTF-8": (b'{"users":\n["\xff"]}', JSON, "line 2", "invalid UTF-8"),
    "invalid UTF-8 in YAML": (b"users:\n  - \xff", YAML, "line 2", "invalid UTF-8"),
    "list": (b"\n[]", JSON, "line 2", "a seed must be an object"),
}


@pytest.mark.parametrize("name", OVER_HTTP)
def test_over_http(emulator: Emulator, name: str) -> None:
    content, content_type, line, problem = OVER_HTTP[name]
    with httpx.Client(transport=emulator.transport, base_url="http://localhost") as client:
        response = client.post("/_emulator/seed", content=content, headers={"content-type": content_type})
    assert (response.status_code, response.json()["code"]) == (422, "invalid_seed")
    (found,) = response.json()["errors"]
    assert (found["field"], problem in found["message"]) == (line, True), found


def test_content_types_over_http(emulator: Emulator) -> None:
    with httpx.Client(transport=emulator.transport, base_url="http://localhost") as client:
        for content_type, status in (("application/json; charset=utf-8", 201), ("text/plain", 415), ("", 415)):
            response = client.post("/_emulator/seed", content=b"{}", headers={"content-type": content_type})
            assert response.status_code == status
        assert client.post("/_emulator/seed").json() == {"ids": {}}


@pytest.mark.parametrize(
    "seed",
    [
        {"users": [{"email": "\ud800@x.com"}]},
        {"\ud800": []},
        {"organizations": [{"name": "A", "metadata": {"a\ud800": "b"}}]},
    ],
)
def test_surrogates_in_mappings(emulator: Emulator, seed: dict[str, object]) -> None:
    with pytest.raises(SeedError, match="seed:1: a surrogate character is not allowed"):
        emulator.load(seed)


def test_surrogate_pairs_in_json_are_characters(emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "seed.json"
    file.write_text('{"organizations": [{"name": "\\ud83d\\ude00"}]}', encoding="utf-8")
    emulator.load(file)
    assert [organization.name for organization in emulator.environment.state.organizations] == ["\U0001f600"]


def test_aliases_are_allowed(emulator: Emulator, tmp_path: Path) -> None:
    file = tmp_path / "seed.yaml"
    users = "".join(f"  - {{email: user{number}@example.com, metadata: *m}}\n" for number in range(50))
    file.write_text(f"users:\n  - {{email: first@example.com, metadata: &m {{team: a}}}}\n{users}", encoding="utf-8")
    emulator.load(file)
    assert {user.metadata["team"] for user in emulator.environment.state.users} == {"a"}
    assert len(emulator.environment.state.users) == 51
