"""The page that stands for a provider: whoever opens it connects the account."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from workos_emulator import errors, urls
from workos_emulator.messages import Request, Response
from workos_emulator.records.pipes import ConnectedAccount, PipesAuthorization
from workos_emulator.state import State

PATH = "/_emulator/pipes/authorize"
_TOKEN_LIFETIME = timedelta(hours=1)
_CODE_LIFETIME = timedelta(seconds=90)


def answer(state: State, request: Request) -> Response:
    """Connect the account of the authorization in `state`, or make a `connect_code` for it, and go back to the application.

    Raises:
        ApiError: 404, there is no such authorization.
    """
    key = parse_qs(request.query, max_num_fields=100).get("state", [""])[0]
    authorization = state.pipes.authorizations.get(key)
    if authorization is None or authorization.expires_at <= state.now() or authorization.connect_code is not None:
        raise errors.plain(404, "There is nothing to connect here, or it is too late.")
    more = {"state": authorization.id}
    if authorization.code_challenge is not None:
        authorization.connect_code = more["connect_code"] = state.ids.secret(32)
        authorization.expires_at = state.now() + _CODE_LIFETIME
        state.pipes.authorizations.changed(authorization)
    else:
        state.pipes.authorizations.remove(authorization.id)
        if connect(state, authorization) is None:
            raise errors.plain(404, "The integration, or whoever should own the account, is gone.")
    if authorization.return_to is None:
        return Response(200, {"content-type": "text/plain; charset=utf-8"}, b"The account is connected.\n")
    sign = "&" if urlsplit(authorization.return_to).query else "?"
    return Response.redirect(urls.encoded(authorization.return_to) + sign + urlencode(more))


def connect(state: State, authorization: PipesAuthorization) -> ConnectedAccount | None:
    """Connect the account that was asked for, with new tokens; None if the integration or the owner is gone."""
    integration, wanted = state.pipes.integrations.get(authorization.integration_id), authorization.account
    if integration is None or not _is_there(state, wanted):
        return None
    now, accounts = state.now(), state.pipes.accounts
    owned = accounts.group("owner", (integration.id, wanted["user_id"] or wanted["organization_id"]))
    same = [account for account in owned if account.organization_id == wanted["organization_id"]]
    account = accounts.get(authorization.reauthorize_id or "")
    if account is None and same and not wanted["add"]:
        account = same[0]
    if account is None:
        account = ConnectedAccount(
            id=state.ids.new("connected_account"),
            integration_id=integration.id,
            user_id=wanted["user_id"],
            organization_id=wanted["organization_id"],
            established_by=wanted["established_by"],
            auth_method="oauth",
            state="connected",
            created_at=now,
            updated_at=now,
        )
        accounts.add(account)
    account.auth_method, account.state, account.state_reason = "oauth", "connected", None
    account.secret, account.refresh_token = state.ids.secret(40), state.ids.secret(40)
    account.expires_at, account.updated_at = now + _TOKEN_LIFETIME, now
    account.scopes = list(integration.scopes or [])
    account.config = wanted["config"] or account.config
    account.display_name = wanted["display_name"] or account.display_name
    accounts.changed(account)
    return account


def _is_there(state: State, wanted: dict[str, Any]) -> bool:
    user_id, organization_id = wanted["user_id"], wanted["organization_id"]
    return (user_id is None or user_id in state.users) and (
        organization_id is None or organization_id in state.organizations
    )
