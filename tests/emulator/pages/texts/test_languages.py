import pytest

from workos_emulator.pages.texts.languages import match, read_header, read_parameter


@pytest.mark.parametrize(
    ("preferences", "language"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("DE_at", "de"),
        ("ja-Jpan-JP", "ja"),
        ("pt-BR es-419 en", "es"),
        ("zh-Hant-TW", None),
        ("de-x-private", "de"),
        ("x-de", None),
        ("fr,de", "fr"),
        ("deu", None),
        ("*", None),
        ("- -- en-", "en"),
        ("", None),
    ],
)
def test_ui_locales(preferences: str, language: str | None) -> None:
    assert match(read_parameter(preferences)) == language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"),
        ("en;q=0.2, de;q=0.9", "de"),
        ("pt, es;q=0.4", "es"),
        ("de;q=0, es;q=0.1", "es"),
        ("de;q=none, es;q=0.1", "es"),
        ("de;q=2, es;q=0.1", "es"),
        ("de;x, es", "es"),
        ("de; Q=1", "de"),
        ("nl, sv", None),
        ("", None),
        (",;,=", None),
    ],
)
def test_accept_language(header: str, language: str | None) -> None:
    assert match(read_header(header)) == language


def test_long_lists_take_bounded_time() -> None:
    assert match(read_parameter("nl " * 100_000 + "de")) is None
    assert match(read_header("nl," * 100_000 + "de")) is None
    assert match(["-".join("a" * 10_000)]) is None
