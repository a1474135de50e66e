from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager

from tests.web.apps._clients import asgi_client, async_sign_in, describe
from tests.web.browser import Send
from workos_core.auth.identity import requirements
from workos_core.auth.identity.sign_in_hooks import SignInHooks
from workos_core.models.events import Event
from workos_emulator import Emulator
from workos_web import asgi
from workos_web._request_auth import WebhookHandler
from workos_web.asgi import AsyncRequestAuth, Receive, Scope, SignInMiddleware, get_request_auth, webhook_app

View = Callable[[AsyncRequestAuth], Awaitable[str]]


@contextmanager
def client(
    emulator: Emulator, secret: str, *, hooks: SignInHooks | None = None, handler: WebhookHandler | None = None
) -> Generator[Send]:
    event_ids: list[str] = []

    async def home(_: AsyncRequestAuth) -> str:
        return "home"

    async def anyone(auth: AsyncRequestAuth) -> str:
        identity = await auth.identity()
        return "anonymous" if identity is None or identity.user is None else identity.user.email

    async def organization(auth: AsyncRequestAuth) -> str:
        return str((await auth.require(requirements.user())).organization_id)

    async def events(_: AsyncRequestAuth) -> str:
        return " ".join(event_ids)

    def require(requirement: requirements.Requirement) -> View:
        async def view(auth: AsyncRequestAuth) -> str:
            return describe(await auth.require(requirement))

        return view

    async def store_event(event: Event) -> None:
        event_ids.append(event.id)

    views: dict[str, View] = {
        "/": home,
        "/me": require(requirements.user()),
        "/open": anyone,
        "/organization": organization,
        "/member": require(requirements.role("member")),
        "/admin": require(requirements.role("admin")),
        "/permission": require(requirements.permission("posts:read")),
        "/flag": require(requirements.feature_flag("new")),
        "/either": require(requirements.role("admin") | requirements.permission("posts:read")),
        "/both": require(requirements.role("member") & requirements.permission("posts:read")),
        "/events": events,
    }
    webhook = webhook_app(secret, handler or store_event)

    async def application(scope: Scope, receive: Receive, send: asgi.Send) -> None:
        if scope["path"] == "/webhook":
            await webhook(scope, receive, send)
            return
        body = (await views[scope["path"]](get_request_auth(scope))).encode()
        headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    with asgi_client(SignInMiddleware(application, sign_in=async_sign_in(emulator), hooks=hooks)) as send:
        yield send
