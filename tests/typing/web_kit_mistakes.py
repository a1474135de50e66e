"""Mistakes with guards and decorators that mypy and pyright must report: an unused ignore comment is an error in both. Never run."""

# Django ships no type annotations, and the type of a mistake is unknown.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from django.http import HttpRequest
from fastapi import FastAPI
from litestar import get
from starlette.requests import Request

from workos_core.auth import permission, role
from workos_web import fastapi as fastapi_kit
from workos_web import litestar as litestar_kit
from workos_web import starlette as starlette_kit
from workos_web.django import DjangoSignIn
from workos_web.flask import FlaskSignIn


def use(*values: object) -> None: ...


def requirements() -> None:
    use(role("admin") | "reports:read")  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    role(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    if role("admin"):  # pyright: ignore[reportGeneralTypeIssues]
        pass


async def guards(request: Request, app: FastAPI) -> None:
    fastapi_kit.require("admin")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    fastapi_kit.require(fastapi_kit.require_user)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    use(fastapi_kit.require_role("admin") | role("editor"))  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    identity = await starlette_kit.require_user(request)
    use(identity.email)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use((await starlette_kit.current_user(request)).user_id)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    fastapi_kit.install(app)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


@get("/", guards=[litestar_kit.require_role])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
async def litestar_handler() -> None: ...


def flask_views(auth: FlaskSignIn) -> None:
    @auth.require_permission("reports:read")
    def view(number: int) -> str:
        return str(number)

    @auth.require(role("admin") | permission("reports:read"))
    async def async_view(number: int) -> str:
        return str(number)

    view("1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    use(view(1).missing)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(async_view())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    async_view(1).upper()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    auth.require_role(view)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def django_views(auth: DjangoSignIn, request: HttpRequest) -> None:
    @auth.require_user
    def view(request: HttpRequest, number: int) -> str:
        return str(number)

    @auth.require(role("admin"))
    async def async_view(request: HttpRequest) -> str:
        return ""

    view(request, "1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    use(view(request, 1).missing)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    use(async_view())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    async_view(request).upper()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    auth.require("admin")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
