"""Cookies that are too long for a browser, cut into `name.0` to `name.3` as iron-session does."""

from collections.abc import Iterable, Mapping

from workos_core.auth.sealing.iron import SealError

MAX_BYTES = 4096
"""Bytes of name, `=` and value of the longest cookie that browsers keep."""

MAX_CHUNKS = 4
"""More would pass the 8 KB that many servers and proxies allow all cookies of a request together; 4 may already."""


def split_cookie(name: str, value: str) -> dict[str, str]:
    """The cookies that hold a value: one by the name itself where it fits, else up to four chunks.

    Set all of them, and expire those of `stale_cookies`.

    Raises:
        SealError: It takes more than four chunks (reason `too_long`), or is too long for one and not ASCII (`bad_encoding`).
    """
    data = value.encode()
    if len(name.encode()) + 1 + len(data) <= MAX_BYTES:
        return {name: value}
    room = MAX_BYTES - len(f"{name}.0=".encode())
    if not value.isascii():
        raise SealError("only ASCII text is cut into chunks, as sealed values are", reason="bad_encoding")
    if room < 1 or len(data) > room * MAX_CHUNKS:
        raise SealError(
            f"the cookie has {len(data)} bytes, more than {MAX_CHUNKS} cookies hold: "
            "keep less in the session, such as fewer claims and metadata",
            reason="too_long",
        )
    return {f"{name}.{index}": value[index * room : (index + 1) * room] for index in range(-(-len(data) // room))}


def join_cookie(name: str, cookies: Mapping[str, str]) -> str | None:
    """The value that the cookies of a request hold; None when there is none.

    The cookie by the name itself goes before chunks, and chunks count up to the first that is missing. What does not belong
    together joins to a value that `unseal` refuses.
    """
    whole = cookies.get(name)
    if whole:
        return whole
    chunks: list[str] = []
    for index in range(MAX_CHUNKS):
        chunk = cookies.get(f"{name}.{index}")
        if not chunk:
            break
        chunks.append(chunk)
    return "".join(chunks) or None


def stale_cookies(name: str, present: Iterable[str], written: Iterable[str] = ()) -> list[str]:
    """Names of the cookies to expire, so that nothing of an older value stays behind.

    Args:
        name: The name of the cookie without the number of a chunk.
        present: Names of the cookies of the request.
        written: Names of the cookies that `split_cookie` gave; empty to remove the value altogether.
    """
    names = [name, *(f"{name}.{index}" for index in range(MAX_CHUNKS))]
    gone = set(present) - set(written)
    return [each for each in names if each in gone]
