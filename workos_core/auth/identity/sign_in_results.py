"""What the steps of a sign-in through the browser come to. Tell the cases apart by truth (`if done:`) or by class."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.sessions.results import SessionRefreshed
from workos_core.models.user_management import AuthenticationResponse

__all__ = ["OrganizationNotSwitched", "OrganizationSwitched", "Redirect", "SignInFailed", "SignedIn"]


@frozen
class Redirect:
    """Where to send the browser: answer 303 with this `Location`.

    Attributes:
        url: Where. Not in `repr`, since it may have secrets in it.
        cookies: To set in the same answer.
    """

    url: str = field(repr=False)
    cookies: tuple[SetCookie, ...] = ()


@frozen
class SignedIn:
    """The user has signed in.

    Attributes:
        response: What the API said: the user, the tokens, the organization, and with `oauth_tokens` those of the provider.
        return_to: The path to send the browser to; it is one of the app itself.
        custom_state: What you gave to `begin`.
        cookies: To set in the answer: the session, and those of the sign-in taken away.
        authenticated: Always true.
    """

    response: AuthenticationResponse = field(repr=False)
    return_to: str
    custom_state: str | None
    cookies: tuple[SetCookie, ...]
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True

    @property
    def impersonator(self) -> Mapping[str, Any] | None:
        """Who is signed in as the user: `email` and `reason`. None when it is the user."""
        found = self.response.impersonator
        return {"email": found.email, "reason": found.reason} if found else None


@frozen
class SignInFailed:
    """The sign-in came to nothing.

    Attributes:
        reason: A word for programs, more may come. `missing_state`: it was begun elsewhere, such as at the identity provider; beginning
            anew is safe. `missing_cookie`, `state_mismatch`, `expired` and the other reasons of `SealError`: this browser did not begin
            it, or long ago, or finished it before. Else the code of the redirect, such as `access_denied`, or what the API
            refused the code with, such as `invalid_grant` or `mfa_challenge`; `api_unavailable` and `rate_limited`.
        retryable: Whether signing in again a little later may help.
        cookies: To set in the answer: those of the sign-in are taken away.
        return_to: Where the user wanted to go.
        error: The exception behind it; that of a further step (`AuthenticationFlowError`) has what the step needs.
        authenticated: Always false.
    """

    reason: str
    retryable: bool = False
    cookies: tuple[SetCookie, ...] = ()
    return_to: str = "/"
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False


@frozen
class OrganizationSwitched:
    """The session goes on in another organization.

    Attributes:
        session: The new tokens.
        cookies: To set in the answer.
        authenticated: Always true.
    """

    session: SessionRefreshed
    cookies: tuple[SetCookie, ...]
    authenticated: Literal[True] = True

    def __bool__(self) -> Literal[True]:
        return True


@frozen
class OrganizationNotSwitched:
    """The session did not change over.

    Attributes:
        reason: Why, as of a session that could not be refreshed.
        retryable: Whether trying again may help.
        sign_in: Where to send the browser, when the organization asks for a sign-in of its own.
        cookies: To set in the answer, when there is no such redirect.
        error: The exception behind it, if there was one.
        authenticated: Always false.
    """

    reason: str
    retryable: bool = False
    sign_in: Redirect | None = None
    cookies: tuple[SetCookie, ...] = ()
    error: Exception | None = field(default=None, repr=False)
    authenticated: Literal[False] = False

    def __bool__(self) -> Literal[False]:
        return False
