"""The texts in each language. A text has a key, such as `sign_in.title`, and placeholders, such as `{email}`."""

import json
from functools import cache
from importlib import resources

LANGUAGES = ("en", "de", "es", "fr", "ja")
"""The languages of the hosted pages, as BCP 47 tags. Each one has a file in each of the folders."""

FOLDERS = ("", "admin_portal")
"""The folders with the texts, below this one."""


class Texts:
    """The texts in one language. Call it with a key and the values of the placeholders.

    Attributes:
        language: The language, as a BCP 47 tag.
    """

    def __init__(self, language: str, templates: dict[str, str]) -> None:
        self.language = language
        self._templates = templates

    def __call__(self, key: str, **values: object) -> str:
        """Return a text.

        Raises:
            KeyError: No text has this key, or a placeholder has no value.
        """
        return self._templates[key].format(**values)

    def __contains__(self, key: object) -> bool:
        return key in self._templates


@cache
def load(language: str) -> Texts:
    """Return the texts in one of the languages. The files are read once."""
    root = resources.files("workos_emulator.pages.texts")
    files = [root.joinpath(folder, f"{language}.json") for folder in FOLDERS]
    texts = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return Texts(language, {key: text for each in texts for key, text in each.items()})
