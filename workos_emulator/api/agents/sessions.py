"""Handlers of agent instances and their sessions. Creating a token creates both."""

from functools import partial

from workos_emulator.api.registry import Result, operation
from workos_emulator.auth.call import Call
from workos_emulator.http import errors
from workos_emulator.rendering.agents import agent_session_status, render_agent_session, render_instance
from workos_emulator.storage.deletion import dependents
from workos_emulator.storage.objects.agents import AgentInstance, AgentSession


def _get_instance(call: Call) -> AgentInstance:
    instance = call.state.agents.instances.get(call.path["agent_instance_id"])
    if instance is None:
        raise errors.not_found("Agent instance", call.path["agent_instance_id"])
    return instance


def _get_session(call: Call) -> AgentSession:
    session = call.state.agents.sessions.get(call.path["agent_instance_session_id"])
    if session is None:
        raise errors.not_found("Agent instance session", call.path["agent_instance_session_id"])
    return session


def _matches_filters(call: Call, instance: AgentInstance) -> bool:
    return call.query.get("organization_id") in (None, instance.organization_id) and call.query.get(
        "agent_blueprint_id"
    ) in (None, instance.blueprint_id)


@operation("listAgentInstances")
def list_instances(call: Call) -> Result:
    """List agent instances, filtered by organization and blueprint."""
    return call.page(call.state.agents.instances, render_instance, keep=partial(_matches_filters, call))


@operation("getAgentInstance")
def get_instance(call: Call) -> Result:
    """Get an agent instance."""
    return render_instance(_get_instance(call))


@operation("deleteAgentInstance")
def delete_instance(call: Call) -> Result:
    """Delete an agent instance with its sessions."""
    dependents.delete_agent_instance(call.state, _get_instance(call))
    return None


@operation("listAgentInstanceSessions")
def list_sessions(call: Call) -> Result:
    """List agent instance sessions, filtered by organization, blueprint and instance."""

    def keep(session: AgentSession) -> bool:
        instance = call.state.agents.instances.get(session.instance_id)
        assert instance is not None
        return _matches_filters(call, instance) and call.query.get("agent_instance_id") in (None, instance.id)

    return call.page(call.state.agents.sessions, partial(render_agent_session, call.state), keep=keep)


@operation("getAgentInstanceSession")
def get_session(call: Call) -> Result:
    """Get an agent instance session."""
    return render_agent_session(call.state, _get_session(call))


@operation("revokeAgentInstanceSession")
def revoke(call: Call) -> Result:
    """Revoke an agent instance session; a no-op if it is not active."""
    session = _get_session(call)
    if agent_session_status(call.state, session) == "active":
        session.revoked_at = session.updated_at = call.state.now()
        call.state.agents.sessions.changed(session)
    return render_agent_session(call.state, session)
