"""QR codes (ISO/IEC 18004): bytes, error correction level L, versions 1 to 16, as PNG images."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

# For each version: data codewords in all blocks, number of blocks, error correction codewords in each block.
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
# The center coordinates of the alignment patterns of each version, in both directions.
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
_MASK = 0  # (row + column) % 2; readers accept any mask
_FORMAT = 0b111011111000100  # format information: level L and this mask, with error correction bits
_QUIET_ZONE, _SCALE = 4, 4

Modules = list[list[bool]]


def data_url(text: str) -> str:
    """Return the QR code of a string as a PNG image in a `data:` URL.

    Raises:
        ValueError: The text has more than 586 bytes.
    """
    return "data:image/png;base64," + b64encode(_png(modules(text))).decode()


def modules(text: str) -> Modules:
    """Return the QR code of a string as rows of modules, True for a dark one.

    Raises:
        ValueError: The text has more than 586 bytes.
    """
    raw = text.encode()
    version = next((n for n, (size, _, _) in enumerate(_VERSIONS, 1) if len(raw) + (2 if n < 10 else 3) <= size), None)
    if version is None:
        raise ValueError(f"the text is too long for a QR code (at most 586 bytes, got {len(raw)})")
    grid, fixed = _function_patterns(version)
    bits = _bits(_codewords(raw, version))
    for row, column in _placement_order(len(grid)):
        if not fixed[row][column]:
            grid[row][column] = next(bits, False) ^ ((row + column) % 2 == _MASK)
    return grid


def _codewords(raw: bytes, version: int) -> bytes:
    size, blocks, correction_size = _VERSIONS[version - 1]
    length_bits = 8 if version < 10 else 16
    number = (4 << length_bits | len(raw)) << len(raw) * 8 | int.from_bytes(raw, "big")
    # The four mode bits leave half a byte at the end for the four zeros of the terminator.
    data = (number << 4).to_bytes(1 + length_bits // 8 + len(raw), "big")
    data += bytes((0xEC, 0x11) * size)[: size - len(data)]
    parts: list[bytes] = []
    start = 0
    for block in range(blocks):
        length = size // blocks + (block >= blocks - size % blocks)
        parts.append(data[start : start + length])
        start += length
    corrections = [_correction_codewords(part, correction_size) for part in parts]
    return _interleave(parts) + _interleave(corrections)


def _interleave(parts: Sequence[bytes]) -> bytes:
    return bytes(part[index] for index in range(max(map(len, parts))) for part in parts if index < len(part))


@cache
def _field() -> tuple[list[int], list[int]]:
    """Return the powers of 2 and the base-2 logarithms in GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1."""
    powers, logarithms = [1], [0] * 256
    for exponent in range(510):
        logarithms[powers[-1]] = exponent % 255
        powers.append(powers[-1] << 1 ^ (powers[-1] >> 7) * 0x11D)
    return powers, logarithms


@cache
def _generator(count: int) -> list[int]:
    """Return the logarithms of the coefficients of the product of all x - 2ⁱ, i < count, without the leading one."""
    powers, logarithms = _field()
    polynomial = [1]
    for exponent in range(count):
        shifted = [*polynomial, 0]
        for index, coefficient in enumerate(polynomial, 1):
            shifted[index] ^= powers[logarithms[coefficient] + exponent]
        polynomial = shifted
    return [logarithms[coefficient] for coefficient in polynomial[1:]]


def _correction_codewords(data: bytes, count: int) -> bytes:
    """Return the Reed-Solomon error correction codewords of a block."""
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


def _placement_order(size: int) -> Iterator[tuple[int, int]]:
    """Iterate over all modules in the order of the data: pairs of columns from the right, alternately up and down."""
    right_columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for index, right in enumerate(right_columns):
        rows = range(size) if index % 2 else range(size - 1, -1, -1)
        yield from product(rows, (right, right - 1))


def _function_patterns(version: int) -> tuple[Modules, Modules]:
    """Return a grid with only the function patterns, and which modules they occupy."""
    size = 17 + 4 * version
    grid = [[False] * size for _ in range(size)]
    fixed = [[False] * size for _ in range(size)]

    def put(row: int, column: int, dark: bool) -> None:
        if 0 <= row < size and 0 <= column < size:
            grid[row][column], fixed[row][column] = dark, True

    for position in range(size):
        put(6, position, position % 2 == 0)
        put(position, 6, position % 2 == 0)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        for down, right in product(range(-4, 5), repeat=2):
            put(row + down, column + right, max(abs(down), abs(right)) not in (2, 4))
    centers = _ALIGNMENT[version - 1]
    corners = ((6, 6), (6, size - 7), (size - 7, 6))
    for row, column in product(centers, repeat=2):
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
    """Encode a grid as a black-and-white PNG image with one bit per pixel."""
    width = (len(grid) + 2 * _QUIET_ZONE) * _SCALE
    light = [False] * _QUIET_ZONE
    empty = [[False] * (len(grid) + 2 * _QUIET_ZONE)] * _QUIET_ZONE
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
