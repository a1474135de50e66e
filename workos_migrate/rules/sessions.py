"""Sessions: their creation, their results, and sealing."""

import libcst as cst

from workos_migrate.kinds import Client, OfficialName, SessionResult, SessionUser
from workos_migrate.official import SESSION_RESULTS, SESSIONS
from workos_migrate.rules.context import (
    Context,
    keyword_of,
    parenthesized,
    replace_with_literal,
    text_of,
    with_arguments,
)
from workos_migrate.scopes import dotted

_ENUM = "AuthenticateWithSessionCookieFailureReason"
_REASONS = {
    "INVALID_JWT": "invalid_jwt",
    "INVALID_SESSION_COOKIE": "invalid_session_cookie",
    "NO_SESSION_COOKIE_PROVIDED": "no_session_cookie_provided",
    "MFA_CHALLENGE_REQUIRED": "mfa_challenge",
    "MFA_ENROLLMENT_REQUIRED": "mfa_enrollment",
    "SSO_REQUIRED": "sso_required",
    "EMAIL_VERIFICATION_REQUIRED": "email_verification_required",
    "ORGANIZATION_SELECTION_REQUIRED": "organization_selection_required",
    "ORGANIZATION_AUTH_METHODS_REQUIRED": "organization_authentication_methods_required",
    "AUTHENTICATION_METHOD_NOT_ALLOWED": "authentication_method_not_allowed",
    "RADAR_CHALLENGE_REQUIRED": "radar_challenge",
    "REFRESH_DENIED": "invalid_grant",
    "REFRESH_NETWORK_ERROR": "api_unavailable",
}
_UNCERTAIN = {"REFRESH_DENIED", "REFRESH_NETWORK_ERROR"}


def migrate_sessions(context: Context) -> None:
    """Migrate the session helpers."""
    for node in context.nodes:
        if isinstance(node, cst.Call):
            function = context.kind(node.func)
            if isinstance(function, OfficialName) and function.module == "workos.session":
                _call(context, node, function.name)
        elif isinstance(node, cst.Attribute):
            _attribute(context, node)
        elif isinstance(node, cst.Subscript):
            _subscript(context, node)


def _call(context: Context, call: cst.Call, name: str) -> None:
    if name in SESSIONS:
        _construct(context, call)
    elif name in SESSION_RESULTS:
        ours = SESSION_RESULTS[name]
        context.edits.todo(
            call, f"{ours} has other arguments; return the result of the session itself", "session-results"
        )
    elif name == "seal_session_from_auth_response":
        _seal_session(context, call)
    elif name == "unseal_data":
        context.edits.todo(call, "unseal_session also reads the cookies of the official SDK", "sessions")


def _construct(context: Context, call: cst.Call) -> None:
    """Replace `Session(client=…, …)` with `client.user_management.load_sealed_session(…)`."""
    client = next((item for item in call.args if keyword_of(item) == "client"), None)
    if client is None or not isinstance(context.kind(client.value), Client):
        context.edits.todo(call, "call load_sealed_session of client.user_management", "sessions")
        return
    context.edits.inlined.add(call.func)
    position = call.args.index(client)

    def edit(updated: cst.Call) -> cst.Call:
        users = cst.Attribute(updated.args[position].value, cst.Name("user_management"))
        function = cst.Attribute(users, cst.Name("load_sealed_session"))
        rest = [item for index, item in enumerate(updated.args) if index != position]
        return with_arguments(updated.with_changes(func=function), rest)

    context.edits.replace(call, edit, "session")


def _seal_session(context: Context, call: cst.Call) -> None:
    """Replace `seal_session_from_auth_response(…)` with `seal_session(SessionData(…), password)`."""
    keywords = [keyword_of(item) for item in call.args]
    if "cookie_password" not in keywords or "" in keywords:
        context.edits.todo(call, "call seal_session(SessionData(…), cookie_password)", "sessions")
        return
    context.edits.inlined.add(call.func)
    context.edits.require("workos_core.auth", "SessionData")
    context.edits.require("workos_core.auth", "seal_session")
    password = keywords.index("cookie_password")

    def edit(updated: cst.Call) -> cst.Call:
        fields = [item for index, item in enumerate(updated.args) if index != password]
        data = with_arguments(updated.with_changes(func=cst.Name("SessionData"), lpar=(), rpar=()), fields)
        return with_arguments(
            cst.Call(cst.Name("seal_session"), lpar=updated.lpar, rpar=updated.rpar),
            [cst.Arg(data), cst.Arg(updated.args[password].value)],
        )

    context.edits.replace(call, edit, "session")


