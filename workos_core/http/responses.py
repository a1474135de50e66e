"""Responses as plain values, decoded by pure functions into a model, a page or an error."""

from collections.abc import Mapping
from types import NoneType
from typing import Any, Generic, TypeVar, cast

from attrs import field, frozen

from workos_core.errors import APIError, DecodeError
from workos_core.http.error_responses import error_from_response
from workos_core.http.operation import Operation
from workos_core.http.retry_after import parse_retry_after
from workos_core.json_types import is_array, is_object
from workos_core.serialization.json_text import parse_json
from workos_core.serialization.plain_values import plain_value

T = TypeVar("T")


@frozen
class Response:
    """An HTTP response. `repr` does not show headers and body, which may contain tokens.

    Attributes:
        status: The HTTP status code.
        headers: The headers by lower-case name.
        content: The body as received.
        attempts: The number of attempts, including the one with this response.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False, hash=False)
    content: bytes = field(repr=False)
    attempts: int = 1

    @property
    def request_id(self) -> str | None:
        """The `X-Request-ID` header, for WorkOS support."""
        return self.headers.get("x-request-id")

    @property
    def retry_after(self) -> float | None:
        """The delay of the `Retry-After` header in seconds; None if it is missing or invalid."""
        return parse_retry_after(self.headers.get("retry-after"), self.headers.get("date"))


def is_success(response: Response) -> bool:
    """Return whether the status is 2xx."""
    return 200 <= response.status < 300


def error_for(operation: Operation[Any], response: Response) -> APIError:
    """Return the exception for a response that is not a success."""
    return error_from_response(
        response.status,
        response.content,
        response.request_id,
        where=f"{operation.method} {operation.path}",
        retry_after=response.retry_after,
    )


def decode(operation: Operation[T], response: Response, requested_id: str | None = None) -> T:
    """Return the result of a successful response.

    Args:
        operation: The API operation.
        response: The response.
        requested_id: The `id` that the result must have; None if the operation does not return the object with a requested ID.

    Raises:
        DecodeError: The body is not JSON, has the wrong structure, or is the object with another ID.
    """
    kind = operation.result_type
    nothing = cast("T", None)  # an operation without a response type is an Operation[None]
    if kind is None:
        if response.content[:1] == b"<":  # the page of a server in front of the API
            raise _decode_error("expected an API response, not an HTML page", "$", response)
        return nothing
    if not response.content and _allows_none(kind):
        return nothing
    data: Any = _json(response)
    if operation.wrapped:
        if not is_object(data):
            raise _decode_error("expected an object", "$", response)
        if operation.wrapped not in data:
            raise _decode_error(f"missing the field {operation.wrapped!r}", "$", response)
        data = data[operation.wrapped]
    if requested_id is not None and is_object(data):
        expected_id: str = plain_value(requested_id)
        received_id = data.get("id", expected_id)
        # The API may accept a UUID in upper case. With any other difference, a broken proxy or cache has sent another response.
        if isinstance(received_id, str) and received_id.lower() != expected_id.lower():
            raise _decode_error(
                f"expected the requested id {expected_id!r} instead of {received_id!r}", "$.id", response
            )
    result: T = _structure(kind, data, response, f"$.{operation.wrapped}" if operation.wrapped else "$")
    return result


@frozen
class RawPage(Generic[T]):
    """A page whose items are not decoded yet.

    Attributes:
        before: The cursor of the previous page, or None.
        after: The cursor of the next page, or None.
    """

    before: str | None
    after: str | None
    _operation: Operation[T]
    _response: Response
    _data: list[Any] = field(repr=False)

    def items(self) -> list[T]:
        """Decode the items.

        Raises:
            DecodeError: An item has the wrong structure.
        """
        kind: Any = list[self._operation.result_type]  # type: ignore[name-defined]
        items: list[T] = _structure(kind, self._data, self._response, "$.data")
        return items


def parse_page(operation: Operation[T], response: Response) -> RawPage[T]:
    """Return a page without decoding its items. A list without metadata is a single page.

    Raises:
        DecodeError: The body is not a page.
    """
    data = _json(response)
    if not is_object(data):
        raise _decode_error("expected an object", "$", response)
    entries = data.get("data")
    if not is_array(entries):
        raise _decode_error("expected an array", "$.data", response)
    metadata: Any = data.get("list_metadata") or {}
    if not is_object(metadata):
        raise _decode_error("expected an object", "$.list_metadata", response)
    for name in ("before", "after"):
        if not isinstance(metadata.get(name), (str, NoneType)):  # the list would end too early
            raise _decode_error("expected a string", f"$.list_metadata.{name}", response)
    return RawPage(metadata.get("before"), metadata.get("after"), operation, response, entries)


def decode_page(operation: Operation[T], response: Response) -> tuple[list[T], str | None, str | None]:
    """Return the items of a page, its `before` cursor and its `after` cursor.

    Raises:
        DecodeError: The body is not a page, or an item has the wrong structure.
    """
    page = parse_page(operation, response)
    return page.items(), page.before, page.after


def _allows_none(kind: Any) -> bool:
    return type(None) in getattr(kind, "__args__", ())


def _json(response: Response) -> Any:
    try:
        return parse_json(response.content)
    except ValueError as error:
        raise _decode_error(
            f"expected JSON ({error})" if response.content else "expected JSON, but the body is empty", "$", response
        ) from None


def _structure(kind: Any, data: Any, response: Response, root: str) -> Any:
    from workos_core.serialization.converter import from_dict
    from workos_core.serialization.structure_errors import StructureError

    if data is None and not _allows_none(kind):
        raise _decode_error("expected a value, not null", root, response)
    try:
        return from_dict(kind, data)
    except StructureError as error:
        raise _decode_error(f"expected {error.expected}", root + error.path[1:], response) from None


def _decode_error(message: str, path: str, response: Response) -> DecodeError:
    return DecodeError(
        message,
        path=path,
        status=response.status,
        request_id=response.request_id,
        body=response.content.decode("utf-8", "replace"),
        attempts=response.attempts,
    )
