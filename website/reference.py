"""The pages of the reference, as Markdown that mkdocstrings completes."""

from website import cli, control_api
from website.packages import PublicName, definitions, exports, first_line, submodules

Pages = dict[str, str]
"""The Markdown of each page by its path below `docs/`."""

_SYNC = "The sync client, `workos_sync`, has the same methods: call them without `await`, and iterate with `for` instead of `async for`."
_FRAMEWORKS = {
    "fastapi": "FastAPI",
    "starlette": "Starlette",
    "asgi": "ASGI",
    "flask": "Flask",
    "litestar": "Litestar",
}
_DJANGO = ("", "users", "middleware", "admin", "rest_framework", "ninja")


def reference_pages() -> Pages:
    """Return all pages of the reference."""
    pages = {
        "reference/client.md": _client(),
        "reference/errors.md": _errors(),
        "reference/auth.md": _facade("workos_core.auth", "Authentication values"),
        "reference/webhooks.md": _facade("workos_core.webhooks", "Webhook values"),
        "reference/vault.md": _facade("workos_core.vault", "Vault values"),
        "reference/mcp.md": _facade("workos_mcp", "MCP servers"),
        "reference/testing.md": _facade("workos_testing", "Pytest fixtures"),
        "reference/emulator.md": _facade("workos_emulator", "Emulator"),
        "reference/cli.md": cli.page(),
        "reference/control-api.md": control_api.page(),
        **_resources(),
        **_modules("workos_core.models", "reference/models", "Models"),
        **_modules("workos_core.params", "reference/params", "Arguments"),
        **_frameworks(),
    }
    return {"reference/index.md": _index(pages), **pages}


def navigation(pages: Pages) -> list[dict[str, object]]:
    """Return the entries of the reference for the navigation."""
    groups: dict[str, list[dict[str, str]]] = {"resources": [], "models": [], "params": [], "web": []}
    for path in pages:
        folder = path.removeprefix("reference/").partition("/")[0]
        if folder in groups:
            title = pages[path].partition("\n")[0].removeprefix("# ")
            groups[folder].append({title.rpartition(": ")[2]: path})
    return [
        {"Client": "reference/client.md"},
        {"Resources": groups["resources"]},
        {"Models": groups["models"]},
        {"Arguments": groups["params"]},
        {"Errors": "reference/errors.md"},
        {"Authentication": "reference/auth.md"},
        {"Webhooks": "reference/webhooks.md"},
        {"Vault": "reference/vault.md"},
        {"Web frameworks": groups["web"]},
        {"MCP servers": "reference/mcp.md"},
        {"Testing": ["reference/testing.md", "reference/emulator.md", "reference/control-api.md"]},
        {"Command line": "reference/cli.md"},
    ]


def directive(path: str, **options: object) -> str:
    """Return the mkdocstrings directive for a definition."""
    lines = [f"::: {path}"]
    if options:
        lines += ["    options:", *(f"      {name}: {value}" for name, value in options.items())]
    return "\n".join(lines)


def _page(title: str, introduction: str, names: list[str]) -> str:
    return "\n\n".join([f"# {title}", introduction, *map(directive, names)]) + "\n"


def _client() -> str:
    own = [
        name
        for name in exports("workos_async")
        if not name.path.startswith(("workos_core.errors.", "workos_core.auth."))
    ]
    first = [name for name in own if name.name == "WorkOS"]
    rest = [name for name in own if name.name != "WorkOS"]
    introduction = (
        f"The public names of `workos_async`. {_SYNC} [Client settings](../client.md) explains the arguments by task."
    )
    return _page("Client", introduction, [name.path for name in [*first, *rest]])


def _errors() -> str:
    return _page(
        "Errors",
        "Every exception, in `workos_core.errors`. [Errors](../errors.md) shows which ones to catch.",
        [f"workos_core.errors.{name}" for name in definitions("workos_core.errors")],
    )


def _facade(package: str, title: str) -> str:
    names: list[PublicName] = exports(package)
    return _page(title, f"The public names of `{package}`. {first_line(package)}", [name.path for name in names])


def _resources() -> Pages:
    pages: Pages = {}
    for module in submodules("workos_async.resources"):
        (name,) = [each for each in definitions(f"workos_async.resources.{module}") if not each.endswith("Params")][:1]
        introduction = f"Every method of `workos.{module}`, with its arguments and its result. {_SYNC}"
        text = f"# workos.{module}\n\n{introduction}\n\n" + directive(
            f"workos_async.resources.{module}.{name}", show_root_heading="false", show_root_toc_entry="false"
        )
        pages[f"reference/resources/{module}.md"] = text + "\n"
    return pages


def _modules(package: str, folder: str, title: str) -> Pages:
    pages: Pages = {}
    for module in submodules(package):
        names = [name.path for name in exports(f"{package}.{module}")]
        if names:
            introduction = f"Import these names from `{package}`."
            pages[f"{folder}/{module}.md"] = _page(f"{title}: {module.replace('_', ' ')}", introduction, names)
    return pages


def _frameworks() -> Pages:
    pages: Pages = {}
    for module, title in _FRAMEWORKS.items():
        pages[f"reference/web/{module}.md"] = _facade(f"workos_web.{module}", title)
    sections = ["# Django"]
    for module in _DJANGO:
        name = f"workos_web.django.{module}".removesuffix(".")
        sections += [f"The public names of `{name}`.", *(directive(each.path) for each in exports(name))]
    pages["reference/web/django.md"] = "\n\n".join(sections) + "\n"
    return pages


def _index(pages: Pages) -> str:
    rows = [
        f"- [{text.partition(chr(10))[0].removeprefix('# ')}]({path.removeprefix('reference/')})"
        for path, text in pages.items()
    ]
    return "# Reference\n\nEverything that is public, generated from the source.\n\n" + "\n".join(rows) + "\n"
