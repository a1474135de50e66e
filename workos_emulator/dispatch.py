"""From a request to the answer of an operation."""

from workos_emulator import auth, errors, validation
from workos_emulator.messages import Request, Response
from workos_emulator.registry import Call, Environment, handlers
from workos_emulator.routing import default_router
from workos_emulator.spec import Operation


def find(request: Request) -> tuple[Operation, dict[str, str]]:
    """The operation that a request calls, and the decoded path parameters.

    Raises:
        ApiError: 404 or 405.
    """
    return default_router().match(request.method, request.path)


def answer(environment: Environment, operation: Operation, path: dict[str, str], request: Request) -> Response:
    """Check the request and let the operation's handler answer it.

    Raises:
        ApiError: Any documented error; 501 for an operation that the emulator does not do.
    """
    auth.check(environment, operation, request)
    handler = handlers().get(operation.id)
    if handler is None:
        raise errors.coded(501, "not_implemented", f"The emulator does not do {operation.id} ({operation.path}) yet.")
    validation.check_path(operation, path)
    query = validation.check_query(operation, request, exclusive_rules=handler.exclusive_rules)
    body = validation.check_body(operation, request, exclusive_rules=handler.exclusive_rules)
    result = handler.function(Call(environment, operation, request, path, query, body))
    if isinstance(result, Response):
        return result
    if result is None:
        return Response(operation.success)
    return Response.json(operation.success, result)
