"""Events of agents: blueprints, instances, sessions and registrations."""

from functools import partial

from workos_emulator.events.event_log import Data, NewEvent, describe_changes
from workos_emulator.http.payload import without_fields
from workos_emulator.rendering.agents import (
    render_agent_session,
    render_blueprint,
    render_instance,
    render_registration,
)
from workos_emulator.storage.objects.agents import AgentBlueprint, AgentInstance, AgentRegistration, AgentSession
from workos_emulator.storage.state import State
from workos_emulator.storage.store import Change

_METHODS = {"identity_assertion": "id_jag"}


def watch(state: State) -> None:
    """Emit events for changes from now on."""
    log, agents = state.events, state.agents
    log.watch(agents.blueprints, _blueprint)
    log.watch(agents.instances, _instance)
    log.watch(agents.sessions, partial(_session, state))
    log.watch(agents.registrations, partial(_registration, state))


def _blueprint(change: Change, blueprint: AgentBlueprint) -> NewEvent:
    data = render_blueprint(blueprint)
    if change == "deleted":
        data = {name: data[name] for name in ("object", "id", "name", "created_at", "updated_at")}
    return f"agent.blueprint.{change}", data, None


def _instance(change: Change, instance: AgentInstance) -> NewEvent | None:
    return None if change == "updated" else describe_changes("agent.instance", render_instance)(change, instance)


def _session(state: State, change: Change, session: AgentSession) -> NewEvent | None:
    instance = state.agents.instances.get(session.instance_id)
    if instance is None or change == "deleted" or (change == "updated" and session.revoked_at is None):
        return None
    data = without_fields(render_agent_session(state, session), "status")
    data["organization_id"] = instance.organization_id
    if change == "created":
        data["permission_slugs"] = session.permissions
    verb = "created" if change == "created" else "revoked"
    return f"agent.instance.session.{verb}", data, instance.organization_id


def _registration(state: State, change: Change, registration: AgentRegistration) -> NewEvent | None:
    if change == "deleted":
        return "agent.registration.deleted", {"agent_registration_id": registration.id}, registration.organization_id
    if change == "updated":
        return None
    rendered = without_fields(render_registration(state, registration), "claim", "revoked_at")
    identity = without_fields(rendered["agent_identity"], "created_at", "updated_at")
    data: Data = {
        **rendered,
        "object": "agent_registration",
        "agent_identity": {"object": "agent_identity", **identity},
        "method": _METHODS.get(registration.kind, registration.kind),
    }
    return "agent.registration.created", data, registration.organization_id
