"""Translation of async modules to sync modules, token by token: `async` and `await` are removed, protocol names are replaced."""

import ast
import re
import tokenize
from collections.abc import Iterable

from codegen.formatting import format_all
from codegen.problems import CodegenError, Problem
from codegen.render.header import header

# Replacements of whole tokens. An unused rule is an error.
RENAMES = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "AsyncBaseTransport": "BaseTransport",
    "AsyncClient": "Client",
    "AsyncConnectionPool": "ConnectionPool",
    "AsyncHTTP11Connection": "HTTP11Connection",
    "AsyncHTTPTransport": "HTTPTransport",
    "StopAsyncIteration": "StopIteration",
    "aclose": "close",
    "handle_async_request": "handle_request",
    "workos_async": "workos_sync",
}
TEST_RENAMES = {"AsyncIterator": "Iterator"}
_REMAINING = re.compile(
    r"\b((?<!workos-)async|await|workos_async|asyncio|anyio|aclose|handle_async_request|AsyncBaseTransport|AsyncHTTPTransport|AsyncHTTP11Connection|AsyncConnectionPool|AsyncClient|AsyncIterator|StopAsyncIteration|__a(?:enter|exit|iter|next)__)\b"
)
_REMOVED = ("async", "await")


def translate(
    files: dict[str, str], targets: dict[str, str], renames: Iterable[str] = tuple(RENAMES)
) -> dict[str, str]:
    """Translate async modules.

    Args:
        files: Path → text of each async module.
        targets: Path of each async module → path of its sync twin.
        renames: The rules that must be used at least once.

    Raises:
        CodegenError: Async code remains in the output, or a rule was not used.
    """
    used: set[str] = set()
    result = format_all({targets[path]: _translate(text, path, used) for path, text in sorted(files.items())})
    problems = [
        Problem(f"the rename rule {name} in codegen/unasync.py is unused") for name in renames if name not in used
    ]
    for path, text in result.items():
        problems += _remaining(path, text)
    if problems:
        raise CodegenError(problems)
    return result


def override(path: str, text: str, source: str) -> dict[str, str]:
    """Return a handwritten sync twin with the header of generated files."""
    return format_all({path: f"{header(source)}\n{text}"})


def _translate(text: str, source: str, used: set[str]) -> str:
    lines = text.splitlines(keepends=True)
    if lines and lines[0].startswith("# Generated from"):
        lines[0] = ""
    rules = {**RENAMES, **TEST_RENAMES}
    pieces: list[str] = []
    end = (1, 0)
    skip_space = False
    lines = "".join(lines).splitlines(keepends=True)
    for token in tokenize.generate_tokens(iter([*lines, ""]).__next__):
        gap = _between(lines, end, token.start)
        pieces.append("" if skip_space and not gap.strip() and "\n" not in gap else gap)
        skip_space = False
        end = token.end
        if token.type == tokenize.NAME and token.string in _REMOVED:
            skip_space = True
        elif token.type == tokenize.NAME and token.string in rules:
            used.add(token.string)
            pieces.append(rules[token.string])
        elif token.type == tokenize.STRING:
            pieces.append(_string(token.string, used))
        else:
            pieces.append(token.string)
    return f"{header(source)}\n{''.join(pieces)}"


def _string(text: str, used: set[str]) -> str:
    """Replace module names inside strings (lazy imports, forward references)."""
    if not re.search(r"\bworkos_async\b", text):
        return text
    used.add("workos_async")
    return re.sub(r"\bworkos_async\b", RENAMES["workos_async"], text)


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]] if start[0] <= len(lines) else ""
    middle = [lines[start[0] - 1][start[1] :], *lines[start[0] : end[0] - 1]]
    tail = lines[end[0] - 1][: end[1]] if end[0] <= len(lines) else ""
    return "".join([*middle, tail])


def _remaining(path: str, text: str) -> list[Problem]:
    tree = ast.parse(text)
    async_nodes = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
    problems = [
        Problem(f"{path}:{node.lineno}: async code remains") for node in ast.walk(tree) if isinstance(node, async_nodes)
    ]
    body = text.partition("\n")[2]
    problems += [Problem(f"{path}: the name {name} remains") for name in sorted(set(_REMAINING.findall(body)))]
    return problems
