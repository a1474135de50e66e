"""The files with the texts are complete, and the pages use them."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from workos_emulator import pages
from workos_emulator.pages.admin_portal.destinations import NAMES as DESTINATIONS
from workos_emulator.pages.admin_portal.providers import DIRECTORY_PROVIDERS, IDENTITY_PROVIDERS
from workos_emulator.pages.texts import catalog
from workos_emulator.pages.texts.catalog import FOLDERS, LANGUAGES

PAGES = Path(pages.__path__[0])
FOLDER = PAGES / "texts"
ENGLISH_ONLY = ("dashboard", "texts", "pipes_provider.py")


def templates(language: str) -> dict[str, str]:
    """Return the texts of the files in a language. A key that occurs twice is an error."""
    files = [FOLDER / folder / f"{language}.json" for folder in FOLDERS]
    pairs = [pair for file in files for pair in json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)]
    result = dict(pairs)
    assert len(result) == len(pairs), "a key occurs twice"
    return result


def placeholders(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(PAGES.rglob("*.py")):
        if path.relative_to(PAGES).parts[0] not in ENGLISH_ONLY:
            yield path, path.read_text(encoding="utf-8")


def test_every_language_has_a_file() -> None:
    for folder in FOLDERS:
        assert {path.stem for path in (FOLDER / folder).glob("*.json")} == {*LANGUAGES}
    assert catalog.load("de") is catalog.load("de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_texts_with_the_same_placeholders(language: str) -> None:
    english, texts = templates("en"), templates(language)
    assert [*texts] == [*english], "the same keys in the same order"
    for key, template in texts.items():
        assert placeholders(template) == placeholders(english[key]), key
        assert template == template.strip() != "", key


def test_texts_are_translated() -> None:
    """A text that is the same in two languages is a word that they share."""
    english = templates("en")
    same = {"common.code", "common.optional", "frame.dashboard", "frame.error_title", "portal.name"}
    same |= {"portal.audit.action", "portal.domains.domain", "portal.domains.type"}
    same |= {"portal.streams.destination", "portal.streams.status", "portal.streams.url"}
    same |= {f"portal.fields.{name}" for name in ("format", "region", "schema", "source", "table")}
    for language in set(LANGUAGES) - {"en"}:
        texts = templates(language)
        assert {key for key in english if texts[key] == english[key]} <= same, language


def test_every_text_is_used() -> None:
    """Keys are literals, or end with a part that is computed."""
    code = "\n".join(text for _, text in sources())
    keys = {*templates("en")} - {"language"}
    dynamic = (
        "scopes.",
        "api_errors.",
        "problems.code_",
        "problems.password_too_",
        "common.first_",
        "common.last_",
        "pipes.",
        "portal.intents.",
        "portal.states.",
        "portal.domains.domain_",
        "portal.domains.consumer_domain",
        "portal.domains.invalid_domain",
        *(f"portal.dsync.{access}" for access in ("scim", "oauth", "files", "api_key")),
        *(f"portal.certificates.{prefix}" for prefix in ("renew_", "remind_", "idp_", "sp_")),
        "portal.sso.activate",
        "portal.sso.deactivate",
        "portal.streams.pause",
        "portal.streams.resume",
    )
    errors = {key for key in keys if key.startswith("errors.")}
    names = set(re.findall(r'LocalizedError\(\s*"(\w+)"', code)) | {"failed"}
    assert {key.split(".")[1] for key in errors} == names
    unused = {key for key in keys - errors if not key.startswith(dynamic) and not re.search(f"""["']{key}["']""", code)}
    assert unused == set()


def test_no_page_contains_text() -> None:
    """A sentence or a label in the code of a page would be in one language only."""
    elsewhere = {
        "The user denied access at the identity provider.",  # for the application, not for the page
        "The user denied the request.",
        "Incorrect email address or password.",
        "The hosted pages are disabled; pass the email address of an existing user as login_hint.",
        "Magic Link",  # the name of a connection
        "Passkey",  # a method
        "Password",  # a method
        "Pending",  # a type of connection
        "Authorization",  # an example of a header
        "Binding",  # XML attributes
        "Location",
    }
    found: list[str] = []
    for path, text in sources():
        tree = ast.parse(text)
        docstrings = {
            node.value
            for parent in ast.walk(tree)
            if isinstance(body := getattr(parent, "body", None), list)
            for node in body
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        raised = {
            constant
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(("AuthorizationError", "errors.plain"))
            for constant in ast.walk(call)
        }
        products = {*IDENTITY_PROVIDERS.values(), *DIRECTORY_PROVIDERS.values(), *DESTINATIONS, *DESTINATIONS.values()}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings | raised:
                value = node.value.strip()
                if re.match(r"[A-Z][a-z]+($| [a-z])", value) and value not in elsewhere | products:
                    found.append(f"{path.relative_to(PAGES)}:{node.lineno}: {value}")
    assert found == []
