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
"""For whom an agent acts: for a user (`delegated`) or as itself (`autonomous`)."""


@model
class AgentBlueprintInvocableAs(Model):
    """How sessions of an agent may be started."""

    instance_types: list[AgentInstanceType]
    """The kinds of instances that sessions may be started for."""


@model
class AgentBlueprintInvocableBy(Model):
    """Who may start sessions of an agent."""

    role_slugs: list[str]
    """The slugs of the roles whose members may start sessions for themselves. An empty list allows every member."""
    organization_ids: list[str]
    """The ids of the organizations in which sessions may be started. An empty list allows all."""


@model
class AgentSessionSettings(Model):
    """How long sessions and tokens of an agent last."""

    max_age_seconds: int
    """The longest a session can last, in seconds, however often it is refreshed; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: int
    """How long an access token lasts, in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: int
    """How long a refresh token lasts, in seconds; at most 5,184,000 (60 days)."""


@model
class AgentBlueprint(Model):
    """What an agent may do at most, who may start it, and how long its sessions last."""

    object: Literal["agent_blueprint"] = "agent_blueprint"
    """Always `agent_blueprint`."""
    id: str
    """The id of the blueprint."""
    name: str
    """The name people see."""
    description: str | None
    """What the agent is for; null when nobody said."""
    permissions: list[str]
    """The slugs of the permissions a session can have at most."""
    invocable_by: AgentBlueprintInvocableBy
    """Who may start sessions."""
    invocable_as: AgentBlueprintInvocableAs
    """How sessions may be started."""
    session_settings: AgentSessionSettings
    """How long sessions and tokens last."""
    created_at: datetime
    """When the blueprint was created."""
    updated_at: datetime
    """When the blueprint last changed."""


@model
class AgentBlueprintInvocableByInput(Model):
    """Who may start sessions of an agent. On an update, a list that is left out stays as it is."""

    role_slugs: list[str] | None = UNSET
    """The slugs of the roles whose members may start sessions for themselves. An empty list allows every member."""
    organization_ids: list[str] | None = UNSET
    """The ids of the organizations in which sessions may be started. An empty list allows all."""


@model
class AgentBlueprintInvocableAsInput(Model):
    """How sessions of an agent may be started. On an update, a list that is left out stays as it is."""

    instance_types: list[AgentInstanceType] | None = UNSET
    """The kinds of instances that sessions may be started for. A new blueprint allows both unless told otherwise."""


@model
class AgentSessionSettingsInput(Model):
    """How long sessions and tokens of an agent shall last. What is left out stays as it is."""

    max_age_seconds: int | None = UNSET
    """The longest a session can last, in seconds, however often it is refreshed; at most 31,536,000 (365 days)."""
    access_token_ttl_seconds: int | None = UNSET
    """How long an access token lasts, in seconds; at most 3,600 (1 hour)."""
    refresh_token_ttl_seconds: int | None = UNSET
    """How long a refresh token lasts, in seconds; at most 5,184,000 (60 days)."""


AgentTokenGrantType: TypeAlias = (
    Literal[
        "user_delegated",
        "autonomous",
        "agent_delegated",
        "refresh",
    ]
    | str
)
"""On what grounds an agent gets a token: it acts for a user (`user_delegated`), acts as itself (`autonomous`),
already has a token (`agent_delegated`), or renews its last one (`refresh`).
"""


@model
class AgentToken(Model):
    """An access token of an agent, with the refresh token for the next one."""

    access_token: str = field(repr=False)
    """The access token, a JWT."""
    token_type: Literal["Bearer"] = "Bearer"
    """Always `Bearer`."""
    expires_in: int
    """In how many seconds the access token expires."""
    refresh_token: str = field(repr=False)
    """What gets the next access token: good for one `refresh`, as long as the session lasts."""
    agent_instance_id: str
    """The id of the agent instance."""
    new_instance: bool
    """Whether this request created the instance."""
    agent_instance_session_id: str
    """The id of the session."""
    permissions: list[str]
    """The slugs of the permissions the token has."""


@model
class AgentTokenValidation(Model):
    """What a valid access token of an agent stands for."""

    valid: Literal[True] = True
    """Always true: a token that is not valid is an error."""
    agent_instance_id: str
    """The id of the agent instance."""
    agent_instance_session_id: str
    """The id of the session."""
    organization_id: str
    """The id of the organization the agent acts in."""
    permissions: list[str]
    """The slugs of the permissions the token has."""
    intent: str | None
    """The `intent` the token was created with; null when there was none."""
    acting_user_id: str | None
    """The id of the user the agent acts for; null when it acts as itself."""
    session_expires_at: str
    """When the session expires."""


