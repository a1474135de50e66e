# Generated from spec/resources/agents by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Objects in arguments of agents."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from workos_core.models.agents import AgentInstanceType

__all__ = [
    "AgentBlueprintInvocableAsInputParam",
    "AgentBlueprintInvocableByInputParam",
    "AgentClaimUserParam",
    "AgentSessionSettingsInputParam",
    "AgentSessionSettingsParam",
]


class AgentBlueprintInvocableAsInputParam(TypedDict):
    """How sessions of an agent may be started. On an update, an omitted list keeps its value."""

    instance_types: NotRequired[Sequence[AgentInstanceType] | None]
    """The types of agent instances for which sessions may be started. A new blueprint allows both types by
    default.
    """


class AgentBlueprintInvocableByInputParam(TypedDict):
    """Who may start sessions of an agent. On an update, an omitted list keeps its value."""

    role_slugs: NotRequired[Sequence[str] | None]
    """The slugs of the roles whose members may start sessions on their own behalf. An empty list allows every
    member.
    """
    organization_ids: NotRequired[Sequence[str] | None]
    """The IDs of the organizations in which sessions may be started. An empty list allows all organizations."""


class AgentClaimUserParam(TypedDict):
    """A user of your application who claims an agent."""

    email: str
    """The email address of the user."""
    external_id: str
    """The ID of the user in your own system."""


class AgentSessionSettingsParam(TypedDict):
    """The lifetimes of sessions and tokens of an agent."""

    max_age_seconds: int
    """The maximum lifetime of a session in seconds, regardless of refreshes; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: int
    """The lifetime of an access token in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: int
    """The lifetime of a refresh token in seconds; at most 5,184,000 (60 days)."""


class AgentSessionSettingsInputParam(TypedDict):
    """The lifetimes of sessions and tokens of an agent. On an update, an omitted field keeps its value."""

    max_age_seconds: NotRequired[int | None]
    """The maximum lifetime of a session in seconds, regardless of refreshes; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: NotRequired[int | None]
    """The lifetime of an access token in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: NotRequired[int | None]
    """The lifetime of a refresh token in seconds; at most 5,184,000 (60 days)."""
