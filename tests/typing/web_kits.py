"""Guards and decorators of the web frameworks preserve the types of views. Checked by mypy and pyright, never run."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from typing import Annotated, Any, assert_type

import flask
from django.http import HttpRequest
from fastapi import Depends, FastAPI, WebSocket
from litestar import Request as LitestarRequest
from litestar import get
from starlette.requests import HTTPConnection, Request

from workos_async import AuthenticatedUser, Identity, Requirement
from workos_core.auth import anyone, feature_flag, permission, role, user
from workos_web import fastapi as fastapi_kit
from workos_web import litestar as litestar_kit
from workos_web import starlette as starlette_kit
from workos_web.asgi import Scope, get_request_auth
from workos_web.django import DjangoSignIn
from workos_web.flask import FlaskSignIn

ADMIN_OR_READER = role("admin") | permission("reports:read") & user()
assert_type(ADMIN_OR_READER, Requirement)


async def asgi_application(scope: Scope) -> None:
    assert_type(await get_request_auth(scope).require(feature_flag("beta") | anyone()), Identity)
    assert_type(await get_request_auth(scope).identity(), Identity | None)


async def starlette_endpoint(request: Request, connection: HTTPConnection) -> None:
    assert_type(await starlette_kit.require_user(request), AuthenticatedUser)
    assert_type((await starlette_kit.require_role("admin")(request)).user_id, str)
    assert_type((await starlette_kit.require_permission("reports:read")(request)).user_id, str | None)
    assert_type(await starlette_kit.require(ADMIN_OR_READER)(connection), Identity)
    assert_type(await starlette_kit.current_user(request), AuthenticatedUser | None)
    either = starlette_kit.require_role("admin") | starlette_kit.require_permission("x")
    assert_type(either, starlette_kit.Guard[Identity])
    assert_type(starlette_kit.require_user & either, starlette_kit.Guard[AuthenticatedUser])


fastapi_app = FastAPI(dependencies=[Depends(fastapi_kit.require_user)])
Admin = Annotated[AuthenticatedUser, Depends(fastapi_kit.require_role("admin") & fastapi_kit.require_user)]


@fastapi_app.get("/reports/{number}", dependencies=[Depends(fastapi_kit.require(ADMIN_OR_READER))])
async def fastapi_endpoint(
    number: int, admin: Admin, optional: Annotated[AuthenticatedUser | None, Depends(fastapi_kit.current_user)]
) -> str:
    assert_type(optional, AuthenticatedUser | None)
    return admin.user_id


@fastapi_app.websocket("/ws")
async def fastapi_websocket(websocket: WebSocket, admin: Admin) -> None:
    assert_type(admin.permissions, tuple[str, ...])
    assert_type(await fastapi_kit.require_permission("x")(websocket), Identity)


async def fastapi_call(admin: AuthenticatedUser) -> None:
    assert_type(await fastapi_endpoint(1, admin, None), str)
    assert_type(fastapi_kit.require_user & fastapi_kit.require_permission("x"), fastapi_kit.Guard[AuthenticatedUser])
    fastapi_app.dependency_overrides[fastapi_kit.require(role("admin") | user())] = lambda: admin


@get("/reports", guards=[litestar_kit.require_user, litestar_kit.require(ADMIN_OR_READER)])
async def litestar_handler(request: LitestarRequest[Any, Any, Any]) -> str:
    assert_type(await litestar_kit.current_user(request), AuthenticatedUser | None)
    assert_type(litestar_kit.require_role("a") & litestar_kit.require_feature_flag("b"), litestar_kit.Guard)
    return ""


async def flask_views(auth: FlaskSignIn) -> None:
    @auth.require_user
    def view(number: int, *, name: str = "") -> flask.Response:
        return flask.Response(f"{number} {name}")

    @auth.require(ADMIN_OR_READER)
    async def async_view(number: int) -> str:
        return str(number)

    @auth.require_permission("reports:read")
    @auth.require_role("admin")
    @auth.require_feature_flag("beta")
    def guarded_by_several() -> tuple[str, int]:
        return "", 200

    assert_type(await async_view(1), str)
    assert_type(view(1, name=""), flask.Response)
    assert_type(guarded_by_several(), tuple[str, int])
    assert_type(auth.current_identity, Identity | None)
    assert_type(auth.current_user, AuthenticatedUser | None)


async def django_views(auth: DjangoSignIn, request: HttpRequest) -> None:
    @auth.require_user
    def view(request: HttpRequest, number: int, *, name: str = "") -> tuple[int, str]:
        return number, name

    @auth.require(ADMIN_OR_READER)
    async def async_view(request: HttpRequest, number: int) -> str:
        return str(number)

    @auth.require_permission("reports:read")
    @auth.require_role("admin")
    @auth.require_feature_flag("beta")
    def guarded_by_several(request: HttpRequest) -> list[str]:
        return []

    assert_type(view(request, 1, name=""), tuple[int, str])
    assert_type(await async_view(request, 1), str)
    assert_type(guarded_by_several(request), list[str])
