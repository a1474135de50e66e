# Generated from workos_async/_agents/pipes_tokens.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""Access tokens for the APIs of providers that users have connected with Pipes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from workos_core.clock import elapsed_time, seconds_until
from workos_core.errors import ConfigurationError, ConnectionNeededError
from workos_core.http.hidden_locals import hides_locals
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN
from workos_sync._agents.token_cache import IssuedToken, TokenCache
from workos_sync._concurrency.call_deadline import Deadline, deadline_options
from workos_sync._concurrency.variants import check_client

if TYPE_CHECKING:
    from workos_sync._client import WorkOS
else:
    WorkOS = lazy_type("workos_sync._client", "WorkOS")

MAX_AGE = 300.0
"""Seconds after which a token is requested again, even if it has not expired, so that a disconnected account is noticed."""


@hides_locals
class PipesTokens:
    """The access tokens of a user's connected account. WorkOS refreshes them; they are cached for up to five minutes.

    Args:
        workos: The client, with an API key.
        provider: The slug of the data integration, such as `github`.
        user_id: The ID of the user (`user_…`).
        organization_id: The ID of the organization that the connection is scoped to (`org_…`).
        return_to: The URL that the browser is redirected to after the user has connected the account.
    """

    def __init__(
        self,
        workos: WorkOS,
        provider: str,
        *,
        user_id: str,
        organization_id: str | None = None,
        return_to: str | None = None,
    ) -> None:
        check_client(workos)
        for name, value in (("provider", provider), ("user_id", user_id)):
            if not value:
                raise ConfigurationError(f"{name} must not be empty")
        self._workos = workos
        self.provider = provider
        self.user_id = user_id
        self.organization_id = organization_id
        self._return_to = return_to
        self._scopes: tuple[str, ...] = ()
        self._cache = TokenCache(self._fetch, repr(self))

    def __repr__(self) -> str:
        return f"PipesTokens({self.provider!r}, user_id={self.user_id!r})"

    def get(self, *, scopes: Sequence[str] = ()) -> str:
        """Return a valid access token.

        Args:
            scopes: The OAuth scopes that it must have.

        Raises:
            ConnectionNeededError: The user has not connected an account, must connect it again, or has not granted all scopes. Send them to
                `authorize_url`.
            APIError, APIConnectionError, DecodeError: The request failed.
        """
        if isinstance(scopes, str):
            raise ConfigurationError(f"scopes must be a list, not a str; pass [{scopes!r}]")
        deadline = self._start_deadline()
        token = self._cache.get(deadline)
        if self._missing(scopes):
            token = self._cache.reload(deadline)  # the user may have granted them meanwhile
        if missing := self._missing(scopes):
            raise self._connection_needed("missing_scopes", missing, deadline)
        return token

    def replace(self, rejected: str) -> str:
        """Return the current access token after the provider rejected one. It is the same one if WorkOS has no other.

        Args:
            rejected: The rejected token.

        Raises:
            ConnectionNeededError: The user must connect the account (again).
            APIError, APIConnectionError, DecodeError: The request failed.
        """
        return self._cache.reload(self._start_deadline())

    def _missing(self, scopes: Sequence[str]) -> tuple[str, ...]:
        return tuple(scope for scope in scopes if scope not in self._scopes)

    def _start_deadline(self) -> Deadline | None:
        return self._workos._requestor.start_deadline()  # pyright: ignore[reportPrivateUsage]

    def _fetch(self, rejected: str | None, deadline: Deadline | None) -> IssuedToken:
        started = elapsed_time()
        result = self._workos.pipes.get_access_token(
            self.provider,
            user_id=self.user_id,
            organization_id=self.organization_id or NOT_GIVEN,
            options=deadline_options(deadline, {"idempotent": True}),
        )
        if not result.active or result.access_token is None:
            reinstall = getattr(result, "error", None) == "needs_reauthorization"
            raise self._connection_needed("needs_reauthorization" if reinstall else "not_installed", (), deadline)
        token = result.access_token
        self._scopes = tuple(token.scopes)
        lifetime = MAX_AGE
        if token.expires_at is not None:
            lifetime = min(MAX_AGE, max(0.0, seconds_until(token.expires_at)))
        return IssuedToken.create(token.access_token, lifetime, started)

    def _connection_needed(
        self,
        reason: Literal["not_installed", "needs_reauthorization", "missing_scopes"],
        missing_scopes: tuple[str, ...],
        deadline: Deadline | None,
    ) -> ConnectionNeededError:
        authorization = self._workos.pipes.authorize_data_integration(
            self.provider,
            user_id=self.user_id,
            organization_id=self.organization_id or NOT_GIVEN,
            return_to=self._return_to or NOT_GIVEN,
            options=deadline_options(deadline),
        )
        return ConnectionNeededError(self.provider, reason, missing_scopes, authorization.url)
