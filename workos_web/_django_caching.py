"""Protection of the responses of Django views from caches, wherever in the chain of middlewares and decorators a cache is."""

# Django ships no type annotations.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportUntypedBaseClass=false

from functools import cache
from typing import Any

from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.utils.cache import patch_vary_headers

from workos_core.auth.identity.response_caching import IDENTITY_HEADERS, PRIVATE, is_cache_header


def mark_identity_read(request: Any) -> None:
    """Keep Django's caches from storing the response to a request until it has the header `Vary`.

    `cache_page` and a cache middleware below ours store the response before our middleware sees it.
    """
    if not isinstance(request, _IdentityRead):
        update_cache = request.__dict__.pop("_cache_update_cache", False)
        request.__class__ = _request_class(request.__class__)
        request._cache_update_cache = update_cache


def protect_response(request: Any, response: HttpResponse) -> None:
    """Mark a response that depends on the identity of the request, so that caches above our middleware see it."""
    if isinstance(request, _IdentityRead):
        patch_vary_headers(response, IDENTITY_HEADERS)
        request.has_vary_header = True


def make_private(response: HttpResponse) -> None:
    """Keep all caches from storing a response that sets cookies, also if a middleware above ours allows it."""
    headers = _PrivateHeaders({})
    for name, value in response.headers.items():
        headers[name] = value
    headers.set_private()
    response.headers = headers


class _IdentityRead:
    """A request whose identity was read. Django's caches store a response only if `_cache_update_cache` of the request is true."""

    has_vary_header = False

    @property
    def _cache_update_cache(self) -> bool:
        return self.has_vary_header and bool(self.__dict__["_wants_update_cache"])

    @_cache_update_cache.setter
    def _cache_update_cache(self, value: bool) -> None:
        self.__dict__["_wants_update_cache"] = value


@cache
def _request_class(base: type[Any]) -> type[Any]:
    return type(base.__name__, (_IdentityRead, base), {"__module__": base.__module__})


class _PrivateHeaders(ResponseHeaders):  # type: ignore[misc] # Django ships no type annotations
    """Headers that keep their `Cache-Control`."""

    def set_private(self) -> None:
        super().__setitem__("Cache-Control", PRIVATE)

    def __setitem__(self, key: str, value: Any) -> None:
        if not is_cache_header(key):
            super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        if not is_cache_header(key):
            super().__delitem__(key)
