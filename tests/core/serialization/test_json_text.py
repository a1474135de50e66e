"""JSON parsing, which has the same results with and without msgspec."""

import json
import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.parameter_ids import parameter_id
from workos_core.serialization import json_text
from workos_core.serialization.json_text import parse_json, read_object

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def _clear_cache() -> Iterator[None]:
    yield
    json_text.fast_decoder.cache_clear()


def read(data: bytes, *, fast: bool) -> Any:
    """Return the value with the types and signs of its numbers, or the class of the error."""
    with pytest.MonkeyPatch.context() as patch:
        if not fast:
            patch.setattr(json_text, "fast_decoder", lambda: None)
        try:
            return with_types(parse_json(data))
        except ValueError:
            return ValueError


def with_types(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: with_types(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_types(item) for item in value]
    return (type(value), value, math.copysign(1, value)) if isinstance(value, float) else (type(value), value)


def test_versions_of_msgspec_with_other_exceptions_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msgspec.DecodeError", Exception)
    json_text.fast_decoder.cache_clear()
    assert json_text.fast_decoder() is None
    json_text.fast_decoder.cache_clear()


def test_msgspec_is_installed() -> None:
    assert json_text.fast_decoder() is not None


@given(VALUES, st.booleans())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_value(value: Any, escaped: bool) -> None:
    data = json.dumps(value, ensure_ascii=escaped).encode()
    assert read(data, fast=True) == read(data, fast=False) == with_types(value)


@given(VALUES, st.integers(0, 200), st.binary(max_size=2), st.integers(0, 3))
@settings(derandomize=True, max_examples=500, deadline=None)
def test_corrupted_text(value: Any, position: int, inserted: bytes, removed: int) -> None:
    data = json.dumps(value).encode()
    corrupted = data[:position] + inserted + data[position + removed :]
    assert read(corrupted, fast=True) == read(corrupted, fast=False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"123456789012345678901234567890",
        b"18446744073709551616",
        b"-0",
        b"-0.0",
        b"1e400",
        b"-1e400",
        b"5e-324",
        b"123456789.123456789123456789",
        b"NaN",
        b"[Infinity]",
        b"-Infinity",
        b'"\\ud800"',
        b'"\\udc00\\ud800"',
        b'"\\ud83d\\ude00"',
        b'{"a":1,"a":2}',
        b"\xef\xbb\xbf{}",
        b'"\x01"',
        b'"\xff"',
        b"\xff\xfe1\x00",
        b"[1,]",
        b"01",
        b"1.",
        b"+1",
        b"\x0b1",
        b'{"a":1} \n\t\r',
        b' \n{"a":1}',
        b'{"a":1}\x0b',
        b'{"a":1}\xc2\xa0',
        b'{"a":1}{}',
        b'{"a":1',
        b'{"a":' * 100_000,
        b"[" * 100_000,
        b"[" * 300 + b"]" * 300,
    ],
    ids=parameter_id,
)
def test_edge_cases(data: bytes) -> None:
    assert read(data, fast=True) == read(data, fast=False)


@pytest.mark.parametrize("end", [b"", b" \n\t\r", b"\x0b", b"\xc2\xa0", b"{}"], ids=parameter_id)
def test_only_white_space_may_follow_an_object(end: bytes) -> None:
    expected = {"a": (int, 1)} if not end.strip(b" \n\t\r") else ValueError
    assert read(b'{"a":1}' + end, fast=False) == expected


def test_read_object_returns_none_for_anything_else() -> None:
    assert read_object(b'{"a": 1}') == {"a": 1}
    for data in (b"[]", b"", b"{", b'{"a": NaN}', b"\xef\xbb\xbf{}", b"\xff", b'{"a":' * 100_000):
        assert read_object(data) is None
