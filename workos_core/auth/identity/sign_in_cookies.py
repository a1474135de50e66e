"""The cookies of a sign-in: the session cookie and the verifier cookies of pending sign-ins."""

from collections.abc import Mapping

from attrs import frozen

from workos_core.auth.identity.cookie_header import RequestCookies
from workos_core.auth.identity.cookie_settings import CookieSettings
from workos_core.auth.identity.set_cookie import SameSite, SetCookie
from workos_core.auth.identity.twin_cookies import cookie_names, expire_twins
from workos_core.auth.sealing.cookie_chunks import join_cookie, split_cookie, stale_cookies
from workos_core.auth.sign_in.verifier_cookie import (
    MAX_AGE,
    find_verifier_cookie,
    is_verifier_cookie,
    stale_verifier_cookies,
    verifier_cookie_name,
)


@frozen
class SignInCookies:
    """Reads the cookies of a sign-in from requests, and creates those to set in responses.

    Attributes:
        settings: The names and attributes of the cookies.
        host: The host name of the application; empty if it is not known.
        previous: The settings of earlier deployments, whose session cookies are expired.
    """

    settings: CookieSettings
    host: str = ""
    previous: tuple[CookieSettings, ...] = ()

    def is_own(self, name: str) -> bool:
        """Return whether a cookie belongs to the session or to a pending sign-in."""
        return name in cookie_names(self.settings) or is_verifier_cookie(name.removeprefix(self.settings.prefix))

    def read_session(self, cookies: Mapping[str, str]) -> str | None:
        """Return the sealed session, joined from its chunks, or `None` if the request has none."""
        return join_cookie(self.settings.name, self._without_prefix(cookies))

    def read_duplicates(self, cookies: Mapping[str, str]) -> tuple[str, ...]:
        """Return the values of the session cookie if the request has several different ones. Duplicate chunks can't be distinguished."""
        name = self.settings.prefix + self.settings.name
        return cookies.duplicates.get(name, ()) if isinstance(cookies, RequestCookies) else ()

    def write_session(self, sealed: str | None, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """Return the cookies that store a sealed session, or delete it if it is `None`. They delete stale chunks too.

        A session that is deleted is deleted for every domain and path.
        """
        if sealed is None:
            return self.replace_session(None, cookies)
        written = split_cookie(self.settings.name, sealed)
        stale = stale_cookies(self.settings.name, self._without_prefix(cookies), written)
        return (*(self._cookie(each, "", 0) for each in stale), *self._new_session(written))

    def replace_session(self, sealed: str | None, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """Return the cookies that store a new session, if it is not `None`, and delete all others of the browser.

        Those are the cookies with the names of the session cookie and its chunks, now or in earlier deployments, on this host only, for
        the domain of the settings and for parent domains, and for `/` and the path below which the application is served.
        """
        new = () if sealed is None else self._new_session(split_cookie(self.settings.name, sealed))
        present = {*cookies, *(cookies.duplicates if isinstance(cookies, RequestCookies) else ())}
        # A new cookie comes last: old browsers don't distinguish cookies of this host only from those of a domain of the same name.
        return (*expire_twins(self.settings, self.previous, self.host, present, new), *new)

    def _new_session(self, written: Mapping[str, str]) -> tuple[SetCookie, ...]:
        return tuple(self._cookie(name, value, self.settings.max_age) for name, value in written.items())

    def read_verifier(self, state: str | None, cookies: Mapping[str, str]) -> str | None:
        """Return the verifier cookie of the sign-in with this state, or `None` if the request has none."""
        return find_verifier_cookie(state or "", self._without_prefix(cookies))

    def write_verifier(self, state: str, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """Return the verifier cookie of a new sign-in. If more than five are pending, the others are deleted."""
        name = verifier_cookie_name(state)
        stale = stale_verifier_cookies(self._without_prefix(cookies), name)
        return (self._verifier(name, state, MAX_AGE), *(self._verifier(each, "", 0) for each in stale))

    def delete_verifier(self, state: str | None, cookies: Mapping[str, str]) -> tuple[SetCookie, ...]:
        """Return the cookie that deletes the verifier of this sign-in only: others may be pending in other tabs."""
        name = verifier_cookie_name(state) if state else ""
        return (self._verifier(name, "", 0),) if name in self._without_prefix(cookies) else ()

    def _without_prefix(self, cookies: Mapping[str, str]) -> dict[str, str]:
        """Return the cookies that have the prefix of the settings, by name without it."""
        prefix = self.settings.prefix
        return {name[len(prefix) :]: value for name, value in cookies.items() if name.startswith(prefix)}

    def _cookie(self, name: str, value: str, max_age: int) -> SetCookie:
        s = self.settings
        return SetCookie(s.prefix + name, value, max_age, s.domain, s.secure, s.same_site, s.path or "/")

    def _verifier(self, name: str, value: str, max_age: int) -> SetCookie:
        """Return a verifier cookie. `SameSite=Strict` would withhold it from the callback, a cross-site navigation."""
        s = self.settings
        site: SameSite = "none" if s.same_site == "none" else "lax"
        return SetCookie(s.prefix + name, value, max_age, s.domain, s.secure, site, s.path or "/")