def _attribute(context: Context, node: cst.Attribute) -> None:
    kind = context.kind(node.value)
    if isinstance(kind, OfficialName) and kind.name == _ENUM and node.attr.value in _REASONS:
        _reason(context, node)
    elif node.attr.value == "value" and _is_reason(context, node.value):
        context.edits.replace(node, lambda updated: updated.value if isinstance(updated, cst.Attribute) else updated)
    elif node.attr.value == "get" and _is_user(context, node.value):
        _get(context, node)


def _get(context: Context, node: cst.Attribute) -> None:
    """Replace `result.user.get("email")` with `result.user.email`, and `(result.user or {}).get("email")` with an expression that allows None."""
    call = context.parent(node)
    name = text_of(call.args[0].value) if isinstance(call, cst.Call) and len(call.args) == 1 else None
    if not isinstance(call, cst.Call) or name is None or not name.isidentifier():
        context.edits.todo(node, "the user is a model with attributes", "sessions")
        return
    user = node.value
    # Only `result.user or {}` means "if there is one"; a call on the left side would run twice.
    if isinstance(user, cst.BooleanOperation) and not (
        isinstance(user.operator, cst.Or)
        and isinstance(user.right, cst.Dict)
        and not user.right.elements
        and dotted(user.left)
    ):
        context.edits.todo(node, "the user is a model with attributes", "sessions")
        return

    is_alone = isinstance(
        context.parent(call), cst.Assign | cst.AnnAssign | cst.Return | cst.Arg | cst.Element | cst.DictElement
    )

    def edit(updated: cst.Call) -> cst.BaseExpression:
        assert isinstance(updated.func, cst.Attribute)
        user = updated.func.value
        if not isinstance(user, cst.BooleanOperation):
            return cst.Attribute(user, cst.Name(name))
        expression: cst.BaseExpression = cst.IfExp(
            user.left, cst.Attribute(user.left, cst.Name(name)), cst.Name("None")
        )
        return expression if is_alone else cst.ensure_type(parenthesized(expression), cst.IfExp)

    context.edits.replace(call, edit, "session")


def _reason(context: Context, node: cst.Attribute) -> None:
    context.edits.inlined.add(node.value)
    value = _REASONS[node.attr.value]
    if node.attr.value in _UNCERTAIN:
        context.edits.todo(node, f"the reason is {value!r} or another code; check `retryable` first", "sessions")
    outermost: cst.CSTNode = node
    parent = context.parent(node)
    if isinstance(parent, cst.Attribute) and parent.attr.value == "value":
        outermost = parent
    replace_with_literal(context, outermost, value, "session")


def _is_reason(context: Context, node: cst.BaseExpression) -> bool:
    return (
        isinstance(node, cst.Attribute)
        and node.attr.value == "reason"
        and isinstance(context.kind(node.value), SessionResult)
    )


def _is_user(context: Context, node: cst.BaseExpression) -> bool:
    return isinstance(context.kind(node), SessionUser)


def _subscript(context: Context, node: cst.Subscript) -> None:
    """Replace `result.user["email"]` with `result.user.email`."""
    if not _is_user(context, node.value) or len(node.slice) != 1:
        return
    index = node.slice[0].slice
    name = text_of(index.value) if isinstance(index, cst.Index) else None
    if name is None or not name.isidentifier():
        context.edits.todo(node, "the user is a model with attributes", "sessions")
        return
    context.edits.replace(
        node,
        lambda updated: cst.Attribute(updated.value, cst.Name(name)) if isinstance(updated, cst.Subscript) else updated,
        "session",
    )
