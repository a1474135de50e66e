"""The data of the WorkOS user behind an identity."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

import logging
from typing import Any

from asgiref.sync import async_to_sync
from django.core.cache import cache
from django.http import HttpRequest

from workos_core.auth.identity.identity import Identity
from workos_core.auth.identity.web_response import error_json
from workos_core.errors import APIConnectionError, APIError, DecodeError, NotFoundError
from workos_core.models.user_management import User
from workos_core.serialization.unstructure import to_dict
from workos_web._request_auth import AsyncRequestAuth, RequestDenied
from workos_web.django._http import get_request_auth

USER_TTL = 60
"""How long the data of a user that was fetched for an access token or API key is kept in Django's cache, in seconds."""

logger: logging.Logger = logging.getLogger("workos")

_FIELDS = ("id", "email", "email_verified", "external_id", "first_name", "last_name")


def load_user_data(request: HttpRequest | None, identity: Identity) -> User | None:
    """Return the WorkOS user behind an identity, or None if there is none.

    A session contains the user. For an access token or the API key of a user, the user is fetched, and kept in Django's cache.

    Raises:
        RequestDenied: The user could not be fetched. The response has the status 503.
    """
    if identity.user_id is None:
        return None
    try:
        stored = identity.user
    except DecodeError:
        logger.warning("The user in a session cookie has the wrong structure: nobody is signed in")
        return None
    if stored is not None:
        return stored if getattr(stored, "id", None) == identity.user_id else None
    key = f"workos_user:{identity.user_id}"
    data: dict[str, Any] | None = cache.get(key)
    if data is None and request is not None:
        data = _fetch(request, identity.user_id)
        if data is not None:
            cache.set(key, data, USER_TTL)
    return None if data is None else User.from_dict(data)


def _fetch(request: HttpRequest, user_id: str) -> dict[str, Any] | None:
    auth = get_request_auth(request)
    try:
        if isinstance(auth, AsyncRequestAuth):
            user = async_to_sync(auth.routes.sign_in.workos.user_management.get_user)(user_id)
        else:
            user = auth.routes.sign_in.workos.user_management.get_user(user_id)
    except NotFoundError:
        return None
    except (APIConnectionError, APIError, DecodeError):
        denied = RequestDenied(error_json(503, "api_unavailable", 1.0))
    else:
        data = to_dict(user)
        return {name: data.get(name) for name in _FIELDS}
    raise denied
