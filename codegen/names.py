"""docs/names.md: from an endpoint to our name, and from the names of other clients to ours."""

from codegen.ir import Api, Method
from codegen.naming import python_name

PATH = "docs/names.md"


def render_names(api: Api) -> str:
    """The table, in the order of endpoints."""
    rows = [
        _row(method)
        for method in sorted(api.methods, key=lambda method: (method.path, method.http_method, method.name))
    ]
    return "\n".join(
        [
            "<!-- Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`. -->",
            "# Names",
            "",
            "Every endpoint, our method for it, and what the API reference, the Node client and the official Python client call it.",
            "Look for the name you know; ours is the same in `workos_async` and `workos_sync`.",
            "",
            "| endpoint | ours | API reference and Node | official Python |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _row(method: Method) -> str:
    server = method.server.removeprefix("https://")
    endpoint = f"`{method.http_method} {server}{method.path}`"
    cells = [endpoint, f"`{method.resource}.{method.name}`", _cell(method, "node"), _cell(method, "python")]
    return f"| {' | '.join(cells)} |"


def _cell(method: Method, client: str) -> str:
    """The names of another client; where one endpoint is several methods, only those that are alike."""
    names = method.known_as.get(client, [])
    alike = [name for name in names if python_name(name.partition(".")[2]) == method.name]
    return ", ".join(f"`{name}`" for name in alike or names) or "–"
