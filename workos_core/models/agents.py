# Generated from spec/resources/agents by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Models of agents."""

from datetime import datetime
from typing import Literal, TypeAlias

from workos_core.serialization.model import UNSET, Model, field, model

__all__ = [
    "AgentBlueprint",
    "AgentBlueprintInvocableAs",
    "AgentBlueprintInvocableAsInput",
    "AgentBlueprintInvocableBy",
    "AgentBlueprintInvocableByInput",
    "AgentClaimAttempt",
    "AgentClaimOrganization",
    "AgentClaimUser",
    "AgentCredentialValidation",
    "AgentIdentity",
    "AgentInstance",
    "AgentInstanceSession",
    "AgentInstanceSessionStatus",
    "AgentInstanceType",
    "AgentRegistration",
    "AgentRegistrationClaim",
    "AgentRegistrationClaimCompletion",
    "AgentRegistrationKind",
    "AgentRegistrationStatus",
    "AgentSessionSettings",
    "AgentSessionSettingsInput",
    "AgentToken",
    "AgentTokenGrantType",
    "AgentTokenValidation",
]

AgentInstanceType: TypeAlias = (
    Literal[
        "delegated",
        "autonomous",
    ]
    | str
)
"""Whether an agent acts for a user (`delegated`) or on its own behalf (`autonomous`)."""


@model
class AgentBlueprintInvocableAs(Model):
    """How sessions of an agent may be started."""

    instance_types: list[AgentInstanceType]
    """The types of agent instances for which sessions may be started."""


@model
class AgentBlueprintInvocableBy(Model):
    """Who may start sessions of an agent."""

    role_slugs: list[str]
    """The slugs of the roles whose members may start sessions on their own behalf. An empty list allows every
    member.
    """
    organization_ids: list[str]
    """The IDs of the organizations in which sessions may be started. An empty list allows all organizations."""


@model
class AgentSessionSettings(Model):
    """The lifetimes of sessions and tokens of an agent."""

    max_age_seconds: int
    """The maximum lifetime of a session in seconds, regardless of refreshes; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: int
    """The lifetime of an access token in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: int
    """The lifetime of a refresh token in seconds; at most 5,184,000 (60 days)."""


@model
class AgentBlueprint(Model):
    """The maximum permissions of an agent, who may start its sessions, and how long the sessions last."""

    object: Literal["agent_blueprint"] = "agent_blueprint"
    """Always `agent_blueprint`."""
    id: str
    """The ID of the blueprint."""
    name: str
    """The display name of the blueprint."""
    description: str | None
    """A description of the agent; null if there is none."""
    permissions: list[str]
    """The slugs of the permissions that a session can be granted at most."""
    invocable_by: AgentBlueprintInvocableBy
    """Who may start sessions of the agent."""
    invocable_as: AgentBlueprintInvocableAs
    """How sessions of the agent may be started."""
    session_settings: AgentSessionSettings
    """The lifetimes of sessions and tokens."""
    created_at: datetime
    """When the blueprint was created."""
    updated_at: datetime
    """When the blueprint was last updated."""


@model
class AgentBlueprintInvocableByInput(Model):
    """Who may start sessions of an agent. On an update, an omitted list keeps its value."""

    role_slugs: list[str] | None = UNSET
    """The slugs of the roles whose members may start sessions on their own behalf. An empty list allows every
    member.
    """
    organization_ids: list[str] | None = UNSET
    """The IDs of the organizations in which sessions may be started. An empty list allows all organizations."""


@model
class AgentBlueprintInvocableAsInput(Model):
    """How sessions of an agent may be started. On an update, an omitted list keeps its value."""

    instance_types: list[AgentInstanceType] | None = UNSET
    """The types of agent instances for which sessions may be started. A new blueprint allows both types by
    default.
    """


@model
class AgentSessionSettingsInput(Model):
    """The lifetimes of sessions and tokens of an agent. On an update, an omitted field keeps its value."""

    max_age_seconds: int | None = UNSET
    """The maximum lifetime of a session in seconds, regardless of refreshes; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: int | None = UNSET
    """The lifetime of an access token in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: int | None = UNSET
    """The lifetime of a refresh token in seconds; at most 5,184,000 (60 days)."""


AgentTokenGrantType: TypeAlias = (
    Literal[
        "user_delegated",
        "autonomous",
        "agent_delegated",
        "refresh",
    ]
    | str
)
"""The grant type of an agent token: the agent acts for a user (`user_delegated`), acts on its own behalf
(`autonomous`), exchanges an existing token (`agent_delegated`), or refreshes its last token (`refresh`).
"""


@model
class AgentToken(Model):
    """An access token for an agent, with a refresh token to obtain the next one."""

    access_token: str = field(repr=False)
    """The access token, a JWT."""
    token_type: Literal["Bearer"] = "Bearer"
    """Always `Bearer`."""
    expires_in: int
    """The number of seconds until the access token expires."""
    refresh_token: str = field(repr=False)
    """The refresh token to obtain the next access token. It can be used for one `refresh`, while the session
    lasts.
    """
    agent_instance_id: str
    """The ID of the agent instance."""
    new_instance: bool
    """Whether this request created the instance."""
    agent_instance_session_id: str
    """The ID of the session."""
    permissions: list[str]
    """The slugs of the permissions that the token grants."""


