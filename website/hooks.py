"""Hooks of MkDocs; mkdocs.yml lists this file."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # hooks are loaded as single files, outside of their package

from website import llms, reference  # noqa: E402

_SOURCE_PAGES = {"changelog.md": "CHANGELOG.md", "contributing.md": "CONTRIBUTING.md"}
_OPTIONAL_PAGES = {"security.md": "SECURITY.md", "code-of-conduct.md": "CODE_OF_CONDUCT.md"}
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#|/)([^)\s#]+)(#[^)\s]*)?(?=\))")
_WIDE_PAGES = {"names.md", "emulator-coverage.md", "reliability.md"}
"""Pages with wide tables, which are shown without the table of contents."""
_pages: reference.Pages = {}
_texts: dict[str, str] = {}
_site: dict[str, Any] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the URLs of the project, and complete the navigation with generated pages and those of folders."""
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    config.site_url, config.repo_url = urls["Documentation"], urls["Repository"]
    _pages.update(reference.reference_pages())
    _pages.update(_root_pages())
    sections = cast("list[dict[str, Any]]", config["nav"])
    for section in sections:
        ((title, entries),) = section.items()
        if title == "Reference":
            entries += reference.navigation(_pages)
        elif title == "Project":
            entries += [path for path in (*_OPTIONAL_PAGES, "versioning.md") if _exists(path)]
            entries += _folder("contributing")
        elif title == "Migration":
            section[title] = _folder("migration")
    config["nav"] = [section for section in sections if list(section.values()) != [[]]]
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for path, text in _pages.items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Point links to files outside of docs/ to the repository."""
    path = page.file.src_uri
    if path in _WIDE_PAGES:
        page.meta["hide"] = ["toc"]
    source = ROOT / _source_of(path)

    def resolve(match: re.Match[str]) -> str:
        target = (source.parent / match[1]).resolve()
        if target.is_relative_to(ROOT / "docs") and source.is_relative_to(ROOT / "docs"):
            return match[0]
        for page_path, file in {**_SOURCE_PAGES, **_OPTIONAL_PAGES}.items():
            if target == ROOT / file and page_path in _pages:
                return _relative(path, page_path) + (match[2] or "")
        if path.startswith("reference/"):
            return match[0]
        if not target.exists():
            raise PluginError(f"{path}: the link {match[1]} leads to no file")
        if target.is_relative_to(ROOT / "docs") and target.suffix == ".md":
            return _relative(path, target.relative_to(ROOT / "docs").as_posix()) + (match[2] or "")
        kind = "tree" if target.is_dir() else "blob"
        return f"{config.repo_url}/{kind}/main/{target.relative_to(ROOT).as_posix()}{match[2] or ''}"

    _texts[path] = markdown = _LINK.sub(resolve, markdown)
    return markdown


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the navigation for llms.txt."""
    _site["nav"] = nav
    return nav


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write llms.txt and llms-full.txt."""
    pages = [
        llms.Page(
            _section(page),
            str(page.title),
            f"{config.site_url}{page.url}",
            page.file.src_uri,
            _texts[page.file.src_uri],
        )
        for page in _site["nav"].pages
    ]
    llms.write(Path(config.site_dir), config.site_name, str(config.site_description), pages)


def _root_pages() -> reference.Pages:
    names = {**_SOURCE_PAGES, **{path: name for path, name in _OPTIONAL_PAGES.items() if (ROOT / name).exists()}}
    return {path: (ROOT / name).read_text(encoding="utf-8") for path, name in names.items()}


def _exists(path: str) -> bool:
    return path in _pages or (ROOT / "docs" / path).exists()


def _folder(name: str) -> list[str]:
    """Return the pages of a folder, the index first."""
    paths = sorted((ROOT / "docs" / name).glob("**/*.md"), key=lambda path: (path.name != "index.md", path))
    return [path.relative_to(ROOT / "docs").as_posix() for path in paths]


def _source_of(path: str) -> str:
    return {**_SOURCE_PAGES, **_OPTIONAL_PAGES}.get(path, f"docs/{path}")


def _relative(source: str, target: str) -> str:
    return "../" * source.count("/") + target


def _section(page: Page) -> str:
    parents = [parent for parent in page.ancestors if isinstance(parent, Section)]
    return str(parents[-1].title) if parents else "Start"
