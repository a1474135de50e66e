"""An OAuth client without a library, so that tests can also send what a library would not."""

from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote_plus

import httpx
from joserfc import jwt
from joserfc.jwk import KeySet

from ..pages.browsing import Browser
from ..support import Api

EMAIL = "ada@example.com"
PASSWORD = "correct horse 42"
CALLBACK = "https://client.example.com/callback"
ISSUER = "https://api.workos.com"
VERIFIER = "v" * 43
CHALLENGE = urlsafe_b64encode(sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
PKCE = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}
DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass
class OAuthClient:
    """The credentials of an application, and requests with them."""

    api: Api
    client_id: str
    secret: str | None
    application: Any = None

    @classmethod
    def create(cls, api: Api, **fields: Any) -> "OAuthClient":
        defaults: dict[str, Any] = {"application_type": "oauth", "name": "Forum", "is_first_party": True}
        if fields.get("application_type", "oauth") == "oauth":
            defaults["redirect_uris"] = [{"uri": CALLBACK}]
        else:
            del defaults["is_first_party"]
        application = api("POST", "/connect/applications", 201, json=defaults | fields)
        secret = None
        if not application.get("uses_pkce"):
            path = f"/connect/applications/{application['id']}/client_secrets"
            secret = api("POST", path, 201, json={})["secret"]
        return cls(api, application["client_id"], secret, application)

    def query(self, **query: str) -> dict[str, str]:
        """Return the query of an authorization request. An empty value leaves a parameter out."""
        defaults = {
            "client_id": self.client_id,
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scope": "openid profile email offline_access",
            "state": "s t&",
        }
        if self.secret is None:
            defaults |= PKCE
        return {name: value for name, value in (defaults | query).items() if value}

    def authorize(self, browser: Browser, **query: str) -> Browser:
        return browser.open("/oauth2/authorize", **self.query(**query))

    def sign_in(self, browser: Browser, **query: str) -> str:
        """Sign in as Ada on the hosted pages, and return the code of an application that needs no consent."""
        self.authorize(browser, **query).submit("Sign in", Email_address=EMAIL, Password=PASSWORD)
        return code_of(browser)

    def post(self, path: str, auth: str = "post", **form: str) -> httpx.Response:
        """Send a form with the credentials of the client in the body (`post`) or in the header (`basic`)."""
        headers = {"authorization": ""}
        if auth == "basic":
            pair = f"{quote_plus(self.client_id)}:{quote_plus(self.secret or '')}"
            headers["authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        elif auth == "post":
            form = {"client_id": self.client_id} | ({"client_secret": self.secret} if self.secret else {}) | form
        return self.api.client.post(path, data=form, headers=headers)

    def token(self, grant_type: str, status: int = 200, auth: str = "post", **form: str) -> Any:
        response = self.post("/oauth2/token", auth, grant_type=grant_type, **form)
        assert response.status_code == status, response.text
        assert response.headers["cache-control"] == "no-store"
        return response.json()

    def exchange(self, code: str, status: int = 200, auth: str = "post", **form: str) -> Any:
        defaults = {"code": code, "redirect_uri": CALLBACK}
        if self.secret is None:
            defaults["code_verifier"] = VERIFIER
        form = {name: value for name, value in (defaults | form).items() if value}
        return self.token("authorization_code", status, auth, **form)

    def refresh(self, refresh_token: str, status: int = 200, **form: str) -> Any:
        return self.token("refresh_token", status, refresh_token=refresh_token, **form)

    def introspect(self, token: str, **form: str) -> Any:
        response = self.post("/oauth2/introspection", token=token, **form)
        assert response.status_code == 200, response.text
        return response.json()

    def userinfo(self, token: str, status: int = 200) -> Any:
        response = self.api.client.get("/oauth2/userinfo", headers={"authorization": f"Bearer {token}"})
        assert response.status_code == status, response.text
        return response.json()


def code_of(browser: Browser) -> str:
    """Return the code that the application received, with its state."""
    assert browser.returned is not None, f"the browser is still at {browser.heading!r}"
    assert "error" not in browser.returned, browser.returned
    assert browser.returned["state"] == "s t&"
    return browser.returned["code"]


def claims_of(api: Api, token: str) -> dict[str, Any]:
    """Return the claims of a token, verified with the keys of the authorization server."""
    keys = api.client.get("/oauth2/jwks", headers={"authorization": ""}).json()
    return dict(jwt.decode(token, KeySet.import_key_set(keys), algorithms=["RS256"]).claims)
