"""A call of an API operation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from workos_emulator.http import errors, validation
from workos_emulator.http.messages import Request
from workos_emulator.http.spec import Operation
from workos_emulator.storage import pagination
from workos_emulator.storage.environment import Environment
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Collection, Entity

E = TypeVar("E", bound=Entity)


@dataclass(slots=True, frozen=True)
class Call:
    """A routed, authorized and validated request to an operation.

    Attributes:
        environment: The environment.
        operation: The operation.
        request: The original request.
        path: The decoded path parameters.
        query: The documented query parameters, converted to their types.
        body: The JSON body; empty if there is none.
    """

    environment: Environment
    operation: Operation
    request: Request
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]

    @property
    def state(self) -> State:
        """The stored objects."""
        return self.environment.state

    def not_found(self, kind: str, key: str) -> errors.ApiError:
        """Return the error for an unknown ID or name: 404, or 400 or 422 if the operation documents that instead."""
        documented = self.operation.raw["responses"]
        status = next((code for code in (404, 400, 422) if str(code) in documented), 404)
        return errors.plain(status, f"{kind} not found: '{key}'.")

    def page(
        self,
        collection: Collection[E],
        render: Callable[[E], Any],
        *,
        numbers: Sequence[int] | None = None,
        keep: Callable[[E], bool] | None = None,
    ) -> dict[str, Any]:
        """Return a page of a collection, selected by the call's query parameters (see `pagination.page`).

        Raises:
            ApiError: A cursor is unknown; the operation's validation error.
        """
        try:
            return pagination.page(collection, self.query, render, numbers=numbers, keep=keep)
        except pagination.UnknownCursorError as error:
            raise validation.validation_error(
                self.operation, [{"field": error.field, "code": "unknown_cursor"}]
            ) from None
