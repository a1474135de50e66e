"""The build of the documentation site: what it contains, and that a broken link or reference fails it."""

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

pytest.importorskip("mkdocs", reason="nox -s docs installs it")

from website import llms
from website.packages import exports, submodules

ROOT = Path(__file__).parents[2]
SITE = ROOT / "build" / "site"
LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}
"""The tags that load something, and the attributes with its URL."""

if not SITE.exists():
    pytest.skip("the site is not built: run nox -s docs", allow_module_level=True)


class Document(HTMLParser):
    """The URLs and IDs of an HTML page.

    Attributes:
        loaded: What a browser loads with the page.
        links: The targets of links.
        ids: The IDs of elements.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loaded: set[str] = set()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.ids.add(attributes["id"])
        if tag == "a" and "href" in attributes:
            self.links.add(attributes["href"])
        is_metadata = attributes.get("rel") in ("canonical", "next", "prev", "edit")
        if tag in LOADED and LOADED[tag] in attributes and not is_metadata:
            self.loaded.add(attributes[LOADED[tag]])


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """All pages by their path below the site."""
    return {path.relative_to(SITE).as_posix(): Document(path) for path in SITE.rglob("*.html")}


def test_pages_load_nothing_from_other_hosts(documents: dict[str, Document]) -> None:
    assert len(documents) > 100
    loaded = {url for document in documents.values() for url in document.loaded}
    assert any(url.endswith(".js") for url in loaded)
    assert [url for url in loaded if urlsplit(url).netloc] == []
    for path in SITE.rglob("*.css"):
        urls = re.findall(r"url\(([^)]+)\)|@import\s+[\"']([^\"']+)", path.read_text(encoding="utf-8"))
        assert [url for pair in urls for url in pair if url.strip("\"'").startswith(("http", "//"))] == [], path


def test_links_within_the_site_lead_to_pages_and_headings(documents: dict[str, Document]) -> None:
    """MkDocs checks the links of Markdown. This also checks those of docstrings and of the navigation."""
    broken = []
    for path, document in documents.items():
        if path == "404.html":
            continue  # its links are absolute, below the address of the site
        for link in document.links:
            parts = urlsplit(urljoin(f"http://site/{path}", link))
            if parts.netloc != "site":
                continue
            target = parts.path.removeprefix("/") + ("index.html" if parts.path.endswith("/") else "")
            if target not in documents:
                if not (SITE / target).is_file():
                    broken.append((path, link))
            elif parts.fragment and parts.fragment not in documents[target].ids and parts.fragment != "__skip":
                broken.append((path, link))
    assert broken == []


def test_reference_has_every_public_name(documents: dict[str, Document]) -> None:
    ids = {each for path, document in documents.items() if path.startswith("reference/") for each in document.ids}
    packages = ["workos_async", "workos_core.auth", "workos_core.webhooks", "workos_core.vault", "workos_core.models"]
    packages += ["workos_core.params", "workos_mcp", "workos_testing", "workos_emulator"]
    packages += [f"workos_web.{name}" for name in ("fastapi", "starlette", "asgi", "flask", "litestar", "django")]
    names = [name.path for package in packages for name in exports(package)]
    assert len(names) > 500
    assert [name for name in names if name not in ids] == []


def test_reference_has_every_method(documents: dict[str, Document]) -> None:
    spec = json.loads((ROOT / "spec" / "surface.json").read_text(encoding="utf-8"))
    methods = set(spec["methods"])
    assert len(methods) > 200
    for module in submodules("workos_async.resources"):
        ids = documents[f"reference/resources/{module}/index.html"].ids
        shown = {f"{module}.{each.rpartition('.')[2]}" for each in ids if each.startswith("workos_async.resources.")}
        assert {name for name in methods if name.partition(".")[0] == module} <= shown


def test_search_finds_methods_and_tasks() -> None:
    index = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {entry["title"] for entry in index["docs"]}
    assert {"create_organization", "Threat model"} <= titles


def test_files_for_language_models(documents: dict[str, Document]) -> None:
    index = (SITE / "llms.txt").read_text(encoding="utf-8")
    assert index.startswith("# workos-async\n\n> ")
    sections = re.findall(r"^## (.+)$", index, re.MULTILINE)
    assert [name for name in ("Tutorial", "How-to guides", "Reference", "Explanation") if name not in sections] == []
    links = re.findall(r"^- \[.+?\]\(https://[^/]+/([^)]*)\)(?:: .+\.)?$", index, re.MULTILINE)
    assert len(links) == len(documents) - 1  # all but 404.html
    assert [link for link in links if f"{link}index.html" not in documents] == []
    full = (SITE / "llms-full.txt").read_text(encoding="utf-8")
    assert "workos.organizations.create_organization(" in full
    assert "## Threat model" in full
    assert "::: " not in full


def test_every_guide_says_what_it_is_for() -> None:
    """Its first sentence is the description in llms.txt, and the excerpt that search engines show."""
    index = (SITE / "llms.txt").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.+)\n\n((?:- .+\n)+)", index, re.MULTILINE))
    entries = [
        line
        for name in ("Tutorial", "How-to guides", "Explanation", "Migration")
        for line in sections[name].splitlines()
    ]
    assert len(entries) > 30
    assert [entry for entry in entries if not entry.endswith(".")] == []


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("# Page\n\nOne [link](a.md), [`code`][b.C], e.g. this.  Two.\n", "One link, `code`, e.g. this."),
        ("# Page\n\nBefore a block:\n\n```python\nx\n```\n", "Before a block."),
        ("<!-- generated -->\n# Page\n\n```console\npip install x\n```\n\nText\nof two lines.", "Text of two lines."),
        ("---\nhide: [toc]\n---\n\n# Page\n\nText.", "Text."),
        ("# Page\n\n## Heading\n\nText.", ""),
        ("# Page\n\n| a | b |\n", ""),
    ],
)
def test_descriptions_of_pages(text: str, summary: str) -> None:
    assert llms.summary(text) == summary


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a page](missing.md)", "missing.md"),
        ("[a heading](#missing)", "#missing"),
        ("[a heading of another page](client.md#missing)", "client.md#missing"),
        ("[a source file](../workos_core/missing.py)", "workos_core/missing.py"),
        ("[a name][workos_core.errors.Missing]", "workos_core.errors.Missing"),
        ("::: workos_core.errors.Missing", "workos_core.errors.Missing"),
    ],
)
def test_a_broken_link_or_reference_fails_the_build(tmp_path: Path, text: str, message: str) -> None:
    output = build_small_site(tmp_path, text, expect_failure=True)
    assert message in output


def test_a_page_without_a_place_in_the_navigation_fails_the_build(tmp_path: Path) -> None:
    assert "other.md" in build_small_site(tmp_path, "Text.", expect_failure=True, other_page=True)


def test_a_small_site_builds(tmp_path: Path) -> None:
    """The failures above are those of the links: without them, the same site builds."""
    text = "[a heading](client.md#settings), [a source file](../README.md), [a name][workos_core.errors.APIError]\n\n"
    build_small_site(tmp_path, f"{text}::: workos_core.errors.APIError", expect_failure=False)
    assert "/blob/main/README.md" in (tmp_path / "site" / "page" / "index.html").read_text(encoding="utf-8")


def build_small_site(folder: Path, text: str, *, expect_failure: bool, other_page: bool = False) -> str:
    """Build a site of two pages with the configuration of the project, and return the messages of the build."""
    (folder / "docs" / "assets").mkdir(parents=True)
    for name in ("website", "workos_core"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    (folder / "docs" / "assets" / "extra.css").write_text("", encoding="utf-8")
    (folder / "docs" / "client.md").write_text("# Client\n\n## Settings\n", encoding="utf-8")
    (folder / "docs" / "page.md").write_text(f"# Page\n\n{text}\n", encoding="utf-8")
    if other_page:
        (folder / "docs" / "other.md").write_text("# Other\n", encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    config = config.replace("build/site", "site").replace("website/hooks.py", str(folder / "hooks.py"))
    (folder / "mkdocs.yml").write_text(f"{config}\nnav: [client.md, page.md]\n", encoding="utf-8")
    (folder / "hooks.py").write_text(SMALL_HOOKS, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode != 0) == expect_failure, done.stderr
    return done.stderr


SMALL_HOOKS = """
from website import hooks
hooks.ROOT = __import__("pathlib").Path(__file__).parent.resolve()
on_page_markdown = hooks.on_page_markdown

def on_config(config):
    config.repo_url = "https://example.com/repository"
    return config
"""