@model
class AgentInstance(Model):
    """An agent made from a blueprint that acts in one organization."""

    object: Literal["agent_instance"] = "agent_instance"
    """Always `agent_instance`."""
    id: str
    """The id of the instance."""
    agent_blueprint_id: str
    """The id of the blueprint."""
    organization_id: str
    """The id of the organization it acts in."""
    organization_membership_id: str | None
    """The id of the membership of the user it acts for; null when it acts as itself."""
    type: AgentInstanceType
    """For whom it acts."""
    created_at: datetime
    """When the instance was created."""
    updated_at: datetime
    """When the instance last changed."""


AgentInstanceSessionStatus: TypeAlias = (
    Literal[
        "active",
        "revoked",
        "expired",
    ]
    | str
)
"""Whether a session is in force. A revoked session stays `revoked` when its time is over."""


@model
class AgentInstanceSession(Model):
    """A session of an agent instance, under which its tokens are issued."""

    object: Literal["agent_instance_session"] = "agent_instance_session"
    """Always `agent_instance_session`."""
    id: str
    """The id of the session."""
    agent_instance_id: str
    """The id of the agent instance."""
    status: AgentInstanceSessionStatus
    """Whether the session is in force."""
    expires_at: datetime
    """When the session ends."""
    revoked_at: datetime | None
    """When the session was revoked; null when it was not."""
    created_at: datetime
    """When the session was created."""
    updated_at: datetime
    """When the session last changed."""


@model
class AgentIdentity(Model):
    """Who an agent is."""

    id: str
    """The id of the identity."""
    userland_user_id: str | None
    """The id of the AuthKit user the agent belongs to; null when it belongs to nobody."""
    created_at: datetime
    """When the identity was created."""
    updated_at: datetime
    """When the identity last changed."""


@model
class AgentRegistrationClaimCompletion(Model):
    """The completion of a claim on an agent."""

    id: str
    """The id of the completion."""
    created_at: datetime
    """When the completion was created."""
    updated_at: datetime
    """When the completion last changed."""
    expires_at: datetime
    """When the completion expires."""
    claimed_at: datetime
    """When the person claimed the agent."""


@model
class AgentRegistrationClaim(Model):
    """The claim on an agent: the offer to a person to take responsibility for it."""

    id: str
    """The id of the claim."""
    claim_completion: AgentRegistrationClaimCompletion | None
    """How the claim was completed; null as long as it was not."""
    created_at: datetime
    """When the claim was created."""
    updated_at: datetime
    """When the claim last changed."""
    expires_at: datetime
    """When the claim can no longer be completed."""


AgentRegistrationKind: TypeAlias = (
    Literal[
        "anonymous",
        "service_auth",
        "identity_assertion",
    ]
    | str
)
"""How an agent registered."""

AgentRegistrationStatus: TypeAlias = (
    Literal[
        "unverified",
        "verified",
        "expired",
        "revoked",
    ]
    | str
)
"""Whether the registration of an agent is verified and in force."""


@model
class AgentRegistration(Model):
    """An agent that registered itself with an organization."""

    id: str
    """The id of the registration."""
    agent_identity: AgentIdentity
    """Who the agent is."""
    organization_id: str
    """The id of the organization."""
    status: AgentRegistrationStatus
    """Whether the registration is verified and in force."""
    kind: AgentRegistrationKind
    """How the agent registered."""
    claim: AgentRegistrationClaim | None
    """How a person may take responsibility for the agent, or did; null when there is no claim."""
    created_at: datetime
    """When the registration was created."""
    updated_at: datetime
    """When the registration last changed."""
    revoked_at: datetime | None = UNSET
    """When the registration was revoked; null when it was not."""


@model
class AgentClaimOrganization(Model):
    """An organization that an agent may be placed in."""

    id: str
    """The id of the organization (`org_…`)."""
    name: str
    """The name of the organization."""


@model
class AgentClaimAttempt(Model):
    """A claim on an agent that is under way."""

    id: str
    """The id of the agent registration."""
    status: AgentRegistrationStatus
    """Whether the registration is verified and in force."""
    user_code: str
    """The code the agent needs to complete the claim."""
    organizations: list[AgentClaimOrganization]
    """The organizations of the user, from which one may be chosen for the agent."""


@model
class AgentClaimUser(Model):
    """One of your users who claims an agent."""

    email: str
    """The e-mail address of the user."""
    external_id: str
    """Your own id for the user."""


@model
class AgentCredentialValidation(Model):
    """The result of the check of a credential."""

    valid: bool
    """Whether the credential is valid."""
    registration_id: str | None
    """The id of the agent registration; null when the credential is not valid."""
    expires_at: datetime | None
    """When the credential expires; null when it is not valid."""
