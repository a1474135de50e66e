"""The types of sign-in hooks and webhook handlers. Checked by mypy --strict and pyright strict, never run."""

from workos_async import SignedIn, SignInDenied, SignInFailed, SignInHooks
from workos_core.auth import ErrorPage, SessionRefreshed, SignedOut, SignInPage, WebRequest, WebResponse, see_other
from workos_core.models.events import Event
from workos_web.asgi import webhook_app


def on_signed_in(request: WebRequest, signed_in: SignedIn) -> WebResponse | None:
    if signed_in.response.user.email.endswith("@example.com"):
        raise SignInDenied("not_a_customer", message="Sign in with your work account.")
    return see_other("/welcome") if request.path == "/callback" else None


async def on_failed(request: WebRequest, failed: SignInFailed) -> None: ...


def on_refreshed(request: WebRequest, session: SessionRefreshed) -> None: ...


async def on_signed_out(request: WebRequest, signed_out: SignedOut) -> WebResponse:
    return see_other(signed_out.url)


def error_page(request: WebRequest, error: ErrorPage) -> WebResponse:
    return WebResponse(error.status, error.text)


async def sign_in_page(request: WebRequest, page: SignInPage) -> WebResponse:
    return WebResponse(200, page.start_url)


SignInHooks(
    on_signed_in=on_signed_in,
    on_failed=on_failed,
    on_refreshed=on_refreshed,
    on_signed_out=on_signed_out,
    error_page=error_page,
    sign_in_page=sign_in_page,
)
SignInHooks(error_page="/error", sign_in_page="/welcome")
SignInHooks(on_signed_in=on_failed)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
SignInHooks(error_page=on_failed)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def handle_event(event: Event) -> None: ...


async def handle_event_async(event: Event) -> int:
    return 1


def handle_text(event: str) -> None: ...


webhook_app("secret", handle_event)
webhook_app("secret", handle_event_async)
webhook_app("secret", handle_text)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
