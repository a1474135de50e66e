"""Pipes: data integrations and connected accounts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class DataIntegration(Entity):
    """A data integration: a provider whose accounts can be connected.

    Attributes:
        ownership: The owner of connected accounts, `user` or `organization`. A slug can be used once for each.
        credentials: The OAuth application, `{type, client_id, client_secret}`; None if there is none.
        custom_provider: The definition of a custom provider; None for a built-in provider.
        installed_account_id: The account that was connected with the API key of the integration's request.
    """

    slug: str
    ownership: str
    description: str | None
    enabled: bool
    scopes: list[str] | None
    auth_methods: list[str]
    config: dict[str, str]
    credentials: dict[str, Any] | None
    custom_provider: dict[str, Any] | None
    installed_account_id: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ConnectedAccount(Entity):
    """A connected account. `secret` is its access token, API key or client secret, depending on `auth_method`."""

    integration_id: str
    user_id: str | None
    organization_id: str | None
    established_by: str | None
    auth_method: str
    state: str
    state_reason: str | None = None
    scopes: list[str] = field(default_factory=list[str])
    secret: str | None = None
    refresh_token: str | None = None
    client_id: str | None = None
    expires_at: datetime | None = None
    config: dict[str, str] = field(default_factory=dict[str, str])
    display_name: str | None = None
    identifier: str | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class PipesAuthorization(Entity):
    """A connection in progress. Its ID is the `state` in the URL; `connect_code` is the code to exchange."""

    integration_id: str
    account: dict[str, Any]
    return_to: str | None
    code_challenge: str | None
    reauthorize_id: str | None
    connect_code: str | None = None
    expires_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class IntegrationConfiguration(Entity):
    """The configuration of a data integration for an organization."""

    organization_id: str
    integration_id: str
    enabled: bool = True
    scopes: list[str] | None = None
    client_id: str | None = None
    client_secret: str | None = None
    config: dict[str, str] = field(default_factory=dict[str, str])


class Pipes:
    """Data integrations with their configurations, connected accounts, and connections in progress."""

    def __init__(self) -> None:
        self.integrations: Collection[DataIntegration] = Collection(
            unique={"slug": lambda i: (i.slug, i.ownership)}, groups={"ownership": lambda i: (i.ownership,)}
        )
        self.accounts: Collection[ConnectedAccount] = Collection(
            groups={
                "owner": lambda a: ((a.integration_id, a.user_id or a.organization_id),),
                "integration": lambda a: (a.integration_id,),
                "user": lambda a: (a.user_id,) if a.user_id else (),
                "organization": lambda a: (a.organization_id,) if a.organization_id else (),
            }
        )
        self.authorizations: Collection[PipesAuthorization] = Collection(
            unique={"connect_code": lambda a: a.connect_code}
        )
        self.configurations: Collection[IntegrationConfiguration] = Collection(
            unique={"key": lambda c: (c.organization_id, c.integration_id)},
            groups={"organization": lambda c: (c.organization_id,), "integration": lambda c: (c.integration_id,)},
        )
