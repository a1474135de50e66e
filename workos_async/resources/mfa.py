# Generated from spec/resources/mfa.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.mfa`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.models.mfa import (
    AuthenticationChallenge,
    AuthenticationFactor,
    ChallengeVerification,
    EnrollableFactorType,
    EnrolledAuthenticationFactor,
)
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

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


class Mfa:
    """A second factor for your own sign-in: enroll factors, send challenges, verify the codes people type in.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
        options: RequestOptions | None = None,
    ) -> EnrolledAuthenticationFactor:
        """Enroll a second factor.

        Keep the id of the factor beside your user: `challenge_factor` needs it. The secret of a TOTP factor and its
        QR code are in this answer only; show them at once.

        Args:
            type: The kind of factor.
            phone_number: The phone number that codes are sent to; needed for `sms`.
            totp_issuer: The name of your application as the authenticator app shows it; needed for `totp`.
            totp_user: The name of the account as the authenticator app shows it, such as an e-mail address;
                needed for `totp`.
            user_id: The id of the AuthKit user the factor belongs to.

        Returns:
            The new factor, with what its owner needs to set it up.
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
            options=options,
        )

    async def get_factor(self, factor_id: str, *, options: RequestOptions | None = None) -> AuthenticationFactor:
        """Get a factor.

        Args:
            factor_id: The id of the factor (`auth_factor_…`).

        Returns:
            The factor, without its secret.
        """
        return await self._requestor.call(_GET_FACTOR, path={"factor_id": factor_id}, options=options)

    async def delete_factor(self, factor_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a factor for good.

        This cannot be undone.

        Args:
            factor_id: The id of the factor (`auth_factor_…`).
        """
        return await self._requestor.call(_DELETE_FACTOR, path={"factor_id": factor_id}, options=options)

    async def challenge_factor(
        self, factor_id: str, *, sms_template: str | NotGiven = NOT_GIVEN, options: RequestOptions | None = None
    ) -> AuthenticationChallenge:
        """Ask the owner of a factor for a code.

        For an SMS factor this sends the code; for a TOTP factor the authenticator app shows it. Check what the
        person types in with `verify_challenge`.

        Args:
            factor_id: The id of the factor (`auth_factor_…`).
            sms_template: The text message for an SMS factor; `{{code}}` in it stands for the code.

        Returns:
            The new challenge.
        """
        return await self._requestor.call(
            _CHALLENGE_FACTOR, path={"factor_id": factor_id}, body={"sms_template": sms_template}, options=options
        )

    async def verify_challenge(
        self, challenge_id: str, *, code: str, options: RequestOptions | None = None
    ) -> ChallengeVerification:
        """Check the code somebody typed in.

        A wrong code is no error: `valid` is false then. Too many wrong codes are one.

        Args:
            challenge_id: The id of the challenge (`auth_challenge_…`).
            code: The code the person typed in.

        Returns:
            Whether the code was right.

        Raises:
            BadRequestError: `code` or `error` is `one_time_code_too_many_attempts`.
        """
        return await self._requestor.call(
            _VERIFY_CHALLENGE, path={"challenge_id": challenge_id}, body={"code": code}, options=options
        )
