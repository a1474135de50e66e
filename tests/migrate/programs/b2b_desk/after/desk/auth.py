"""Sign-in, sealed sessions, and switching between organizations."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from workos_async import (
    NOT_GIVEN,
    AuthenticationFlowError,
    OrganizationSelectionRequiredError,
    Session,
    WorkOS,
)
from workos_core.auth import (
    SessionAuthenticated,
    SessionData,
    SessionNotAuthenticated,
    SessionRefreshed,
    seal_session,
)
from workos_core.models import AuthenticationResponse

from desk.config import Settings

router = APIRouter()
_FATAL = {"no_session_cookie_provided", "invalid_session_cookie"}


def get_settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def get_workos(request: Request) -> WorkOS:
    client: WorkOS = request.app.state.provider.client
    return client


WorkOSDep = Annotated[WorkOS, Depends(get_workos)]
SettingsDep = Annotated[Settings, Depends(get_settings)]


def load_session(request: Request, workos: WorkOSDep, settings: SettingsDep) -> Session:
    return workos.user_management.load_sealed_session(
        session_data=request.cookies.get(settings.cookie_name, ""),
        cookie_password=settings.cookie_password,
    )


SessionDep = Annotated[Session, Depends(load_session)]


SignedIn = SessionAuthenticated | SessionRefreshed


async def current_user(
    response: Response, session: SessionDep, settings: SettingsDep
) -> SignedIn:
    result = await session.authenticate()
    if isinstance(result, SessionAuthenticated):
        return result
    if result.reason in _FATAL:
        raise HTTPException(401, "sign in first")
    refreshed = await session.refresh()
    if isinstance(refreshed, SessionNotAuthenticated):
        raise HTTPException(401, f"session expired: {refreshed.reason}")
    response.set_cookie(settings.cookie_name, refreshed.sealed_session, httponly=True, samesite="lax")
    return refreshed


UserDep = Annotated[SignedIn, Depends(current_user)]


def _seal(auth: AuthenticationResponse, settings: Settings) -> str:
    return seal_session(SessionData(
        access_token=auth.access_token,
        refresh_token=auth.refresh_token,
        user=auth.user.to_dict(),
        impersonator=auth.impersonator.to_dict() if auth.impersonator else None,
    ), settings.cookie_password)


@router.get("/login")
def login(workos: WorkOSDep, settings: SettingsDep, organization: str | None = None) -> RedirectResponse:
    url = workos.user_management.get_authorization_url(
        provider="authkit",
        redirect_uri=settings.redirect_uri,
        organization_id=organization,
        state=json.dumps({"next": "/me"}),
    )
    return RedirectResponse(url)


@router.get("/callback")
async def callback(code: str, request: Request, workos: WorkOSDep, settings: SettingsDep) -> RedirectResponse:
    try:
        auth = await workos.user_management.authenticate_with_code(
            code=code,
            ip_address=request.client.host if request.client else NOT_GIVEN,
            user_agent=request.headers.get("user-agent", ""),
        )
    except OrganizationSelectionRequiredError as error:
        raise HTTPException(409, f"choose an organization ({error.code})") from error
    except AuthenticationFlowError as error:
        raise HTTPException(403, error.message or "sign-in denied") from error
    redirect = RedirectResponse("/me")
    redirect.set_cookie(settings.cookie_name, _seal(auth, settings), httponly=True, samesite="lax")
    return redirect


@router.post("/organizations/{organization_id}/switch")
async def switch(organization_id: str, response: Response, session: SessionDep, settings: SettingsDep) -> dict[str, Any]:
    refreshed = await session.refresh(organization_id=organization_id)
    if isinstance(refreshed, SessionNotAuthenticated):
        # TODO(workos-migrate): the reason is 'api_unavailable' or another code; check `retryable` first; see https://workos-async.readthedocs.io/migration/official-sdk/#sessions
        status = 503 if refreshed.reason == "api_unavailable" else 403
        raise HTTPException(status, str(refreshed.reason))
    response.set_cookie(settings.cookie_name, refreshed.sealed_session, httponly=True, samesite="lax")
    return {
        "organization": refreshed.organization_id,
        "role": refreshed.role,
        "email": refreshed.user.email if refreshed.user else None,
    }


@router.get("/logout")
async def logout(session: SessionDep, settings: SettingsDep) -> RedirectResponse:
    url = session.get_logout_url(return_to="http://testserver/")
    redirect = RedirectResponse(url)
    redirect.delete_cookie(settings.cookie_name)
    return redirect


@router.get("/me")
async def me(user: UserDep) -> dict[str, Any]:
    return {
        "email": user.user.email if user.user else None,
        "organization": user.organization_id,
        "role": user.role,
        "permissions": list(user.permissions or []),
    }
