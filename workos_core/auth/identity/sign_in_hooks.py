"""Hooks of the sign-in routes: functions of your application that run before the cookies of a sign-in are set."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from attrs import field, fields, frozen

from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.sign_in_results import SignedIn, SignInFailed
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import ErrorPage, WebResponse, add_cookies, error_page
from workos_core.auth.sessions.results import SessionRefreshed
from workos_core.auth.sessions.stored_user import StoredUser, decode_user, optional_stored_user
from workos_core.callbacks import check_callback
from workos_core.errors import InvalidArgumentError
from workos_core.models.user_management import User

__all__ = [
    "ErrorPageFunction",
    "FailedHook",
    "HookFailed",
    "RefreshedHook",
    "SignInDenied",
    "SignInHooks",
    "SignInPage",
    "SignInPageFunction",
    "SignedInHook",
    "SignedOut",
    "SignedOutHook",
]


@frozen(kw_only=True)
class SignedOut:
    """The session that a sign-out ends.

    Attributes:
        url: The URL that the browser is redirected to, which ends the session at WorkOS. Not in `repr`.
        session_id: The ID of the session, or `None` if the browser had no session.
        organization_id: The ID of the organization that the user was signed in to, if any.
    """

    url: str = field(repr=False)
    session_id: str | None = None
    _user: StoredUser | None = field(default=None, repr=False, hash=False, alias="user", converter=optional_stored_user)
    organization_id: str | None = None

    @property
    def user(self) -> User | None:
        """The user as stored in the session cookie, decoded on first access; `None` if there was no session.

        Raises:
            DecodeError: The user in the cookie has the wrong structure.
        """
        return decode_user(self._user)


@frozen(kw_only=True)
class SignInPage:
    """What a page of your own before the hosted pages needs.

    Attributes:
        start_url: The path and query that start the sign-in, for a link or button.
        return_to: The path that the user wants to go to, or `None`. It comes from the request and is checked when the sign-in starts.
    """

    start_url: str
    return_to: str | None = None


class SignInDenied(Exception):
    """Raise it in `on_signed_in` or `on_refreshed` to deny a session: it is ended at WorkOS, and its cookies are removed.

    Attributes:
        reason: A machine-readable code of your own, which `on_failed` and the error page receive.
        message: The text that the error page shows to the user, or `None` for the default one.
        response: The response to send instead of the error page, or `None`.
    """

    def __init__(
        self, reason: str = "denied", *, message: str | None = None, response: WebResponse | None = None
    ) -> None:
        super().__init__(f"the sign-in was denied: {reason}")
        self.reason = reason
        self.message = message
        self.response = response


class HookFailed(Exception):
    """A hook raised an exception or returned a wrong value. Send `response`, then raise `error` so that it is reported.

    Attributes:
        error: The exception of the hook.
        cookies: The cookies to set in the response: they expire the session.
        response: An error page with the status 500 and these cookies.
    """

    def __init__(self, name: str, error: Exception, cookies: tuple[SetCookie, ...]) -> None:
        super().__init__(f"the hook {name} failed: {type(error).__name__}")
        self.error = error
        self.cookies = cookies
        text = "Something went wrong. Try again in a moment."
        self.response: WebResponse = add_cookies(
            error_page(500, "Internal server error", text, reason="hook_failed"), cookies
        )


Response: TypeAlias = WebResponse | None | Awaitable[WebResponse | None]
"""The response to send, or `None` for the default one; an async hook returns it as well."""
SignedInHook: TypeAlias = Callable[[WebRequest, SignedIn], Response]
FailedHook: TypeAlias = Callable[[WebRequest, SignInFailed], Response]
RefreshedHook: TypeAlias = Callable[[WebRequest, SessionRefreshed[Any]], Response]
SignedOutHook: TypeAlias = Callable[[WebRequest, SignedOut], Response]
ErrorPageFunction: TypeAlias = Callable[[WebRequest, ErrorPage], WebResponse | Awaitable[WebResponse]]
SignInPageFunction: TypeAlias = Callable[[WebRequest, SignInPage], WebResponse | Awaitable[WebResponse]]

_ARGUMENTS = {
    "on_signed_in": ("request", "signed_in"),
    "on_failed": ("request", "failed"),
    "on_refreshed": ("request", "session"),
    "on_signed_out": ("request", "signed_out"),
    "error_page": ("request", "error"),
    "sign_in_page": ("request", "page"),
}
_PAGES = ("error_page", "sign_in_page")


@frozen(kw_only=True)
class SignInHooks:
    """Functions of your application that the sign-in routes call, and pages of your own. All are optional, and may be sync or async.

    The functions that start with `on_` run before cookies are set. They return `None`, or the response to send instead of the default
    one; its cookies are set in addition. If a hook raises an exception, the response has the status 500, the exception is raised in the
    framework, and the browser has no session afterwards.

    Attributes:
        on_signed_in: Called with each completed sign-in. To deny it, raise `SignInDenied`.
        on_failed: Called with each sign-in that failed or was denied.
        on_refreshed: Called with each refreshed session, also after switching the organization; concurrent requests with the same session
            call it once each. To end the session, raise `SignInDenied`. A response that it returns is sent instead of running the view.
        on_signed_out: Called with each sign-out. If it returns a response, the session is ended by a request to WorkOS instead of the
            redirect, which leaves the user signed in to the hosted pages.
        error_page: A function that returns the response to show instead of an error page; or the path of a page, to which browsers are
            redirected with `reason` and `status` in the query.
        sign_in_page: A page to show before the hosted ones: a function that returns it, served at the path of the sign-in route, where
            `start_url` starts the sign-in; or the path of a page, to which browsers are redirected with `return_to` in the query, and
            which links to the sign-in route.

    Raises:
        TypeError: A value is not a function, is a generator function, or takes other arguments.
        InvalidArgumentError: The path of a page does not start with `/`.
    """

    on_signed_in: SignedInHook | None = None
    on_failed: FailedHook | None = None
    on_refreshed: RefreshedHook | None = None
    on_signed_out: SignedOutHook | None = None
    error_page: ErrorPageFunction | str | None = None
    sign_in_page: SignInPageFunction | str | None = None

    def __attrs_post_init__(self) -> None:
        for name, arguments in _ARGUMENTS.items():
            value = getattr(self, name)
            if isinstance(value, str) and name in _PAGES:
                if not value.startswith("/") or value.startswith("//"):
                    raise InvalidArgumentError(
                        f"{name} must be a function or a path that starts with / (got {value!r})"
                    )
            elif value is not None:
                check_callback(name, value, *arguments)

    @staticmethod
    def check(hooks: object) -> "SignInHooks":
        """Return the hooks that an application passed to a kit, or empty ones for `None`.

        Raises:
            TypeError: The value is something else, such as a dictionary.
        """
        if hooks is None:
            return SignInHooks()
        if not isinstance(hooks, SignInHooks):
            raise TypeError(
                f"hooks must be a SignInHooks (got {type(hooks).__name__}): pass SignInHooks(on_signed_in=…)"
            )
        return hooks

    def map(self, adapt: Callable[[Callable[..., Any]], Callable[..., Any]]) -> "SignInHooks":
        """Return the hooks with each function replaced by `adapt(function)`."""
        values = {each.name: getattr(self, each.name) for each in fields(SignInHooks)}
        return SignInHooks(**{name: adapt(value) if callable(value) else value for name, value in values.items()})
