"""The dispatch of a request to the handler of its operation."""

from workos_emulator.api.handlers import handlers
from workos_emulator.api.registry import Handler
from workos_emulator.auth import credentials
from workos_emulator.auth.call import Call
from workos_emulator.http import errors, validation
from workos_emulator.http.messages import Request, Response
from workos_emulator.http.spec import Operation
from workos_emulator.server import idempotency
from workos_emulator.server.routing import default_router
from workos_emulator.storage.environment import Environment


def find(request: Request) -> tuple[Operation, dict[str, str]]:
    """Return the operation that a request calls, and the decoded path parameters.

    Raises:
        ApiError: 404 or 405.
    """
    return default_router().match(request.method, request.path)


def respond(environment: Environment, operation: Operation, path: dict[str, str], request: Request) -> Response:
    """Validate the request and call the handler of the operation.

    Raises:
        ApiError: Any documented error, or 501 for an operation that the emulator does not implement.
    """
    if environment.state.settings.rate_limits:
        environment.state.rate_limits.check(operation, path, request, environment.state.now())
    credentials.check_credentials(environment, operation, request)
    handler = handlers().get(operation.id)
    if handler is None:
        raise errors.coded(501, "not_implemented", f"The emulator does not implement {operation.id}: {operation.path}.")
    validation.check_path(operation, path)
    strict = environment.state.settings.strict_query_parameters
    query = validation.check_query(operation, request, exclusive_rules=handler.exclusive_rules, strict=strict)
    body = validation.check_body(operation, request, exclusive_rules=handler.exclusive_rules)
    response = idempotency.find_response(environment.state, operation, request)
    if response is None:
        response = _run(handler, Call(environment, operation, request, path, query, body))
        idempotency.store_response(environment.state, operation, request, response)
    return response


def _run(handler: Handler, call: Call) -> Response:
    events = call.state.events
    try:
        result = handler.function(call)
    finally:
        events.flush()
    if isinstance(result, Response):
        return result
    status = call.operation.success
    return Response(status) if result is None else Response.json(status, result)
