"""What the kits share: who makes a request, found out once, and the refusal of one that lacks something."""

from typing import TYPE_CHECKING

from workos_core.auth.identity.identity import Authenticated, Authentication, Identity
from workos_core.auth.identity.requirements import Requirement
from workos_core.auth.identity.set_cookie import SetCookie
from workos_core.auth.identity.web_request import WebRequest
from workos_core.auth.identity.web_response import WebResponse, error_json
from workos_core.webhooks.signatures import SignatureVerificationError, construct_event

if TYPE_CHECKING:
    import workos_async
    import workos_sync
    from workos_core.models.events import Event


class Refused(Exception):
    """A request may not go on.

    Attributes:
        answer: What to answer.
    """

    def __init__(self, answer: WebResponse) -> None:
        super().__init__(f"refused with {answer.status}")
        self.answer = answer


class _Visitor:
    def __init__(self, request: WebRequest) -> None:
        self.request = request
        self.found: Authentication | None = None

    @property
    def cookies(self) -> tuple[SetCookie, ...]:
        """The cookies that the answer must set."""
        return () if self.found is None else self.found.cookies


class AsyncVisitor(_Visitor):
    """Who makes a request: nothing is checked before somebody asks, and then once."""

    def __init__(self, routes: "workos_async.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    async def authenticate(self) -> Authentication:
        """What the request shows."""
        if self.found is None:
            self.found = await self._routes.authenticate(self.request)
        return self.found

    async def identity(self) -> Identity | None:
        """Who it is; None for nobody."""
        found = await self.authenticate()
        return found.identity if isinstance(found, Authenticated) else None

    async def require(self, requirement: Requirement) -> Identity:
        """Who it is, if it has what is required.

        Raises:
            Refused: It has not, or is nobody.
        """
        found = await self.authenticate()
        answer = self._routes.check(self.request, found, requirement)
        if answer is not None or not isinstance(found, Authenticated):
            raise Refused(answer or error_json(401, "unauthorized"))
        return found.identity


class SyncVisitor(_Visitor):
    """Who makes a request: nothing is checked before somebody asks, and then once."""

    def __init__(self, routes: "workos_sync.SignInRoutes", request: WebRequest) -> None:
        super().__init__(request)
        self._routes = routes

    def authenticate(self) -> Authentication:
        """What the request shows."""
        if self.found is None:
            self.found = self._routes.authenticate(self.request)
        return self.found

    def identity(self) -> Identity | None:
        """Who it is; None for nobody."""
        found = self.authenticate()
        return found.identity if isinstance(found, Authenticated) else None

    def require(self, requirement: Requirement) -> Identity:
        """Who it is, if it has what is required.

        Raises:
            Refused: It has not, or is nobody.
        """
        found = self.authenticate()
        answer = self._routes.check(self.request, found, requirement)
        if answer is not None or not isinstance(found, Authenticated):
            raise Refused(answer or error_json(401, "unauthorized"))
        return found.identity


def genuine_event(body: bytes, header: str | None, secret: str) -> "Event":
    """The event of a webhook.

    Raises:
        Refused: It is not from WorkOS, or not from now.
    """
    try:
        return construct_event(body, header, secret)
    except SignatureVerificationError as error:
        raise Refused(error_json(400, "invalid_webhook", reason=error.reason)) from None
