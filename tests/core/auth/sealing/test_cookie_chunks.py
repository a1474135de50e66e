import pytest
from hypothesis import given
from hypothesis import strategies as st

from workos_core.auth.sealing.cookie_chunks import MAX_BYTES, join_cookie, split_cookie, stale_cookies
from workos_core.auth.sealing.iron import SealError, seal, unseal

NAME = "wos-session"
PASSWORD = "correct-horse-battery-staple-0123456789"
SIZE = MAX_BYTES - len(NAME) - 1
CHUNK = SIZE - 2


@given(st.integers(0, 4 * CHUNK - 100), st.text("abc-", min_size=1, max_size=20))
def test_split_and_join_round_trip(length: int, name: str) -> None:
    value = "".join(str(number) for number in range(length))[:length]
    cookies = split_cookie(name, value)
    assert (join_cookie(name, cookies) or "") == value
    assert all(len(f"{key}={part}") <= MAX_BYTES for key, part in cookies.items())


@pytest.mark.parametrize(
    ("length", "names"),
    [
        (0, [NAME]),
        (SIZE, [NAME]),
        (SIZE + 1, [f"{NAME}.0", f"{NAME}.1"]),
        (2 * CHUNK, [f"{NAME}.0", f"{NAME}.1"]),
        (2 * CHUNK + 1, [f"{NAME}.0", f"{NAME}.1", f"{NAME}.2"]),
        (4 * CHUNK, [f"{NAME}.{index}" for index in range(4)]),
    ],
)
def test_number_of_chunks_is_minimal(length: int, names: list[str]) -> None:
    cookies = split_cookie(NAME, "x" * length)
    assert list(cookies) == names
    assert (join_cookie(NAME, cookies) or "") == "x" * length


@pytest.mark.parametrize(("name", "length"), [(NAME, 4 * CHUNK + 1), (NAME, 10**6), ("n" * 4094, 10)])
def test_more_than_four_chunks_are_rejected(name: str, length: int) -> None:
    with pytest.raises(SealError, match="more than 4 chunks") as caught:
        split_cookie(name, "x" * length)
    assert caught.value.reason == "too_long"


def test_length_is_measured_in_bytes() -> None:
    assert list(split_cookie(NAME, "é" * (SIZE // 2))) == [NAME]
    with pytest.raises(SealError) as caught:
        split_cookie(NAME, "é" * SIZE)
    assert caught.value.reason == "bad_encoding"


def test_session_of_10_kb() -> None:
    data = {"accessToken": "x" * 10_000}
    cookies = split_cookie(NAME, seal(data, PASSWORD))
    assert len(cookies) == 4
    assert unseal(join_cookie(NAME, cookies) or "", PASSWORD) == data
    swapped = {**cookies, f"{NAME}.0": cookies[f"{NAME}.1"], f"{NAME}.1": cookies[f"{NAME}.0"]}
    for broken in (swapped, {key: cookies[key] for key in list(cookies)[:-1]}, dict(list(cookies.items())[1:])):
        joined = join_cookie(NAME, broken)
        if joined is not None:
            with pytest.raises(SealError):
                unseal(joined, PASSWORD)


@pytest.mark.parametrize(
    ("cookies", "value"),
    [
        ({}, None),
        ({"other": "x", f"{NAME}x": "y"}, None),
        ({NAME: "plain", f"{NAME}.0": "old"}, "plain"),
        ({NAME: "", f"{NAME}.0": "a", f"{NAME}.1": "b"}, "ab"),
        ({f"{NAME}.0": "a", f"{NAME}.2": "c"}, "a"),
        ({f"{NAME}.1": "b"}, None),
        ({f"{NAME}.{index}": str(index) for index in range(9)}, "0123"),
    ],
)
def test_join_cookie(cookies: dict[str, str], value: str | None) -> None:
    assert join_cookie(NAME, cookies) == value


def test_stale_cookies() -> None:
    chunks = [f"{NAME}.{index}" for index in range(4)]
    assert stale_cookies(NAME, [NAME, "other", f"{NAME}.9"], split_cookie(NAME, "x" * 5000)) == [NAME]
    assert stale_cookies(NAME, [*chunks, "other"], split_cookie(NAME, "x" * 5000)) == chunks[2:]
    assert stale_cookies(NAME, chunks, {NAME: "x"}) == chunks
    assert stale_cookies(NAME, [*reversed(chunks), NAME]) == [NAME, *chunks]
    assert stale_cookies(NAME, [], {NAME: "x"}) == []
