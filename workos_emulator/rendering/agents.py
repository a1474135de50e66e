"""Agents as JSON."""

from datetime import timedelta
from typing import Any

from workos_emulator.storage.clock import stamp, stamp_or_none
from workos_emulator.storage.objects.agents import AgentBlueprint, AgentInstance, AgentRegistration, AgentSession
from workos_emulator.storage.state import State


def render_blueprint(blueprint: AgentBlueprint) -> dict[str, Any]:
    """Return the agent blueprint as JSON."""
    return {
        "object": "agent_blueprint",
        "id": blueprint.id,
        "name": blueprint.name,
        "description": blueprint.description,
        "permissions": blueprint.permissions,
        "invocable_by": {"role_slugs": blueprint.role_slugs, "organization_ids": blueprint.organization_ids},
        "invocable_as": {"instance_types": blueprint.instance_types},
        "session_settings": blueprint.settings,
        "created_at": stamp(blueprint.created_at),
        "updated_at": stamp(blueprint.updated_at),
    }


USER_CODE_LIFETIME = timedelta(minutes=10)


def render_registration(state: State, registration: AgentRegistration) -> dict[str, Any]:
    """Return the agent registration as JSON."""
    created, updated = stamp(registration.created_at), stamp(registration.updated_at)
    identity = {
        "id": registration.identity_id,
        "userland_user_id": registration.user_id if registration.completed_at else None,
        "created_at": created,
        "updated_at": updated,
    }
    claim = completion = None
    if registration.completion_id is not None and registration.completed_at is not None:
        completion = {
            "id": registration.completion_id,
            "created_at": stamp(registration.completed_at),
            "updated_at": stamp(registration.completed_at),
            "expires_at": stamp(registration.completed_at + USER_CODE_LIFETIME),
            "claimed_at": stamp(registration.completed_at),
        }
    if registration.claim_expires_at is not None:
        claim = {
            "id": registration.claim_id,
            "claim_completion": completion,
            "created_at": created,
            "updated_at": updated,
            "expires_at": stamp(registration.claim_expires_at),
        }
    return {
        "id": registration.id,
        "agent_identity": identity,
        "organization_id": registration.organization_id,
        "status": registration.status,
        "kind": registration.kind,
        "claim": claim,
        "created_at": created,
        "updated_at": updated,
        "revoked_at": stamp_or_none(registration.revoked_at),
    }


def render_instance(instance: AgentInstance) -> dict[str, Any]:
    """Return the agent instance as JSON."""
    return {
        "object": "agent_instance",
        "id": instance.id,
        "agent_blueprint_id": instance.blueprint_id,
        "organization_id": instance.organization_id,
        "organization_membership_id": instance.membership_id,
        "type": "delegated" if instance.membership_id else "autonomous",
        "created_at": stamp(instance.created_at),
        "updated_at": stamp(instance.updated_at),
    }


def render_agent_session(state: State, session: AgentSession) -> dict[str, Any]:
    """Return the agent instance session as JSON."""
    return {
        "object": "agent_instance_session",
        "id": session.id,
        "agent_instance_id": session.instance_id,
        "status": agent_session_status(state, session),
        "expires_at": stamp(session.expires_at),
        "revoked_at": stamp_or_none(session.revoked_at),
        "created_at": stamp(session.created_at),
        "updated_at": stamp(session.updated_at),
    }


def agent_session_status(state: State, session: AgentSession) -> str:
    """Return the status of an agent instance session: `active`, `revoked` or `expired`."""
    if session.revoked_at is not None:
        return "revoked"
    return "active" if state.now() < session.expires_at else "expired"