@model
class AgentTokenValidation(Model):
    """The details of a valid access token of an agent."""

    valid: Literal[True] = True
    """Always true, because an invalid token is an error."""
    agent_instance_id: str
    """The ID of the agent instance."""
    agent_instance_session_id: str
    """The ID of the session."""
    organization_id: str
    """The ID of the organization in which the agent acts (`org_…`)."""
    permissions: list[str]
    """The slugs of the permissions that the token grants."""
    intent: str | None
    """The `intent` that the token was created with; null if there was none."""
    acting_user_id: str | None
    """The ID of the user that the agent acts for (`user_…`); null if it acts on its own behalf."""
    session_expires_at: str
    """When the session expires."""


@model
class AgentInstance(Model):
    """An instance of an agent blueprint that acts in one organization."""

    object: Literal["agent_instance"] = "agent_instance"
    """Always `agent_instance`."""
    id: str
    """The ID of the instance."""
    agent_blueprint_id: str
    """The ID of the blueprint."""
    organization_id: str
    """The ID of the organization in which the agent acts (`org_…`)."""
    organization_membership_id: str | None
    """The ID of the organization membership of the user that the agent acts for (`om_…`); null if it acts on its
    own behalf.
    """
    type: AgentInstanceType
    """Whether the agent acts for a user or on its own behalf."""
    created_at: datetime
    """When the instance was created."""
    updated_at: datetime
    """When the instance was last updated."""


AgentInstanceSessionStatus: TypeAlias = (
    Literal[
        "active",
        "revoked",
        "expired",
    ]
    | str
)
"""Whether a session is active, revoked or expired. A revoked session remains `revoked` after its expiration."""


@model
class AgentInstanceSession(Model):
    """A session of an agent instance, under which its tokens are issued."""

    object: Literal["agent_instance_session"] = "agent_instance_session"
    """Always `agent_instance_session`."""
    id: str
    """The ID of the session."""
    agent_instance_id: str
    """The ID of the agent instance."""
    status: AgentInstanceSessionStatus
    """Whether the session is active, revoked or expired."""
    expires_at: datetime
    """When the session expires."""
    revoked_at: datetime | None
    """When the session was revoked; null if it was not."""
    created_at: datetime
    """When the session was created."""
    updated_at: datetime
    """When the session was last updated."""


@model
class AgentIdentity(Model):
    """The identity of an agent."""

    id: str
    """The ID of the identity."""
    userland_user_id: str | None
    """The ID of the AuthKit user that the agent belongs to (`user_…`); null if it belongs to no user."""
    created_at: datetime
    """When the identity was created."""
    updated_at: datetime
    """When the identity was last updated."""


@model
class AgentRegistrationClaimCompletion(Model):
    """The completion of a claim on an agent."""

    id: str
    """The ID of the completion."""
    created_at: datetime
    """When the completion was created."""
    updated_at: datetime
    """When the completion was last updated."""
    expires_at: datetime
    """When the completion expires."""
    claimed_at: datetime
    """When the person claimed the agent."""


@model
class AgentRegistrationClaim(Model):
    """A claim on an agent, which lets a person take responsibility for it."""

    id: str
    """The ID of the claim."""
    claim_completion: AgentRegistrationClaimCompletion | None
    """The completion of the claim; null until the claim is completed."""
    created_at: datetime
    """When the claim was created."""
    updated_at: datetime
    """When the claim was last updated."""
    expires_at: datetime
    """When the claim expires. An expired claim cannot be completed."""


AgentRegistrationKind: TypeAlias = (
    Literal[
        "anonymous",
        "service_auth",
        "identity_assertion",
    ]
    | str
)
"""How an agent registered: anonymously (`anonymous`), with service credentials (`service_auth`), or with an
identity assertion (`identity_assertion`).
"""

AgentRegistrationStatus: TypeAlias = (
    Literal[
        "unverified",
        "verified",
        "expired",
        "revoked",
    ]
    | str
)
"""Whether an agent registration is verified and still valid."""


@model
class AgentRegistration(Model):
    """The registration of an agent with an organization."""

    id: str
    """The ID of the registration."""
    agent_identity: AgentIdentity
    """The identity of the agent."""
    organization_id: str
    """The ID of the organization that the agent registered with (`org_…`)."""
    status: AgentRegistrationStatus
    """Whether the registration is verified and still valid."""
    kind: AgentRegistrationKind
    """How the agent registered."""
    claim: AgentRegistrationClaim | None
    """The pending or completed claim on the agent; null if there is none."""
    created_at: datetime
    """When the registration was created."""
    updated_at: datetime
    """When the registration was last updated."""
    revoked_at: datetime | None = UNSET
    """When the registration was revoked; null if it was not."""


@model
class AgentClaimOrganization(Model):
    """An organization that can be selected for an agent."""

    id: str
    """The ID of the organization (`org_…`)."""
    name: str
    """The name of the organization."""


@model
class AgentClaimAttempt(Model):
    """An attempt to claim an agent."""

    id: str
    """The ID of the agent registration."""
    status: AgentRegistrationStatus
    """Whether the registration is verified and still valid."""
    user_code: str
    """The code that the agent needs to complete the claim."""
    organizations: list[AgentClaimOrganization]
    """The organizations of the user that can be selected for the agent."""


@model
class AgentClaimUser(Model):
    """A user of your application who claims an agent."""

    email: str
    """The email address of the user."""
    external_id: str
    """The ID of the user in your own system."""


@model
class AgentCredentialValidation(Model):
    """The result of validating an agent credential."""

    valid: bool
    """Whether the credential is valid."""
    registration_id: str | None
    """The ID of the agent registration; null if the credential is invalid."""
    expires_at: datetime | None
    """When the credential expires; null if the credential is invalid."""
