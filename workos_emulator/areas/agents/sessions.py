"""Agent instances and their sessions. Both come into being when tokens are created."""

from functools import partial
from typing import Any

from workos_emulator import dependents, errors
from workos_emulator.clock import stamp, stamp_or_none
from workos_emulator.records.agents import AgentInstance, AgentSession
from workos_emulator.registry import Answer, Call, operation
from workos_emulator.state import State


def _render_instance(instance: AgentInstance) -> dict[str, Any]:
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


def _render_session(state: State, session: AgentSession) -> dict[str, Any]:
    return {
        "object": "agent_instance_session",
        "id": session.id,
        "agent_instance_id": session.instance_id,
        "status": status(state, session),
        "expires_at": stamp(session.expires_at),
        "revoked_at": stamp_or_none(session.revoked_at),
        "created_at": stamp(session.created_at),
        "updated_at": stamp(session.updated_at),
    }


def status(state: State, session: AgentSession) -> str:
    """`active`, `revoked` or `expired`."""
    if session.revoked_at is not None:
        return "revoked"
    return "active" if state.now() < session.expires_at else "expired"


def _instance(call: Call) -> AgentInstance:
    instance = call.state.agents.instances.get(call.path["agent_instance_id"])
    if instance is None:
        raise errors.not_found("Agent instance", call.path["agent_instance_id"])
    return instance


def _session(call: Call) -> AgentSession:
    session = call.state.agents.sessions.get(call.path["agent_instance_session_id"])
    if session is None:
        raise errors.not_found("Agent instance session", call.path["agent_instance_session_id"])
    return session


def _fits(call: Call, instance: AgentInstance) -> bool:
    return call.query.get("organization_id") in (None, instance.organization_id) and call.query.get(
        "agent_blueprint_id"
    ) in (None, instance.blueprint_id)


@operation("listAgentInstances")
def list_instances(call: Call) -> Answer:
    """List instances by organization and blueprint."""
    return call.page(call.state.agents.instances, _render_instance, keep=partial(_fits, call))


@operation("getAgentInstance")
def get_instance(call: Call) -> Answer:
    """Get an instance."""
    return _render_instance(_instance(call))


@operation("deleteAgentInstance")
def delete_instance(call: Call) -> Answer:
    """Delete an instance with its sessions."""
    dependents.delete_agent_instance(call.state, _instance(call))
    return None


@operation("listAgentInstanceSessions")
def list_sessions(call: Call) -> Answer:
    """List sessions by organization, blueprint and instance."""

    def keep(session: AgentSession) -> bool:
        instance = call.state.agents.instances.get(session.instance_id)
        assert instance is not None
        return _fits(call, instance) and call.query.get("agent_instance_id") in (None, instance.id)

    return call.page(call.state.agents.sessions, partial(_render_session, call.state), keep=keep)


@operation("getAgentInstanceSession")
def get_session(call: Call) -> Answer:
    """Get a session."""
    return _render_session(call.state, _session(call))


@operation("revokeAgentInstanceSession")
def revoke(call: Call) -> Answer:
    """End a session; nothing happens to one that has ended."""
    session = _session(call)
    if status(call.state, session) == "active":
        session.revoked_at = session.updated_at = call.state.now()
    return _render_session(call.state, session)
