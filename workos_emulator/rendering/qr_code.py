"""QR codes (ISO/IEC 18004): bytes, error correction level L, versions 1 to 16, as PNG images."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

# For each version: codewords of data in all blocks, blocks, codewords for error correction in each block.
_VERSIONS: tuple[tuple[int, int, int], ...] = (
    (19, 1, 7),
    (34, 1, 10),
    (55, 1, 15),
    (80, 1, 20),
    (108, 1, 26),
    (136, 2, 18),
    (156, 2, 20),
    (194, 2, 24),
    (232, 2, 30),
    (274, 4, 18),
    (324, 4, 20),
    (370, 4, 24),
    (428, 4, 26),
    (461, 4, 30),
    (523, 6, 22),
    (589, 6, 24),
)
# Where the alignment patterns of each version have their centres, in both directions.
_ALIGNMENT: tuple[tuple[int, ...], ...] = (
    (),
    (6, 18),
    (6, 22),
    (6, 26),
    (6, 30),
    (6, 34),
    (6, 22, 38),
    (6, 24, 42),
    (6, 26, 46),
    (6, 28, 50),
    (6, 30, 54),
    (6, 32, 58),
    (6, 34, 62),
    (6, 26, 46, 66),
    (6, 26, 48, 70),
    (6, 26, 50, 74),
)
_MASK = 0  # (row + column) % 2; readers take any
_FORMAT = 0b111011111000100  # level L with this mask, with its check bits
_QUIET, _SCALE = 4, 4

Modules = list[list[bool]]


def data_url(text: str) -> str:
    """The QR code of a text as a PNG image in a `data:` URL.

    Raises:
        ValueError: The text has more than 586 bytes.
    """
    return "data:image/png;base64," + b64encode(_png(modules(text))).decode()


def modules(text: str) -> Modules:
    """The QR code of a text: rows of modules, True for a dark one.

    Raises:
        ValueError: The text has more than 586 bytes.
    """
    raw = text.encode()
    version = next((n for n, (size, _, _) in enumerate(_VERSIONS, 1) if len(raw) + (2 if n < 10 else 3) <= size), None)
    if version is None:
        raise ValueError("the text is too long for a QR code")
    grid, fixed = _patterns(version)
    bits = _bits(_codewords(raw, version))
    for row, column in _path(len(grid)):
        if not fixed[row][column]:
            grid[row][column] = next(bits, False) ^ ((row + column) % 2 == _MASK)
    return grid


def _codewords(raw: bytes, version: int) -> bytes:
    size, blocks, extra = _VERSIONS[version - 1]
    counter = 8 if version < 10 else 16
    number = (4 << counter | len(raw)) << len(raw) * 8 | int.from_bytes(raw, "big")
    # The four bits of the mode leave half a byte, in which the four zeros of the terminator fit.
    data = (number << 4).to_bytes(1 + counter // 8 + len(raw), "big")
    data += bytes((0xEC, 0x11) * size)[: size - len(data)]
    parts: list[bytes] = []
    place = 0
    for block in range(blocks):
        length = size // blocks + (block >= blocks - size % blocks)
        parts.append(data[place : place + length])
        place += length
    checks = [_check_words(part, extra) for part in parts]
    return _interleaved(parts) + _interleaved(checks)


def _interleaved(parts: Sequence[bytes]) -> bytes:
    return bytes(part[place] for place in range(max(map(len, parts))) for part in parts if place < len(part))


@cache
def _field() -> tuple[list[int], list[int]]:
    """Powers of 2, and logarithms to the base 2, in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1."""
    powers, logarithms = [1], [0] * 256
    for exponent in range(510):
        logarithms[powers[-1]] = exponent % 255
        powers.append(powers[-1] << 1 ^ (powers[-1] >> 7) * 0x11D)
    return powers, logarithms


@cache
def _generator(count: int) -> list[int]:
    """The logarithms of the coefficients of the product of all x - 2ⁱ, i < count, without the highest one."""
    powers, logarithms = _field()
    polynomial = [1]
    for exponent in range(count):
        shifted = [*polynomial, 0]
        for place, word in enumerate(polynomial, 1):
            shifted[place] ^= powers[logarithms[word] + exponent]
        polynomial = shifted
    return [logarithms[word] for word in polynomial[1:]]


def _check_words(data: bytes, count: int) -> bytes:
    """The Reed-Solomon remainder of a block."""
    powers, logarithms = _field()
    generator = _generator(count)
    remainder = [0] * count
    for byte in data:
        factor = byte ^ remainder[0]
        remainder = [*remainder[1:], 0]
        if factor:
            exponent = logarithms[factor]
            remainder = [word ^ powers[log + exponent] for word, log in zip(remainder, generator, strict=True)]
    return bytes(remainder)


def _bits(codewords: bytes) -> Iterator[bool]:
    return (bool(byte >> bit & 1) for byte in codewords for bit in range(7, -1, -1))


def _path(size: int) -> Iterator[tuple[int, int]]:
    """All modules in the order of the data: in pairs of columns from the right, upwards and downwards in turn."""
    rights = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for turn, right in enumerate(rights):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        yield from product(rows, (right, right - 1))


def _patterns(version: int) -> tuple[Modules, Modules]:
    """A code with its fixed patterns only, and which modules they take."""
    size = 17 + 4 * version
    grid = [[False] * size for _ in range(size)]
    fixed = [[False] * size for _ in range(size)]

    def put(row: int, column: int, dark: bool) -> None:
        if 0 <= row < size and 0 <= column < size:
            grid[row][column], fixed[row][column] = dark, True

    for place in range(size):
        put(6, place, place % 2 == 0)
        put(place, 6, place % 2 == 0)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        for down, right in product(range(-4, 5), repeat=2):
            put(row + down, column + right, max(abs(down), abs(right)) not in (2, 4))
    centres = _ALIGNMENT[version - 1]
    corners = ((6, 6), (6, size - 7), (size - 7, 6))
    for row, column in product(centres, repeat=2):
        if (row, column) not in corners:
            for down, right in product(range(-2, 3), repeat=2):
                put(row + down, column + right, max(abs(down), abs(right)) != 1)
    for bit in range(15):
        dark = bool(_FORMAT >> bit & 1)
        put((bit if bit < 6 else bit + 1 if bit < 8 else size - 15 + bit), 8, dark)
        put(8, (size - 1 - bit if bit < 8 else 7 if bit == 8 else 14 - bit), dark)
    put(size - 8, 8, True)
    if version >= 7:
        for bit in range(18):
            dark = bool(_version_bits(version) >> bit & 1)
            put(bit // 3, size - 11 + bit % 3, dark)
            put(size - 11 + bit % 3, bit // 3, dark)
    return grid, fixed


def _version_bits(version: int) -> int:
    remainder = version
    for _ in range(12):
        remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25
    return version << 12 | remainder


def _png(grid: Modules) -> bytes:
    """A black and white image with one bit for each pixel."""
    width = (len(grid) + 2 * _QUIET) * _SCALE
    light = [False] * _QUIET
    empty = [[False] * (len(grid) + 2 * _QUIET)] * _QUIET
    rows = [*empty, *([*light, *row, *light] for row in grid), *empty]
    lines: list[bytes] = []
    for row in rows:
        pixels = "".join(("0" if dark else "1") * _SCALE for dark in row)
        padded = pixels + "0" * (-len(pixels) % 8)
        lines += [b"\0" + int(padded, 2).to_bytes(len(padded) // 8, "big")] * _SCALE
    header = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
