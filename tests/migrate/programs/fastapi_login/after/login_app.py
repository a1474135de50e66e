"""Sign-in with AuthKit in FastAPI."""

from typing import Annotated

from fastapi import Cookie, FastAPI, HTTPException
from fastapi.responses import RedirectResponse
from login_clients import COOKIE, COOKIE_PASSWORD, WorkOS
from workos_core.auth import SessionData, seal_session
from workos_sync import BadRequestError

app = FastAPI()


@app.get("/login")
def login(workos: WorkOS) -> RedirectResponse:
    url = workos.user_management.get_authorization_url(
        provider="authkit", redirect_uri="http://testserver/callback", state="s1"
    )
    return RedirectResponse(url)


@app.get("/callback")
def callback(code: str, workos: WorkOS) -> RedirectResponse:
    try:
        response = workos.user_management.authenticate_with_code(code=code)
    except BadRequestError as error:
        raise HTTPException(400, f"{error.error}: {error.error_description}") from error
    sealed = seal_session(SessionData(
        access_token=response.access_token,
        refresh_token=response.refresh_token,
        user=response.user.to_dict(),
    ), COOKIE_PASSWORD)
    redirect = RedirectResponse("/me")
    redirect.set_cookie(COOKIE, sealed, httponly=True, samesite="lax")
    return redirect


@app.get("/me")
def me(workos: WorkOS, wos_session: Annotated[str, Cookie()] = "") -> dict[str, str | None]:
    session = workos.user_management.load_sealed_session(
        session_data=wos_session, cookie_password=COOKIE_PASSWORD
    )
    result = session.authenticate()
    if result.authenticated:
        return {"session": result.session_id, "organization": result.organization_id}
    if result.reason == "no_session_cookie_provided":
        raise HTTPException(401, "sign in first")
    refreshed = session.refresh()
    if refreshed.authenticated is True:
        return {"session": refreshed.session_id, "organization": refreshed.organization_id}
    raise HTTPException(401, str(refreshed.reason))


@app.get("/logout")
def logout(workos: WorkOS, wos_session: Annotated[str, Cookie()]) -> RedirectResponse:
    session = workos.user_management.load_sealed_session(
        session_data=wos_session, cookie_password=COOKIE_PASSWORD
    )
    redirect = RedirectResponse(session.get_logout_url(return_to="http://testserver/"))
    redirect.delete_cookie(COOKIE)
    return redirect
