# Generated from spec/resources/radar.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.radar`."""

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
    from workos_core.models.radar import (
        RadarAssessment,
        RadarAttemptAction,
        RadarAttemptOutcome,
        RadarAuthMethod,
        RadarListAction,
        RadarListEntryPresent,
        RadarListType,
    )
else:
    RadarAssessment = lazy_type("workos_core.models.radar", "RadarAssessment")
    RadarAttemptAction = lazy_type("workos_core.models.radar", "RadarAttemptAction")
    RadarAttemptOutcome = lazy_type("workos_core.models.radar", "RadarAttemptOutcome")
    RadarAuthMethod = lazy_type("workos_core.models.radar", "RadarAuthMethod")
    RadarListAction = lazy_type("workos_core.models.radar", "RadarListAction")
    RadarListEntryPresent = lazy_type("workos_core.models.radar", "RadarListEntryPresent")
    RadarListType = lazy_type("workos_core.models.radar", "RadarListType")

_CREATE_ATTEMPT: Operation[RadarAssessment] = Operation(
    "radar.create_attempt",
    "POST",
    "/radar/attempts",
    returns=RadarAssessment,
)
_UPDATE_ATTEMPT: Operation[None] = Operation(
    "radar.update_attempt",
    "PUT",
    "/radar/attempts/{attempt_id}",
)
_ADD_LIST_ENTRY: Operation[RadarListEntryPresent | None] = Operation(
    "radar.add_list_entry",
    "POST",
    "/radar/lists/{type}/{action}",
    returns=RadarListEntryPresent | None,
)
_REMOVE_LIST_ENTRY: Operation[None] = Operation(
    "radar.remove_list_entry",
    "DELETE",
    "/radar/lists/{type}/{action}",
)


@hides_locals
class Radar(ResourceClient):
    """Radar detects bots, stolen passwords and other abuse of sign-ins. Assess sign-ins that you handle yourself,
    and manage the block and allow lists. Assessing attempts is in preview; WorkOS enables it for an account on
    request.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def create_attempt(
        self,
        *,
        ip_address: str,
        user_agent: str,
        email: str,
        auth_method: RadarAuthMethod,
        action: RadarAttemptAction,
        signals_id: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RadarAssessment:
        """Assess a sign-in or sign-up attempt.

        Call this method before you sign the user in, and act on the `verdict`. Report successful attempts with
        `update_attempt`.

        Args:
            ip_address: The IP address the request came from.
            user_agent: The `User-Agent` header of the request.
            email: The email address of the user.
            auth_method: The method the user authenticates with.
            action: Whether the attempt is a sign-in or a sign-up.
            signals_id: The ID of the signals that the Radar script collected in the browser.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The assessment.

        See https://workos.com/docs/reference/radar/attempts/create
        """
        return await self._requestor.call(
            _CREATE_ATTEMPT,
            body={
                "ip_address": ip_address,
                "user_agent": user_agent,
                "email": email,
                "auth_method": auth_method,
                "action": action,
                "signals_id": signals_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    async def update_attempt(
        self,
        attempt_id: str,
        *,
        challenge_status: RadarAttemptOutcome | NotGiven = NOT_GIVEN,
        attempt_status: RadarAttemptOutcome | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> None:
        """Report that an attempt or its challenge succeeded.

        Reporting is optional, but some controls, such as `impossible_travel`, compare an attempt with recent
        successful ones.

        Args:
            attempt_id: The `attempt_id` of the assessment.
            challenge_status: `success` if the user passed the challenge.
            attempt_status: `success` if the attempt succeeded.

        See https://workos.com/docs/reference/radar/attempts/update
        """
        return await self._requestor.call(
            _UPDATE_ATTEMPT,
            path={"attempt_id": attempt_id},
            body={"challenge_status": challenge_status, "attempt_status": attempt_status},
            options=options,
        )

    async def add_list_entry(
        self,
        type: RadarListType,
        action: RadarListAction,
        *,
        entry: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> RadarListEntryPresent | None:
        """Add an entry to a block or allow list.

        Returns `None` if the entry is new, or a message if it is already on the list.

        Args:
            type: The type of the entries.
            action: Whether the list blocks or allows its entries.
            entry: The value of the entry, such as an IP address, a domain or a country code, depending on the
                type of the list.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            A message that the entry is already on the list.

        See https://workos.com/docs/reference/radar/lists/update
        """
        return await self._requestor.call(
            _ADD_LIST_ENTRY,
            path={"type": type, "action": action},
            body={"entry": entry},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def remove_list_entry(
        self, type: RadarListType, action: RadarListAction, *, entry: str, options: RequestOptions | None = None
    ) -> None:
        """Remove an entry from a block or allow list.

        Args:
            type: The type of the entries.
            action: Whether the list blocks or allows its entries.
            entry: The value of the entry as it appears on the list.

        See https://workos.com/docs/reference/radar/lists/delete
        """
        return await self._requestor.call(
            _REMOVE_LIST_ENTRY, path={"type": type, "action": action}, body={"entry": entry}, options=options
        )
