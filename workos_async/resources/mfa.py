# Generated from spec/resources/mfa.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.mfa`."""

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
    from workos_core.models.mfa import (
        AuthenticationChallenge,
        AuthenticationFactor,
        ChallengeVerification,
        EnrollableFactorType,
        EnrolledAuthenticationFactor,
    )
else:
    AuthenticationChallenge = lazy_type("workos_core.models.mfa", "AuthenticationChallenge")
    AuthenticationFactor = lazy_type("workos_core.models.mfa", "AuthenticationFactor")
    ChallengeVerification = lazy_type("workos_core.models.mfa", "ChallengeVerification")
    EnrollableFactorType = lazy_type("workos_core.models.mfa", "EnrollableFactorType")
    EnrolledAuthenticationFactor = lazy_type("workos_core.models.mfa", "EnrolledAuthenticationFactor")

_ENROLL_FACTOR: Operation[EnrolledAuthenticationFactor] = Operation(
    "mfa.enroll_factor",
    "POST",
    "/auth/factors/enroll",
    returns=EnrolledAuthenticationFactor,
)
_GET_FACTOR: Operation[AuthenticationFactor] = Operation(
    "mfa.get_factor",
    "GET",
    "/auth/factors/{factor_id}",
    returns=AuthenticationFactor,
    returns_requested_id="factor_id",
)
_DELETE_FACTOR: Operation[None] = Operation(
    "mfa.delete_factor",
    "DELETE",
    "/auth/factors/{factor_id}",
)
_CHALLENGE_FACTOR: Operation[AuthenticationChallenge] = Operation(
    "mfa.challenge_factor",
    "POST",
    "/auth/factors/{factor_id}/challenge",
    returns=AuthenticationChallenge,
)
_VERIFY_CHALLENGE: Operation[ChallengeVerification] = Operation(
    "mfa.verify_challenge",
    "POST",
    "/auth/challenges/{challenge_id}/verify",
    returns=ChallengeVerification,
    single_use=True,
)


@hides_locals
class Mfa(ResourceClient):
    """Multi-factor authentication for your own sign-in. Enroll factors, create challenges, and verify the codes
    that users enter.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def enroll_factor(
        self,
        *,
        type: EnrollableFactorType,
        phone_number: str | NotGiven = NOT_GIVEN,
        totp_issuer: str | NotGiven = NOT_GIVEN,
        totp_user: str | NotGiven = NOT_GIVEN,
        user_id: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> EnrolledAuthenticationFactor:
        """Enroll an authentication factor.

        Store the ID of the factor with your user; `challenge_factor` requires it. The secret and the QR code of a
        TOTP factor are included in this response only, so show them immediately.

        Args:
            type: The type of the factor.
            phone_number: The phone number that codes are sent to. Required for `sms`.
            totp_issuer: The name of your application, as shown in the authenticator app. Required for `totp`.
            totp_user: The name of the account, as shown in the authenticator app, such as an email address.
                Required for `totp`.
            user_id: The ID of the AuthKit user the factor belongs to.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new factor, with the data the user needs to set it up.

        See https://workos.com/docs/reference/mfa/factor/enroll
        """
        return await self._requestor.call(
            _ENROLL_FACTOR,
            body={
                "type": type,
                "phone_number": phone_number,
                "totp_issuer": totp_issuer,
                "totp_user": totp_user,
                "user_id": user_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get_factor(self, factor_id: str, *, options: RequestOptions | None = None) -> AuthenticationFactor:
        """Get an authentication factor.

        Args:
            factor_id: The ID of the factor (`auth_factor_…`).

        Returns:
            The factor, without its secret.

        See https://workos.com/docs/reference/mfa/factor/get
        """
        return await self._requestor.call(_GET_FACTOR, path={"factor_id": factor_id}, options=options)

    async def delete_factor(self, factor_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an authentication factor.

        This cannot be undone.

        Args:
            factor_id: The ID of the factor (`auth_factor_…`).

        See https://workos.com/docs/reference/mfa/factor/delete
        """
        return await self._requestor.call(_DELETE_FACTOR, path={"factor_id": factor_id}, options=options)

    async def challenge_factor(
        self,
        factor_id: str,
        *,
        sms_template: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> AuthenticationChallenge:
        """Create a challenge for an authentication factor.

        For an SMS factor, WorkOS sends the code; for a TOTP factor, the authenticator app shows it. Verify the code
        that the user enters with `verify_challenge`.

        Args:
            factor_id: The ID of the factor (`auth_factor_…`).
            sms_template: The text message for an SMS factor. `{{code}}` is replaced with the code.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new challenge.

        See https://workos.com/docs/reference/mfa/challenge/create
        """
        return await self._requestor.call(
            _CHALLENGE_FACTOR,
            path={"factor_id": factor_id},
            body={"sms_template": sms_template},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def verify_challenge(
        self, challenge_id: str, *, code: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> ChallengeVerification:
        """Verify the code of a challenge.

        A wrong code does not raise an error; `valid` is then `False`. Too many wrong codes do.

        Args:
            challenge_id: The ID of the challenge (`auth_challenge_…`).
            code: The code that the user entered.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            Whether the code is correct.

        Raises:
            BadRequestError: `code` or `error` is `one_time_code_too_many_attempts`.

        See https://workos.com/docs/reference/mfa/challenge/verify
        """
        return await self._requestor.call(
            _VERIFY_CHALLENGE,
            path={"challenge_id": challenge_id},
            body={"code": code},
            idempotency_key=idempotency_key,
            options=options,
        )
