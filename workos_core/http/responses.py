"""Answers as plain values: from what came to a model, a page or an error. Pure functions."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, cast

from attrs import field, frozen

from workos_core.errors import APIError, DecodeError, error_from_response
from workos_core.http.operation import Operation
from workos_core.http.retry_after import parse_retry_after
from workos_core.json_types import is_array, is_object
from workos_core.serialization.json_text import parse_json

T = TypeVar("T")


@frozen
class Response:
    """An answer.

    Headers and body are not shown in `repr`: they may hold tokens.

    Attributes:
        status: The HTTP status.
        headers: By lower-case name.
        content: The body, as it came.
        attempts: Which attempt this answers, from 1.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    attempts: int = 1

    @property
    def request_id(self) -> str | None:
        """The `X-Request-ID` header, which WorkOS support asks for."""
        return self.headers.get("x-request-id")

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait, if the answer says."""
        return parse_retry_after(self.headers.get("retry-after"))


def is_success(response: Response) -> bool:
    """Whether the answer is a success (2xx)."""
    return 200 <= response.status < 300


def error_for(operation: Operation[Any], response: Response) -> APIError:
    """The exception for an answer that is not a success."""
    return error_from_response(
        response.status,
        response.content,
        response.request_id,
        where=f"{operation.method} {operation.path}",
        retry_after=response.retry_after,
    )


def decode(operation: Operation[T], response: Response) -> T:
    """The result of a successful answer.

    Raises:
        DecodeError: The body is not JSON, or has another shape than the operation promises.
    """
    kind = operation.returns
    nothing = cast("T", None)  # an operation without a type is an Operation[None]
    if kind is None:
        if response.content[:1] == b"<":  # a page of something between here and the API, which nothing has reached
            raise _decode_error("an answer of the API expected, not a page", "$", response)
        return nothing
    if not response.content and _allows_none(kind):
        return nothing
    data: Any = _json(response)
    if operation.wrapped:
        if not is_object(data):
            raise _decode_error("object expected", "$", response)
        if operation.wrapped not in data:
            raise _decode_error(f"the field {operation.wrapped!r} is missing", "$", response)
        data = data[operation.wrapped]
    result: T = _structure(kind, data, response, f"$.{operation.wrapped}" if operation.wrapped else "$")
    return result


@frozen
class RawPage(Generic[T]):
    """A page whose cursors are known, and whose items are not decoded yet.

    Attributes:
        before: The cursor of the page before it, or None.
        after: The cursor of the page after it, or None.
    """

    before: str | None
    after: str | None
    _operation: Operation[T]
    _response: Response
    _data: list[Any] = field(repr=False)

    def items(self) -> list[T]:
        """Decode the items.

        Raises:
            DecodeError: They are not what the operation promises.
        """
        kind: Any = list[self._operation.returns]  # type: ignore[name-defined]
        items: list[T] = _structure(kind, self._data, self._response, "$.data")
        return items


def open_page(operation: Operation[T], response: Response) -> RawPage[T]:
    """A page as it came. A list without metadata is the only page.

    Raises:
        DecodeError: The body is no page.
    """
    data = _json(response)
    if not is_object(data):
        raise _decode_error("object expected", "$", response)
    entries = data.get("data")
    if not is_array(entries):
        raise _decode_error("array expected", "$.data", response)
    metadata: Any = data.get("list_metadata") or {}
    if not is_object(metadata):
        raise _decode_error("object expected", "$.list_metadata", response)
    before, after = metadata.get("before"), metadata.get("after")
    return RawPage(
        before if isinstance(before, str) else None,
        after if isinstance(after, str) else None,
        operation,
        response,
        entries,
    )


def decode_page(operation: Operation[T], response: Response) -> tuple[list[T], str | None, str | None]:
    """The items of a page, its `before` and its `after` cursor.

    Raises:
        DecodeError: The body is not a page of such items.
    """
    page = open_page(operation, response)
    return page.items(), page.before, page.after


def _allows_none(kind: Any) -> bool:
    return type(None) in getattr(kind, "__args__", ())


def _json(response: Response) -> Any:
    try:
        return parse_json(response.content)
    except ValueError as error:
        raise _decode_error(
            f"JSON expected ({error})" if response.content else "JSON expected, the body is empty", "$", response
        ) from None


def _structure(kind: Any, data: Any, response: Response, root: str) -> Any:
    from workos_core.serialization.converter import from_dict
    from workos_core.serialization.structure_errors import StructureError

    if data is None and not _allows_none(kind):
        raise _decode_error("null is no answer", root, response)
    try:
        return from_dict(kind, data)
    except StructureError as error:
        raise _decode_error(f"{error.expected} expected", root + error.path[1:], response) from None


def _decode_error(message: str, path: str, response: Response) -> DecodeError:
    text = response.content.decode("utf-8", "replace")
    return DecodeError(
        message,
        path=path,
        status=response.status,
        request_id=response.request_id,
        body=text,
        attempts=response.attempts,
    )
