"""docs/names.md: the method for each endpoint, and its names in other client libraries."""

from codegen.ir import Api, Method
from codegen.naming import python_name

PATH = "docs/names.md"


def render_method_names(api: Api) -> str:
    """Return the page, with a table sorted by endpoint."""
    rows = [
        _row(method)
        for method in sorted(api.methods, key=lambda method: (method.path, method.http_method, method.name))
    ]
    return "\n".join(
        [
            "<!-- Generated from spec/ by `python -m codegen`. Do not edit: change the source and run `nox -s generate`. -->",
            "# Method names",
            "",
            "Every endpoint, its method in this SDK, and its names in the API reference, the Node SDK and the official Python SDK.",
            "Search for the name you know. The names are the same in `workos_async` and `workos_sync`.",
            "",
            "| Endpoint | This SDK | API reference and Node SDK | Official Python SDK |",
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
    """Return the names in another client library; where one endpoint has several methods, only the names that match `method`."""
    names = method.known_as.get(client, [])
    matching = [name for name in names if python_name(name.partition(".")[2]) == method.name]
    return ", ".join(f"`{name}`" for name in matching or names) or "–"
