import hashlib
import struct
import zlib
from base64 import b64decode

import pytest

from workos_emulator.rendering import qr_code


@pytest.mark.parametrize(
    ("length", "side", "digest"),
    [
        (1, 21, "15f5c60f006fce67"),
        (17, 21, "0d4e55934a1afd05"),
        (100, 37, "ef3f67b541fd4f6f"),
        (300, 61, "7738ff755d5141e9"),
        (586, 81, "1fa6e725770e3187"),
    ],
)
def test_known_codes(length: int, side: int, digest: str) -> None:
    """The codes were compared with the codes of the package `qrcode`, module by module, for all lengths from 1 to 586."""
    grid = qr_code.modules("a" * length)
    assert (len(grid), {len(row) for row in grid}) == (side, {side})
    assert hashlib.sha256(repr([[int(dark) for dark in row] for row in grid]).encode()).hexdigest()[:16] == digest


def test_image_shows_the_code() -> None:
    head, _, data = qr_code.data_url("otpauth://totp/ä").partition(",")
    assert head == "data:image/png;base64"
    png = b64decode(data)
    width, height = struct.unpack(">II", png[16:24])
    start = png.index(b"IDAT") + 4
    (size,) = struct.unpack(">I", png[start - 8 : start - 4])
    raw = zlib.decompress(png[start : start + size])
    line = 1 + (width + 7) // 8
    assert (width, height, len(raw)) == ((21 + 8) * 4, (21 + 8) * 4, line * height)
    for row, modules in enumerate(qr_code.modules("otpauth://totp/ä")):
        pixels = f"{int.from_bytes(raw[(row + 4) * 4 * line + 1 :][: line - 1], 'big'):0{(line - 1) * 8}b}"
        assert [pixels[(column + 4) * 4] == "0" for column in range(21)] == modules


def test_text_too_long() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr_code.modules("a" * 587)
