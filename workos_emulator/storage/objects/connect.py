"""Objects of the Connect authorization server: authorization requests, and grants with their codes and tokens."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workos_emulator.storage.store import Collection, Entity


@dataclass(slots=True, kw_only=True, repr=False)
class AuthorizationRequest(Entity):
    """A validated authorization request. Its ID is the ID of the flow that the browser goes through.

    Attributes:
        redirect_uri: The URI that the browser is redirected to.
        is_redirect_uri_given: Whether the request named it. If so, the token request must repeat it.
        client_state: The `state` parameter.
        has_default_scopes: Whether the request named no scopes, so that it has the scopes of the application.
        prompts: The values of `prompt`.
    """

    application_id: str
    redirect_uri: str
    is_redirect_uri_given: bool
    client_state: str | None
    scopes: list[str]
    has_default_scopes: bool
    resources: list[str]
    code_challenge: str | None
    nonce: str | None
    prompts: frozenset[str]
    max_age: int | None
    expires_at: datetime


@dataclass(slots=True, kw_only=True, repr=False)
class ConnectGrant(Entity):
    """What a user granted to an application in one sign-in. All of its tokens end with it.

    Attributes:
        authorization_id: The authorization that the user granted. Without it, the grant is invalid.
        resources: The resources that the tokens are for.
        authenticated_at: When the user signed in, for `auth_time`; None unless the client requested it with `max_age`.
        nonce: The `nonce` of the authorization request.
        has_default_scopes: Whether the client requested no scopes, so that it learns them from the token response.
        claims: Custom claims: the options that the user selected on the consent page.
    """

    application_id: str
    authorization_id: str
    user_id: str
    organization_id: str | None
    scopes: list[str]
    resources: list[str]
    authenticated_at: datetime | None = None
    nonce: str | None = None
    has_default_scopes: bool = False
    claims: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(slots=True, kw_only=True, repr=False)
class ConnectCode(Entity):
    """An authorization code. Its ID is the code. A used code is kept until it expires, to detect that it is used again."""

    grant_id: str
    redirect_uri: str
    is_redirect_uri_given: bool
    code_challenge: str | None
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ConnectRefreshToken(Entity):
    """A refresh token. Its ID is the token. A used token is kept as long as its grant, to detect that it is used again."""

    grant_id: str
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True, repr=False)
class ConnectAccessToken(Entity):
    """An issued access token. Its ID is the `jti` claim.

    Attributes:
        grant_id: The grant; None for a token of an M2M application.
    """

    application_id: str
    grant_id: str | None
    scopes: list[str]
    expires_at: datetime


class Connect:
    """The objects of the Connect authorization server."""

    def __init__(self) -> None:
        self.requests: Collection[AuthorizationRequest] = Collection()
        self.grants: Collection[ConnectGrant] = Collection(
            groups={"authorization": lambda g: (g.authorization_id,), "user": lambda g: (g.user_id,)}
        )
        self.codes: Collection[ConnectCode] = Collection(groups={"grant": lambda c: (c.grant_id,)})
        self.refresh_tokens: Collection[ConnectRefreshToken] = Collection(groups={"grant": lambda t: (t.grant_id,)})
        self.access_tokens: Collection[ConnectAccessToken] = Collection(
            groups={"grant": lambda t: (t.grant_id,) if t.grant_id else ()}
        )
