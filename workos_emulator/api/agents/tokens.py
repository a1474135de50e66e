"""Handlers of agent access tokens, which are JWTs signed with the environment's key."""

from datetime import timedelta
from typing import Any

from workos_emulator.api.agents import blueprints
from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.agents import agent_session_status
from workos_emulator.storage.clock import stamp
from workos_emulator.storage.objects.agents import AgentBlueprint, AgentInstance, AgentSession
from workos_emulator.storage.objects.organizations import Membership


def _verify_token(call: Call, token: str, name: str) -> dict[str, Any]:
    """Return the claims of a token of this environment.

    Raises:
        ApiError: 400 if the signature is invalid or the token has expired.
    """
    claims = call.environment.signing_key.verify(token)
    if claims is None or int(claims.get("exp", 0)) <= call.state.now().timestamp():
        raise errors.plain(400, f"The {name} is invalid or has expired.")
    return claims


def _require_field(call: Call, name: str) -> str:
    if name not in call.body:
        raise errors.invalid_field(name, "required")
    return str(call.body[name])


@operation("createAgentBlueprintToken")
def create(call: Call) -> Result:
    """Create an access token. Every type except `refresh` starts a new session."""
    blueprint = blueprints.find(call)
    if call.body["type"] == "refresh":
        return _refresh(call, blueprint)
    instance, is_new, membership = _find_or_create_instance(call, blueprint)
    now, settings = call.state.now(), blueprint.settings
    permissions = blueprint.permissions
    if membership is not None:
        allowed = call.state.roles.permissions(membership.role_slugs, membership.organization_id)
        permissions = [slug for slug in permissions if slug in allowed]
    expires_at = now + timedelta(seconds=settings["max_age_seconds"])
    session = AgentSession(
        id=call.state.ids.new("agent_instance_session"),
        instance_id=instance.id,
        permissions=permissions,
        intent=call.body.get("intent"),
        expires_at=expires_at,
        refresh_token=call.state.ids.secret(32),
        refresh_expires_at=min(expires_at, now + timedelta(seconds=settings["refresh_token_ttl_seconds"])),
        created_at=now,
        updated_at=now,
    )
    call.state.agents.sessions.add(session)
    return _render_token(call, blueprint, instance, session, is_new=is_new)


def _find_or_create_instance(call: Call, blueprint: AgentBlueprint) -> tuple[AgentInstance, bool, Membership | None]:
    """Return the instance for a token, whether it is new, and the membership it acts for."""
    state, kind = call.state, call.body["type"]
    if kind == "agent_delegated":
        session = _session_of_token(call, blueprint, _require_field(call, "agent_access_token"))
        instance = state.agents.instances.get(session.instance_id)
        assert instance is not None
        membership = state.memberships.get(instance.membership_id or "")
        if membership is not None and membership.status != "active":
            raise errors.plain(403, "The user is not an active member of the organization.")
        return instance, False, membership
    membership = None
    if kind == "user_delegated":
        claims = _verify_token(call, _require_field(call, "user_access_token"), "user_access_token")
        membership = state.memberships.find("pair", (claims.get("sub"), claims.get("org_id")))
        if membership is None or membership.status != "active":
            raise errors.plain(403, "The user is not an active member of the organization.")
        if blueprint.role_slugs and not set(blueprint.role_slugs) & set(membership.role_slugs):
            raise errors.plain(403, "The user's roles do not allow them to invoke this agent.")
    organization_id = membership.organization_id if membership else _require_field(call, "organization_id")
    if organization_id not in state.organizations:
        raise errors.not_found("Organization", organization_id)
    if blueprint.organization_ids and organization_id not in blueprint.organization_ids:
        raise errors.plain(403, "The agent cannot be invoked in this organization.")
    if ("delegated" if membership else "autonomous") not in blueprint.instance_types:
        raise errors.plain(403, "The agent cannot be invoked as this instance type.")
    membership_id = membership.id if membership else None
    existing = state.agents.instances.find("key", (blueprint.id, organization_id, membership_id))
    if existing is not None:
        return existing, False, membership
    now = state.now()
    instance = AgentInstance(
        id=state.ids.new("agent_instance"),
        blueprint_id=blueprint.id,
        organization_id=organization_id,
        membership_id=membership_id,
        created_at=now,
        updated_at=now,
    )
    return state.agents.instances.add(instance), True, membership


