"""Errors: their attributes, and the order of `except` clauses. Their classes are renamed with the imports."""

import libcst as cst

from workos_migrate.inference import instance_of
from workos_migrate.kinds import Error, OfficialName
from workos_migrate.rules.context import Context, keyword_argument, keyword_of, text_of, with_arguments

_RENAMED = {"status_code": "status", "response_json": "body"}
_IN_DETAILS = {"param"}
_MISSING = {
    "raw_body": "error.body is the decoded body",
    "request_method": "the text of the error has the method",
    "request_url": "the text of the error has the path",
    "response": "the error has status, body and request_id instead of a response",
}
# Error → the status that it has if a test creates it without one.
_STATUS = {
    "APIError": 500,
    "AuthenticationError": 401,
    "AuthenticationFlowError": 403,
    "AuthenticationMethodNotAllowedError": 403,
    "AuthorizationError": 403,
    "BadRequestError": 400,
    "ConflictError": 409,
    "EmailPasswordAuthDisabledError": 403,
    "EmailVerificationRequiredError": 403,
    "MfaChallengeError": 403,
    "MfaEnrollmentError": 403,
    "NotFoundError": 404,
    "OrganizationAuthMethodsRequiredError": 403,
    "OrganizationSelectionRequiredError": 403,
    "PasskeyProgressiveEnrollmentError": 403,
    "RadarChallengeError": 403,
    "RadarSignUpChallengeError": 403,
    "RateLimitExceededError": 429,
    "ServerError": 500,
    "SsoRequiredError": 403,
    "UnprocessableEntityError": 422,
}
_IN_BODY = {"code", "error", "error_description", "errors", "param"}
_CONSTRUCTED = {"", "request_id", "status_code", *_IN_BODY}


def migrate_errors(context: Context) -> None:
    """Migrate the attributes of caught errors."""
    for node in context.nodes:
        if isinstance(node, cst.Attribute) and isinstance(context.kind(node.value), Error):
            _attribute(context, node)
        elif (
            isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in ("getattr", "hasattr")
        ):
            _getattr(context, node)
        elif isinstance(node, cst.Call):
            _construct(context, node)
        elif isinstance(node, cst.MatchClass):
            _match(context, node)
        elif isinstance(node, cst.Try):
            _order(context, node)


def _attribute(context: Context, node: cst.Attribute) -> None:
    name = node.attr.value
    if name in _RENAMED:
        context.edits.rename(node, _RENAMED[name], "error")
    elif name in _IN_DETAILS:

        def edit(updated: cst.Attribute) -> cst.BaseExpression:
            get = cst.Attribute(cst.Attribute(updated.value, cst.Name("details")), cst.Name("get"))
            return cst.Call(get, [cst.Arg(context.literal(node, name))])

        context.edits.replace(node, edit, "error")
    elif name in _MISSING:
        context.edits.todo(node, _MISSING[name], "errors")


def _construct(context: Context, node: cst.Call) -> None:
    """Migrate the arguments of an error that a test creates."""
    kind = context.kind(node.func)
    name = kind.name if isinstance(kind, OfficialName) else ""
    if name not in _STATUS:
        return
    keywords = [keyword_of(argument) for argument in node.args]
    allowed = _CONSTRUCTED | ({"retry_after"} if name == "RateLimitExceededError" else set[str]())
    if any(argument.star for argument in node.args) or keywords[:1] != [""] or not {*keywords} <= allowed:
        context.edits.todo(node, "create this error with a message, status, body and request_id", "errors")
        return

    def edit(updated: cst.Call) -> cst.Call:
        details = [item for item in updated.args if keyword_of(item) in _IN_BODY]
        kept = [
            item.with_changes(keyword=cst.Name(_RENAMED[keyword_of(item)])) if keyword_of(item) in _RENAMED else item
            for item in updated.args
            if item not in details
        ]
        if "status_code" not in keywords:
            kept.append(keyword_argument("status", cst.Integer(str(_STATUS[name]))))
        if details:
            elements = [cst.DictElement(cst.SimpleString(f'"{keyword_of(item)}"'), item.value) for item in details]
            kept.append(keyword_argument("body", cst.Dict(elements)))
        return with_arguments(updated, kept)

    context.edits.replace(node, edit, "error")


def _match(context: Context, node: cst.MatchClass) -> None:
    """Rename the attributes in `case APIError(status_code=404)`."""
    kind = context.kind(node.cls)
    if not isinstance(kind, OfficialName) or not isinstance(instance_of(kind), Error):
        return
    for element in node.kwds:
        name = element.key.value
        if name in _RENAMED:
            context.edits.rename(element.key, _RENAMED[name], "error")
        elif name in _IN_DETAILS or name in _MISSING:
            context.edits.todo(node, f"errors have no {name}", "errors")


def _getattr(context: Context, node: cst.Call) -> None:
    if len(node.args) < 2 or not isinstance(context.kind(node.args[0].value), Error):
        return
    argument = node.args[1].value
    name = text_of(argument)
    if name in _RENAMED and isinstance(argument, cst.SimpleString):
        quote = argument.quote
        context.edits.replace(
            argument, lambda updated: updated.with_changes(value=f"{quote}{_RENAMED[name]}{quote}"), "error"
        )
    elif name in _IN_DETAILS or name in _MISSING:
        context.edits.todo(node, f"errors have no {name}", "errors")


def _order(context: Context, node: cst.Try) -> None:
    """Move the clause for timeouts before that for failed connections: here, a timeout is a failed connection."""
    names = [_class_name(context, handler) for handler in node.handlers]
    if "WorkOSConnectionError" not in names or "WorkOSTimeoutError" not in names:
        return
    connection, timeout = names.index("WorkOSConnectionError"), names.index("WorkOSTimeoutError")
    if connection < timeout:

        def edit(updated: cst.Try) -> cst.Try:
            handlers = list(updated.handlers)
            handlers.insert(connection, handlers.pop(timeout))
            return updated.with_changes(handlers=handlers)

        context.edits.replace(node, edit, "error")


def _class_name(context: Context, handler: cst.ExceptHandler) -> str:
    kind = context.kind(handler.type)
    return kind.name if isinstance(kind, OfficialName) else ""
