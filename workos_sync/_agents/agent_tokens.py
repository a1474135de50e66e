# Generated from workos_async/_agents/agent_tokens.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Access tokens of agents."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal, TypeAlias

from workos_core.clock import elapsed_time
from workos_core.errors import (
    AgentSessionRevokedError,
    APIConnectionError,
    BadRequestError,
    ConfigurationError,
    DecodeError,
    NotFoundError,
    ServerError,
)
from workos_core.http.hidden_locals import hides_locals
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN
from workos_sync._agents.token_cache import IssuedToken, TokenCache
from workos_sync._concurrency.call_deadline import Deadline, deadline_options
from workos_sync._concurrency.variants import check_client, resolve

if TYPE_CHECKING:
    from workos_core.models.agents import AgentToken
    from workos_sync._client import WorkOS
else:
    WorkOS = lazy_type("workos_sync._client", "WorkOS")
    AgentToken = lazy_type("workos_core.models.agents", "AgentToken")

GrantedToken: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""An access token, or a function that returns a current one."""

_REVOKED = {"session_revoked", "user_session_ended"}
_Grant = Literal["autonomous", "user_delegated", "agent_delegated"]


@hides_locals
class AgentTokens:
    """The access tokens of an agent's session. They are cached, and refreshed before they expire.

    A refresh token works once: concurrent calls make one request, which is never repeated. If it is unknown whether a refresh token was
    used, or if the session has expired, a new session is started. A revoked session is never replaced. Each object has a session of its
    own, so processes don't use each other's refresh tokens.

    Pass exactly one of `organization_id`, `user_access_token` and `agent_access_token`.

    Args:
        workos: The client, with an API key.
        agent_blueprint_id: The ID of the agent blueprint.
        organization_id: The ID of the organization in which the agent acts on its own behalf (`org_…`).
        user_access_token: The access token of the user that the agent acts for, or a function that returns a current one: access tokens
            of users expire after minutes, and a new session needs a valid one.
        agent_access_token: An access token of an instance of the blueprint, or a function that returns a current one. The session belongs
            to the same instance.
        intent: Why the tokens are needed, in free form. It becomes a claim of the tokens.

    Raises:
        ConfigurationError: None or several of the three are passed.
    """

    def __init__(
        self,
        workos: WorkOS,
        agent_blueprint_id: str,
        *,
        organization_id: str | None = None,
        user_access_token: GrantedToken | None = None,
        agent_access_token: GrantedToken | None = None,
        intent: str | None = None,
    ) -> None:
        check_client(workos)
        grants: dict[_Grant, GrantedToken | None] = {
            "autonomous": organization_id,
            "user_delegated": user_access_token,
            "agent_delegated": agent_access_token,
        }
        given = [(kind, value) for kind, value in grants.items() if value is not None]
        if len(given) != 1:
            raise ConfigurationError(
                "pass exactly one of organization_id, user_access_token and agent_access_token to AgentTokens"
            )
        self._workos = workos
        self.agent_blueprint_id = agent_blueprint_id
        ((self._grant, self._granted),) = given
        self._intent = intent
        self._session: AgentToken | None = None
        self._refresh_token: str | None = None
        self._cache = TokenCache(self._fetch, repr(self))

    def __repr__(self) -> str:
        return f"AgentTokens({self.agent_blueprint_id!r}, {self._grant})"

    @property
    def agent_instance_id(self) -> str | None:
        """The ID of the agent instance; `None` before the first token."""
        return None if self._session is None else self._session.agent_instance_id

    @property
    def agent_instance_session_id(self) -> str | None:
        """The ID of the current session; `None` before the first token."""
        return None if self._session is None else self._session.agent_instance_session_id

    def get(self) -> str:
        """Return a valid access token. Most calls need no request.

        Raises:
            AgentSessionRevokedError: The session was revoked, or that of the user has ended.
            APIError: The blueprint does not allow the session, or the token of the user or agent is invalid; see
                `agents.create_blueprint_token`.
            APIConnectionError, DecodeError: No valid response was received, and there is no token from before that is still valid.
        """
        return self._cache.get(self._start_deadline())

    def replace(self, rejected: str) -> str:
        """Return another access token in place of one that a server rejected. `M2MAuth` does this for you.

        Args:
            rejected: The rejected token. If the current token is another one already, no request is made.

        Raises:
            AgentSessionRevokedError, APIError, APIConnectionError, DecodeError: See `get`.
        """
        return self._cache.replace(rejected, self._start_deadline())

    def _start_deadline(self) -> Deadline | None:
        return self._workos._requestor.start_deadline()  # pyright: ignore[reportPrivateUsage]

    def _fetch(self, rejected: str | None, deadline: Deadline | None) -> IssuedToken:
        started = elapsed_time()
        token = None if self._refresh_token is None else self._refresh(self._refresh_token, deadline)
        if token is None:
            self._check_not_revoked(deadline)
            token = self._start(deadline)
        self._session, self._refresh_token = token, token.refresh_token
        return IssuedToken.create(token.access_token, token.expires_in, started)

    def _refresh(self, refresh_token: str, deadline: Deadline | None) -> "AgentToken | None":
        """Return a new token of the session, or `None` if it can't be refreshed."""
        try:
            return self._workos.agents.create_blueprint_token(
                self.agent_blueprint_id,
                type="refresh",
                refresh_token=refresh_token,
                options=deadline_options(deadline, {"idempotent": False}),
            )
        except BadRequestError as error:
            if _REVOKED & {error.code, error.error}:
                raise self._revoked() from error
            self._refresh_token = None
            return None
        except (APIConnectionError, DecodeError, ServerError) as error:
            if not isinstance(error, APIConnectionError) or error.sent:
                self._refresh_token = None  # it may have been used
            raise

    def _check_not_revoked(self, deadline: Deadline | None) -> None:
        session_id = self.agent_instance_session_id
        if session_id is None:
            return
        try:
            session = self._workos.agents.get_session(session_id, options=deadline_options(deadline))
        except NotFoundError:
            raise self._revoked() from None
        if session.status == "revoked":
            raise self._revoked()

    def _start(self, deadline: Deadline | None) -> "AgentToken":
        granted = self._granted
        value: str = granted if isinstance(granted, str) else resolve(granted())
        return self._workos.agents.create_blueprint_token(
            self.agent_blueprint_id,
            type=self._grant,
            organization_id=value if self._grant == "autonomous" else NOT_GIVEN,
            user_access_token=value if self._grant == "user_delegated" else NOT_GIVEN,
            agent_access_token=value if self._grant == "agent_delegated" else NOT_GIVEN,
            intent=self._intent or NOT_GIVEN,
            options=deadline_options(deadline),
        )

    def _revoked(self) -> AgentSessionRevokedError:
        return AgentSessionRevokedError(self.agent_instance_session_id or "")