def _refresh(call: Call, blueprint: AgentBlueprint) -> Result:
    session = call.state.agents.sessions.find("refresh_token", _require_field(call, "refresh_token"))
    instance = call.state.agents.instances.get(session.instance_id) if session else None
    now = call.state.now()
    if session is None or instance is None or instance.blueprint_id != blueprint.id:
        raise errors.plain(400, "The refresh_token is invalid.")
    if agent_session_status(call.state, session) != "active" or session.refresh_expires_at <= now:
        raise errors.plain(400, "The refresh_token has expired.")
    lifetime = timedelta(seconds=blueprint.settings["refresh_token_ttl_seconds"])
    session.refresh_token, session.updated_at = call.state.ids.secret(32), now
    session.refresh_expires_at = min(session.expires_at, now + lifetime)
    call.state.agents.sessions.changed(session)
    return _render_token(call, blueprint, instance, session, is_new=False)


def _render_token(
    call: Call, blueprint: AgentBlueprint, instance: AgentInstance, session: AgentSession, *, is_new: bool
) -> dict[str, Any]:
    now, membership = call.state.now(), call.state.memberships.get(instance.membership_id or "")
    seconds = min(
        blueprint.settings["access_token_ttl_seconds"], max(1, int((session.expires_at - now).total_seconds()))
    )
    claims: dict[str, Any] = {
        "iss": call.state.settings.issuer,
        "sub": instance.id,
        "sid": session.id,
        "jti": call.state.ids.ulid(),
        "client_id": call.environment.client_id,
        "org_id": instance.organization_id,
        "agent_blueprint_id": blueprint.id,
        "permissions": session.permissions,
        "iat": int(now.timestamp()),
        "exp": int(now.timestamp()) + seconds,
    }
    if session.intent is not None:
        claims["intent"] = {"text": session.intent}
    if membership is not None:
        claims["act_for"] = membership.user_id
    return {
        "access_token": call.environment.signing_key.sign(claims),
        "token_type": "Bearer",
        "expires_in": seconds,
        "refresh_token": session.refresh_token,
        "agent_instance_id": instance.id,
        "new_instance": is_new,
        "agent_instance_session_id": session.id,
        "permissions": session.permissions,
    }


def _session_of_token(call: Call, blueprint: AgentBlueprint, token: str) -> AgentSession:
    claims = _verify_token(call, token, "agent_access_token")
    session = call.state.agents.sessions.get(str(claims.get("sid")))
    if session is None or claims.get("agent_blueprint_id") != blueprint.id:
        raise errors.plain(400, "The agent_access_token belongs to another agent.")
    if agent_session_status(call.state, session) != "active":
        raise errors.plain(400, "The session of the agent_access_token has ended.")
    return session


@operation("validateAgentBlueprintToken", behavior="computed")
def validate(call: Call) -> Result:
    """Validate an agent access token and return the session it belongs to."""
    blueprint = blueprints.find(call)
    session = _session_of_token(call, blueprint, call.body["agent_access_token"])
    instance = call.state.agents.instances.get(session.instance_id)
    assert instance is not None
    membership = call.state.memberships.get(instance.membership_id or "")
    return {
        "valid": True,
        "agent_instance_id": instance.id,
        "agent_instance_session_id": session.id,
        "organization_id": instance.organization_id,
        "permissions": session.permissions,
        "intent": session.intent,
        "acting_user_id": membership.user_id if membership else None,
        "session_expires_at": stamp(session.expires_at),
    }
