"""Sign-in for Django: start with `DjangoSignIn`.

`.users` and `.middleware` fill `request.user` with users of `django.contrib.auth`, `.admin` signs in to the admin site, and
`.rest_framework` and `.ninja` authenticate requests to APIs. Each of these modules imports only what it serves.
"""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_web._connect.django import ConnectTokenGuard as ConnectTokenGuard
    from workos_web._connect.django import require_connect_token as require_connect_token
    from workos_web._request_auth import AsyncRequestAuth as AsyncRequestAuth
    from workos_web._request_auth import RequestDenied as RequestDenied
    from workos_web._request_auth import SyncRequestAuth as SyncRequestAuth
    from workos_web.django._sign_in import DjangoSignIn as DjangoSignIn
    from workos_web.django._views import current_identity as current_identity
    from workos_web.django._views import webhook_view as webhook_view

# Loaded on first use: the settings may import this package before Django has its settings.
_NAMES = {
    "workos_web._request_auth": (
        "AsyncRequestAuth",
        "RequestDenied",
        "SyncRequestAuth",
    ),
    "workos_web.django._views": (
        "current_identity",
        "webhook_view",
    ),
    "workos_web.django._sign_in": ("DjangoSignIn",),
    "workos_web._connect.django": (
        "ConnectTokenGuard",
        "require_connect_token",
    ),
}
__all__ = [
    "AsyncRequestAuth",
    "ConnectTokenGuard",
    "DjangoSignIn",
    "RequestDenied",
    "SyncRequestAuth",
    "current_identity",
    "require_connect_token",
    "webhook_view",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
