"""Docstrings of resource clients and their methods."""

from typing import Any

from codegen.document import Resource
from codegen.ir import Argument, Method
from codegen.render.text import wrap

_OPTIONS_NOTE = "Every method that sends a request accepts `options` to set its timeout, retries and headers."
_HONORED_KEY = "Makes it safe to repeat the call; the API remembers the key for 24 hours. Generated if `None`."
_UNDOCUMENTED_KEY = (
    "Sent in the `Idempotency-Key` header. The API does not document it for this endpoint, so the key does not "
    "change which failures are retried."
)
_MANY = 5
_STATUS_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitExceededError",
}


class ResourceDocstrings:
    """The docstrings of one resource client.

    A rate limit that applies to more than five methods is described in the docstring of the class, not in each method.
    """

    def __init__(self, resource: Resource, methods: list[Method], limits: dict[str, Any]) -> None:
        self._resource = resource
        self._limits = limits
        names = [name for method in methods for name in method.rate_limits]
        self._shared_limits = sorted(name for name in set(names) if names.count(name) > _MANY)

    def class_docstring(self) -> str:
        """Return the docstring of the class, not wrapped."""
        blocks = [
            self._resource.description,
            *map(self._limit_note, self._shared_limits),
            _OPTIONS_NOTE,
            *_see(self._resource.docs_url),
        ]
        return "\n\n".join(blocks)

    def method_docstring(self, method: Method) -> str:
        """Return the docstring of a method; only its sections are wrapped."""
        blocks = [f"{method.summary.rstrip('.')}.", method.description, *self._notes(method)]
        blocks += _section("Args", _arguments(method))
        if method.returns_description:
            pager = "A pager that yields the items." if method.kind == "pager" else method.returns_description
            blocks += _section("Returns", [pager])
        blocks += _section("Raises", _raised(method))
        blocks += _see(method.docs_url)
        return "\n\n".join(filter(None, blocks))

    def _notes(self, method: Method) -> list[str]:
        notes = [self._limit_note(name) for name in method.rate_limits if name not in self._shared_limits]
        if method.feature_flag:
            notes.append(f"Available only to accounts that have the feature `{method.feature_flag}`.")
        if method.newer:
            notes.append("Not in WorkOS's published API description; known only from other client libraries.")
        return notes

    def _limit_note(self, name: str) -> str:
        limit = self._limits[name]
        period = "second" if limit["period"] == 1 else f"{limit['period']} seconds"
        return f"Documented rate limit: {limit['limit']} per {period}. {limit['description']}"


def _arguments(method: Method) -> list[str]:
    described = [argument for argument in method.arguments if argument.from_client != "api_key"]
    lines = [f"{argument.name}: {_argument_description(argument)}" for argument in described]
    if method.credentials == "access_token":
        lines.append("access_token: The access token of the user, sent instead of the API key.")
    if method.has_idempotency_key:
        note = _HONORED_KEY if method.accepts_idempotency_key else _UNDOCUMENTED_KEY
        lines.append(f"idempotency_key: {note}")
    return lines


def _argument_description(argument: Argument) -> str:
    text = argument.description
    if argument.from_client == "client_id":
        text += " Defaults to the `client_id` of the client."
    return f"Deprecated. {text}" if argument.deprecated else text


def _raised(method: Method) -> list[str]:
    if method.shares_errors_with and method.error_codes and method.kind != "url":
        return [f"APIError: The same errors as `{method.shares_errors_with}`."]
    return [
        f"{_STATUS_ERRORS.get(status, 'APIError')}: `code` or `error` is {_either(codes)}."
        for status, codes in sorted(method.error_codes.items())
    ]


def _see(url: str) -> list[str]:
    """Return the last paragraph of a docstring: a link to WorkOS's documentation."""
    return [f"See {url}"] if url else []


def _section(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    return [f"{title}:\n" + "\n".join(f"    {wrap(line, 4 if title == 'Returns' else 8)}" for line in lines)]


def _either(codes: list[str]) -> str:
    quoted = [f"`{code}`" for code in codes]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
