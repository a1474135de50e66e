"""A test key pair, access tokens signed with it, and sealed sessions that contain them."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from functools import cache
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

from workos_core.auth.sessions.session_cookie import seal_session
from workos_core.auth.sessions.session_data import SessionData

from ..bodies import SIGNED_IN, USER, sample

KEY_ID = "sso_oidc_key_pair_test"
PASSWORD = "a cookie password of more than 32 characters"
REFRESH_TOKEN = "Xw0NsCVXMBf7svAoIoKBmkpEK"


@cache
def _key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": KEY_ID, "alg": "RS256", "use": "sig"})


def key_set() -> dict[str, Any]:
    """Return the public key as the response of the JWKS endpoint."""
    return {"keys": [_key().as_dict(private=False)]}


def claims(**changed: Any) -> dict[str, Any]:
    """Return the claims of the sample access token, with current times. A claim that is None is omitted."""
    now = int(time.time())
    return {
        name: value
        for name, value in {**sample("access_token_claims"), "iat": now, "exp": now + 300, **changed}.items()
        if value is not None
    }


def sign(**changed: Any) -> str:
    """Return an access token with `claims(**changed)`."""
    return jwt.encode({"alg": "RS256", "kid": KEY_ID}, claims(**changed), _key())


def sign_with_public_key() -> str:
    """Return a forged token: HS256 with the public key as the secret. Built by hand, since the JWT library rejects such keys."""
    header = {"alg": "HS256", "kid": KEY_ID}
    signing_input = b".".join(_base64url(json.dumps(part).encode()) for part in (header, claims()))
    secret = _key().as_pem(private=False)
    return b".".join((signing_input, _base64url(hmac.digest(secret, signing_input, "sha256")))).decode()


def signed_in(**changed: Any) -> Any:
    """Return the response to a sign-in or refresh, with an access token that has `claims(**changed)`."""
    new_tokens = {"access_token": sign(**changed), "refresh_token": "the next refresh token"}
    return {**SIGNED_IN, **new_tokens, "organization_id": claims(**changed).get("org_id")}


def cookie(**changed: Any) -> str:
    """Return a sealed session whose access token has `claims(**changed)`."""
    session = SessionData(
        access_token=sign(**changed),
        refresh_token=REFRESH_TOKEN,
        user=USER,
        organization_id=claims(**changed).get("org_id"),
        authentication_method="Password",
    )
    return seal_session(session, PASSWORD)


def _base64url(data: bytes) -> bytes:
    return urlsafe_b64encode(data).rstrip(b"=")
