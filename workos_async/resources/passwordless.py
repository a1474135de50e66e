# Generated from spec/resources/passwordless.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.passwordless`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.passwordless import PasswordlessSession, PasswordlessSessionReceipt
else:
    PasswordlessSession = lazy_type("workos_core.models.passwordless", "PasswordlessSession")
    PasswordlessSessionReceipt = lazy_type("workos_core.models.passwordless", "PasswordlessSessionReceipt")

_CREATE_SESSION: Operation[PasswordlessSession] = Operation(
    "passwordless.create_session",
    "POST",
    "/passwordless/sessions",
    returns=PasswordlessSession,
)
_SEND_SESSION: Operation[PasswordlessSessionReceipt | None] = Operation(
    "passwordless.send_session",
    "POST",
    "/passwordless/sessions/{session_id}/send",
    returns=PasswordlessSessionReceipt | None,
)


@hides_locals
class Passwordless(ResourceClient):
    """Magic Link sign-in by email, without AuthKit.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def create_session(
        self,
        *,
        email: str,
        redirect_uri: str | NotGiven = NOT_GIVEN,
        state: str | NotGiven = NOT_GIVEN,
        expires_in: int | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> PasswordlessSession:
        """Create a passwordless session.

        Email the `link` yourself or call `send_session`. When the user opens it, the browser is redirected to your
        redirect URI with a code for `sso.get_profile_and_token`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            email: The email address of the user.
            redirect_uri: The URI the browser is redirected to. If omitted, the default redirect URI is used.
            state: A string of your choice, returned unchanged in the redirect.
            expires_in: The lifetime of the link in seconds, from 900 (15 minutes) to 86,400 (24 hours).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The passwordless session with its link.

        See https://workos.com/docs/reference/magic-link/passwordless-session/create
        """
        return await self._requestor.call(
            _CREATE_SESSION,
            body={
                "type": "MagicLink",
                "email": email,
                "redirect_uri": redirect_uri,
                "state": state,
                "expires_in": expires_in,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def send_session(
        self, session_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> PasswordlessSessionReceipt | None:
        """Email the link of a passwordless session.

        WorkOS sends the email to the address of the session. Returns `None` if the response has no body.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            session_id: The ID of the passwordless session (`passwordless_session_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The email is being sent.

        See https://workos.com/docs/reference/magic-link/passwordless-session/send-email
        """
        return await self._requestor.call(
            _SEND_SESSION, path={"session_id": session_id}, idempotency_key=idempotency_key, options=options
        )
