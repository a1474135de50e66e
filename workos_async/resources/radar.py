# Generated from spec/resources/radar.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.radar`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.models.radar import (
    RadarAssessment,
    RadarAttemptAction,
    RadarAttemptOutcome,
    RadarAuthMethod,
    RadarListAction,
    RadarListEntryPresent,
    RadarListType,
)
from workos_core.not_given import NOT_GIVEN, NotGiven

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor

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


class Radar:
    """Radar spots bots, stolen passwords and other abuse of sign-ins: ask it about sign-ins you run yourself, and
    keep its block and allow lists. Asking about attempts is in preview; WorkOS opens it for an account on
    request.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
        options: RequestOptions | None = None,
    ) -> RadarAssessment:
        """Ask whether a sign-in or sign-up looks harmful.

        Call it before you let the person in, and act on the `verdict`. Report a success with `update_attempt`.

        Args:
            ip_address: The IP address the request came from.
            user_agent: The User-Agent header of the request.
            email: The e-mail address of the person.
            auth_method: How the person proves who they are.
            action: Whether it is a sign-in or a sign-up.
            signals_id: The id of the signals that the Radar script collected in the browser.

        Returns:
            The verdict.
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

        Optional, but some controls compare with recent successful attempts, `impossible_travel` for one.

        Args:
            attempt_id: The `attempt_id` of the verdict.
            challenge_status: `success` when the person passed the challenge.
            attempt_status: `success` when the person got in.
        """
        return await self._requestor.call(
            _UPDATE_ATTEMPT,
            path={"attempt_id": attempt_id},
            body={"challenge_status": challenge_status, "attempt_status": attempt_status},
            options=options,
        )

    async def add_list_entry(
        self, type: RadarListType, action: RadarListAction, *, entry: str, options: RequestOptions | None = None
    ) -> RadarListEntryPresent | None:
        """Put an entry on a block or allow list.

        `None` comes back for a new entry; one that was already there comes back as a message.

        Args:
            type: What the list is about.
            action: What happens to the entries of the list.
            entry: The value, such as an IP address, a domain or a country code; which, says the list.

        Returns:
            A message, because the entry was already there.
        """
        return await self._requestor.call(
            _ADD_LIST_ENTRY, path={"type": type, "action": action}, body={"entry": entry}, options=options
        )

    async def remove_list_entry(
        self, type: RadarListType, action: RadarListAction, *, entry: str, options: RequestOptions | None = None
    ) -> None:
        """Take an entry off a block or allow list.

        Args:
            type: What the list is about.
            action: What happens to the entries of the list.
            entry: The value as it stands on the list.
        """
        return await self._requestor.call(
            _REMOVE_LIST_ENTRY, path={"type": type, "action": action}, body={"entry": entry}, options=options
        )
