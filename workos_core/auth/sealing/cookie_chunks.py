"""Cookie chunking: values that are too long for one cookie are split into `name.0` to `name.3`, as iron-session does."""

from collections.abc import Iterable, Mapping

from workos_core.auth.sealing.iron import SealError

MAX_BYTES = 4096
"""Bytes of name, `=` and value of the longest cookie that browsers accept."""

MAX_CHUNKS = 4
"""More chunks would exceed the 8 KB that many servers and proxies allow for all cookies of a request; 4 may already do so."""


def split_cookie(name: str, value: str) -> dict[str, str]:
    """Return the cookies that hold a value, by name: one cookie of that name if the value fits, else up to four chunks.

    Set all of them and expire those that `stale_cookies` returns.

    Raises:
        SealError: The value needs more than four chunks (reason `too_long`), or it needs chunks and is not ASCII (`bad_encoding`).
    """
    data = value.encode()
    if len(name.encode()) + 1 + len(data) <= MAX_BYTES:
        return {name: value}
    size = MAX_BYTES - len(f"{name}.0=".encode())
    if not value.isascii():
        raise SealError(f"cookie {name!r} is too long and not ASCII: only ASCII is chunked", reason="bad_encoding")
    if size < 1 or len(data) > size * MAX_CHUNKS:
        raise SealError(
            f"cookie {name!r} has {len(data)} bytes, more than {MAX_CHUNKS} chunks hold: "
            "store less in the session, such as fewer claims and less metadata",
            reason="too_long",
        )
    return {f"{name}.{index}": value[index * size : (index + 1) * size] for index in range(-(-len(data) // size))}


def join_cookie(name: str, cookies: Mapping[str, str]) -> str | None:
    """Return the value of a cookie that may be split into chunks, or `None` if the request doesn't have it.

    A cookie with the plain name takes precedence over chunks. Chunks are joined up to the first that is missing. `unseal`
    rejects a value joined from chunks that don't belong together.
    """
    value = cookies.get(name)
    if value:
        return value
    chunks: list[str] = []
    for index in range(MAX_CHUNKS):
        chunk = cookies.get(f"{name}.{index}")
        if not chunk:
            break
        chunks.append(chunk)
    return "".join(chunks) or None


def stale_cookies(name: str, present: Iterable[str], written: Iterable[str] = ()) -> list[str]:
    """Return the names of the cookies to expire so that no part of an older value remains.

    Args:
        name: The name of the cookie, without the number of a chunk.
        present: The names of the cookies of the request.
        written: The names of the cookies that `split_cookie` returned, or empty to delete the value.
    """
    names = [name, *(f"{name}.{index}" for index in range(MAX_CHUNKS))]
    stale = set(present) - set(written)
    return [each for each in names if each in stale]
