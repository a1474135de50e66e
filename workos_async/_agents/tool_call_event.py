"""The audit log event of a tool call."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.clock import unix_time
from workos_core.errors import InvalidArgumentTypeError

if TYPE_CHECKING:
    from workos_core.params.audit_logs import AuditLogEventActorParam, AuditLogEventParam

_ACTOR_TYPES = {"user": "user", "m2m": "application", "agent": "agent"}


def check_actor(actor: object) -> "ConnectTokenClaims | AuditLogEventActorParam":
    """Return the actor of a tool call.

    Raises:
        InvalidArgumentTypeError: It is neither the claims of a token nor a dict.
    """
    if not isinstance(actor, (ConnectTokenClaims, dict)):
        raise InvalidArgumentTypeError(
            "actor must be the claims of a token, such as get_principal(context).claims, or a dict with id and type "
            f"(got {type(actor).__name__})"
        )
    return cast("ConnectTokenClaims | AuditLogEventActorParam", actor)


def tool_call_event(
    action: str,
    tool: str,
    actor: "ConnectTokenClaims | AuditLogEventActorParam",
    on_behalf_of: str | None,
    location: str,
    metadata: Mapping[str, str | float | bool],
) -> "AuditLogEventParam":
    """Return the event: its targets are the tool, and the user for whom the actor acts."""
    targets: list[Any] = [{"type": "tool", "id": tool}]
    user = on_behalf_of or (_user_of(actor) if isinstance(actor, ConnectTokenClaims) else None)
    if user is not None:
        targets.append({"type": "user", "id": user})
    return {
        "action": action,
        "occurred_at": datetime.fromtimestamp(unix_time(), UTC),
        "actor": _actor_of(actor) if isinstance(actor, ConnectTokenClaims) else actor,
        "targets": targets,
        "context": {"location": location},
        "metadata": dict(metadata),
    }


def _actor_of(claims: ConnectTokenClaims) -> "AuditLogEventActorParam":
    return {"type": _ACTOR_TYPES[claims.kind], "id": claims.sub}


def _user_of(claims: ConnectTokenClaims) -> str | None:
    """Return the user for whom an agent acts."""
    user = claims.claims.get("act_for")
    return user if isinstance(user, str) else None
