"""Tokens of Connect applications, and that neither they nor those of agents pass as a user's session."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.support.access_tokens import public_key, sign_token
from workos_core.auth.tokens.access_token_verification import verify_access_token
from workos_core.auth.tokens.audiences import normalized_url
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims
from workos_core.auth.tokens.connect_token_verification import verify_connect_token
from workos_core.auth.tokens.jwks import SigningKeys
from workos_core.errors import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError, InvalidTokenError

NOW = 1_800_000_000.0
KEYS = {"keys": [public_key()]}
ISSUER = "https://example.authkit.app"
RESOURCE = "https://mcp.example.com/mcp"
USER: dict[str, Any] = {
    "iss": ISSUER,
    "aud": RESOURCE,
    "sub": "user_1",
    "sid": "app_consent_1",
    "jti": "jti_1",
    "exp": NOW + 300,
    "iat": NOW,
}
M2M: dict[str, Any] = {
    "iss": ISSUER,
    "sub": "client_app",
    "org_id": "org_1",
    "jti": "jti_2",
    "exp": NOW + 300,
    "iat": NOW,
}
AGENT: dict[str, Any] = {
    **USER,
    "sub": "agent_instance_1",
    "sid": "agent_session_1",
    "sub_profile": "ai_agent",
    "act": {"sub": "agent_blueprint_1"},
}
SESSION: dict[str, Any] = {**USER, "sid": "session_1"}
ID_TOKEN: dict[str, Any] = {
    "iss": ISSUER,
    "aud": "client_app",
    "sub": "user_1",
    "exp": NOW + 300,
    "iat": NOW,
    "nonce": "n",
}


def verify(claims: dict[str, Any], **settings: Any) -> ConnectTokenClaims:
    defaults: dict[str, Any] = {"authkit_domain": ISSUER, "audience": RESOURCE, "now": NOW}
    return verify_connect_token(sign_token(claims), KEYS, **defaults | settings)


def reason_of(claims: dict[str, Any], **settings: Any) -> str:
    with pytest.raises(InvalidTokenError) as caught:
        verify(claims, **settings)
    return caught.value.reason


def test_claims_of_a_user() -> None:
    claims = {
        **USER,
        "aud": [RESOURCE, "client_1"],
        "org_id": "org_1",
        "permissions": ["a", 1],
        "scope": "x y",
        "plan": "gold",
    }
    assert verify(claims) == ConnectTokenClaims(
        kind="user",
        sub="user_1",
        sid="app_consent_1",
        aud=(RESOURCE, "client_1"),
        iss=ISSUER,
        exp=datetime.fromtimestamp(NOW + 300, UTC),
        iat=datetime.fromtimestamp(NOW, UTC),
        jti="jti_1",
        org_id="org_1",
        scopes=("x", "y"),
        permissions=("a",),
        client_id=None,
        act=None,
        claims=claims,
    )
    assert verify(claims).custom == {"plan": "gold"}
    assert verify({**USER, "scp": ["x", "y"]}).scopes == ("x", "y")


@pytest.mark.parametrize(
    ("claims", "kinds", "reason"),
    [
        (USER, ("user",), None),
        (USER, ("m2m", "agent"), "wrong_kind"),
        (M2M, ("user",), "wrong_kind"),
        (M2M, ("m2m",), None),
        ({**M2M, "aud": RESOURCE}, ("m2m",), None),
        ({**M2M, "aud": "https://other.example.com"}, ("m2m",), "wrong_audience"),
        ({**M2M, "aud": None}, ("m2m",), "wrong_audience"),
        (AGENT, ("user", "m2m"), "wrong_kind"),
        (AGENT, ("agent",), None),
        ({**AGENT, "aud": "https://other.example.com"}, ("agent",), "wrong_audience"),
        (SESSION, ("user", "m2m", "agent"), "wrong_kind"),
        (ID_TOKEN, ("user", "m2m", "agent"), "wrong_kind"),
        ({**USER, "sub_type": "widget"}, ("user", "m2m", "agent"), "wrong_kind"),
        ({**USER, "sub_profile": "robot"}, ("user", "m2m", "agent"), "wrong_kind"),
        ({**USER, "agent_instance_id": "x"}, ("user",), "wrong_kind"),
        ({**USER, "act": {"sub": "agent_instance_1"}}, ("user",), "wrong_kind"),
        ({**USER, "act": {"sub": "admin@example.com"}}, ("user",), None),
        ({**USER, "sid": 7}, ("user", "m2m"), "wrong_kind"),
        ({**USER, "sub": 7}, ("user",), "missing_claim"),
    ],
)
def test_kinds(claims: dict[str, Any], kinds: tuple[Any, ...], reason: str | None) -> None:
    if reason is None:
        assert verify(claims, kinds=kinds).kind in kinds
    else:
        assert reason_of(claims, kinds=kinds) == reason


@pytest.mark.parametrize(
    ("token", "accepted", "matches"),
    [
        ("https://mcp.example.com", "https://mcp.example.com/", True),
        ("HTTPS://MCP.Example.com:443/", "https://mcp.example.com", True),
        ("https://mcp.example.com/mcp", "https://MCP.example.com:443/mcp", True),
        ("https://mcp.example.com/mcp/", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com/MCP", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com/", "https://mcp.example.com/mcp", False),
        ("http://mcp.example.com/mcp", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com:8443/mcp", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com.evil.com/mcp", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com@evil.com/mcp", "https://mcp.example.com/mcp", False),
        ("https://u@mcp.example.com/mcp", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com/mcp?x", "https://mcp.example.com/mcp", False),
        ("https://[::1]:443/x", "https://[::1]/x", True),
        ("client_1", "client_1", True),
        ("Client_1", "client_1", False),
        ("https://mcp.example.com:x/mcp", "https://mcp.example.com/mcp", False),
        ("https://mcp.example.com/mcp ", "https://mcp.example.com/mcp", False),
        (" https://mcp.example.com/", "https://mcp.example.com", False),
        ("https://mcp.exa\tmple.com/", "https://mcp.example.com", False),
    ],
)
def test_audiences_are_compared_as_urls(token: str, accepted: str, matches: bool) -> None:
    assert (normalized_url(token) == normalized_url(accepted)) == matches
    if matches:
        assert verify({**USER, "aud": [token]}, audience=["https://one.example.com", accepted]).aud == (token,)
    else:
        assert reason_of({**USER, "aud": token}, audience=accepted) == "wrong_audience"


@pytest.mark.parametrize(
    ("issuer", "domain", "reason"),
    [
        (ISSUER, "example.authkit.app", None),
        (ISSUER + "/", "https://EXAMPLE.authkit.app:443/", None),
        ("http://127.0.0.1:4100", "http://127.0.0.1:4100", None),
        ("https://other.authkit.app", "example.authkit.app", "wrong_issuer"),
        (f"{ISSUER}/oauth2", "example.authkit.app", "wrong_issuer"),
        (None, "example.authkit.app", "wrong_issuer"),
        ([ISSUER], "example.authkit.app", "wrong_issuer"),
    ],
)
def test_issuer(issuer: Any, domain: str, reason: str | None) -> None:
    claims = {**USER, "iss": issuer}
    if reason is None:
        assert verify(claims, authkit_domain=domain).iss == issuer
    else:
        assert reason_of(claims, authkit_domain=domain) == reason


@pytest.mark.parametrize("audience", [None, 7, {}, [], [None], [7], "https://other.example.com", "client_1"])
def test_a_token_of_a_user_needs_an_accepted_audience(audience: Any) -> None:
    assert reason_of({**USER, "aud": audience}) == "wrong_audience"


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"authkit_domain": ""}, "authkit_domain must not be empty"),
        ({"authkit_domain": None}, "authkit_domain must not be empty"),
        ({"authkit_domain": "http://example.authkit.app"}, "must be https"),
        ({"authkit_domain": "https://example.authkit.app/oauth2"}, "must have no path"),
        ({"authkit_domain": "ftp://example.authkit.app"}, "must look like"),
        ({"authkit_domain": "https://exa mple.app"}, "must look like"),
        ({"authkit_domain": "https://example.authkit.app:x"}, "malformed"),
        ({"audience": ""}, "audience must not be empty"),
        ({"audience": " "}, "audience must not be empty"),
        ({"audience": []}, "audience must not be empty"),
        ({"audience": [RESOURCE, ""]}, "audience must not be empty"),
        ({"audience": None}, "audience must be a str or a list of them, not NoneType"),
        ({"audience": b"x"}, "audience must be a str or a list of them, not bytes"),
        ({"audience": [7]}, "not a list with int"),
        ({"kinds": ()}, "kinds must be a list of 'user', 'm2m', 'agent', with at least one"),
        ({"kinds": ["users"]}, r"^kinds must be a list of 'user', 'm2m', 'agent', with at least one \(got 'users'\)$"),
        ({"kinds": []}, "^kinds must be a list of 'user', 'm2m', 'agent', with at least one$"),
        ({"kinds": None}, r"^kinds must be a list of 'user', 'm2m', 'agent' \(got None\)$"),
    ],
)
def test_settings_are_checked(settings: dict[str, Any], text: str) -> None:
    with pytest.raises(ConfigurationError, match=text):
        verify(USER, **settings)


def test_one_kind_needs_no_list() -> None:
    assert verify(M2M, kinds="m2m").kind == "m2m"


@pytest.mark.parametrize("leeway", [-1, float("inf"), float("nan"), None, "30", True])
def test_leeway_is_checked(leeway: Any) -> None:
    token = sign_token(USER)
    for call in (
        lambda: verify(USER, leeway=leeway),
        lambda: verify_access_token(token, KEYS, leeway=leeway),
    ):
        with pytest.raises(InvalidArgumentError, match=r"^leeway must be "):
            call()


@pytest.mark.parametrize(
    ("issuer", "problem"),
    [
        (5, "^issuer must be a str, a list of them or None, not int$"),
        (b"https://api.workos.com", "^issuer must be a str, a list of them or None, not bytes$"),
        (bytearray(b"x"), "not bytearray$"),
        (["x", 5], "^issuer must be a str or a list of them, not a list with int$"),
    ],
)
def test_issuer_of_a_session_is_checked(issuer: Any, problem: str) -> None:
    with pytest.raises(InvalidArgumentTypeError, match=problem):
        verify_access_token(sign_token(SESSION), KEYS, issuer=issuer)


def test_issuer_in_a_set() -> None:
    token = sign_token({**SESSION, "iss": [ISSUER]})
    for issuer in ({ISSUER}, iter([ISSUER])):
        assert verify_access_token(sign_token(SESSION), KEYS, issuer=issuer, now=NOW).iss == ISSUER  # type: ignore[arg-type]
        with pytest.raises(InvalidTokenError) as caught:
            verify_access_token(token, KEYS, issuer={ISSUER}, now=NOW)  # type: ignore[arg-type]
        assert caught.value.reason == "wrong_issuer"


@pytest.mark.parametrize(
    ("claims", "scopes"),
    [
        ({"scope": "x y"}, ("x", "y")),
        ({"scope": ["x", "y"], "scp": "z"}, ("x", "y")),
        ({"scp": "x y"}, ("x", "y")),
        ({"scp": ["x", 1]}, ("x",)),
        ({}, ()),
        ({"scope": 5, "scp": ["z"]}, ()),
    ],
)
def test_scopes(claims: dict[str, Any], scopes: tuple[str, ...]) -> None:
    assert verify({**USER, **claims}).scopes == scopes


def test_client_and_actor() -> None:
    claims = verify({**USER, "client_id": "client_1", "act": {"sub": "admin@example.com"}})
    assert (claims.client_id, claims.act) == ("client_1", {"sub": "admin@example.com"})
    claims = verify({**USER, "client_id": 5, "act": "x"})
    assert (claims.client_id, claims.act) == (None, None)


@pytest.mark.parametrize(
    ("claims", "settings", "problem"),
    [
        (USER, {"authkit_domain": "other.authkit.app"}, "the issuer of the token is not the AuthKit domain"),
        (USER, {"kinds": ["m2m", "agent"]}, "the token is of kind 'user'; accepted: agent, m2m"),
        ({**USER, "sub": 5}, {}, "the token has no claim 'sub'"),
        ({**USER, "sub_profile": "x"}, {}, "the token belongs to a widget or to an unknown kind of subject"),
        ({**USER, "sub_type": "x"}, {}, "the token belongs to a widget or to an unknown kind of subject"),
        (
            SESSION,
            {},
            "the token does not belong to a Connect application: it is that of a session or an ID token",
        ),
    ],
)
def test_problems_are_named(claims: dict[str, Any], settings: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidTokenError) as caught:
        verify(claims, **settings)
    assert str(caught.value) == problem


def test_profile_of_a_user() -> None:
    assert verify({**USER, "sub_profile": "user"}).kind == "user"


@pytest.mark.parametrize(
    "claims",
    [{"sub": "agent_1"}, {"act": {"sub": "agent_blueprint_1"}}, {"sub_profile": "ai_agent"}],
    ids=["subject", "actor", "profile"],
)
def test_each_sign_of_an_agent_suffices(claims: dict[str, Any]) -> None:
    assert verify({**USER, **claims}, kinds=["agent"]).kind == "agent"


def test_actor_with_an_address_is_no_agent() -> None:
    assert verify({**USER, "act": {"sub": "agent_1@example.com"}}).kind == "user"


def test_keys_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = SigningKeys(KEYS)
    monkeypatch.setattr("workos_core.auth.tokens.connect_token_verification.SigningKeys.__init__", None)
    verify_connect_token(sign_token(USER), keys, authkit_domain=ISSUER, audience=RESOURCE, now=NOW)


def test_time_defaults_to_the_system_clock() -> None:
    expired = sign_token({**USER, "exp": NOW - 1000})
    with pytest.raises(InvalidTokenError):
        verify_connect_token(expired, KEYS, authkit_domain=ISSUER, audience=RESOURCE, now=NOW)
    long = sign_token({**USER, "iat": 1, "exp": 4_000_000_000})
    assert verify_connect_token(long, KEYS, authkit_domain=ISSUER, audience=RESOURCE).kind == "user"
    with pytest.raises(InvalidTokenError):
        verify_connect_token(long, KEYS, authkit_domain=ISSUER, audience=RESOURCE, now=4_000_000_100.0)


def test_plain_http_to_another_machine_can_be_allowed() -> None:
    url = "http://emulator:4100"
    assert verify({**USER, "iss": url}, authkit_domain=url, allow_insecure_http=True).iss == url


def test_times_and_signature() -> None:
    assert reason_of({**USER, "exp": NOW - 31}) == "expired"
    assert reason_of({**USER, "exp": NOW - 1}, leeway=0) == "expired"
    assert reason_of({**USER, "iat": NOW + 31}) == "not_yet_valid"
    with pytest.raises(InvalidTokenError) as caught:
        verify_connect_token(sign_token(USER, key="two"), KEYS, authkit_domain=ISSUER, audience=RESOURCE, now=NOW)
    assert caught.value.reason == "bad_signature"


@pytest.mark.parametrize(
    "claims",
    [
        USER,
        M2M,
        AGENT,
        ID_TOKEN,
        {**AGENT, "sub_profile": None},
        {**SESSION, "sub": "agent_instance_1"},
        {**SESSION, "sid": "x"},
    ],
)
def test_no_other_token_passes_as_a_session(claims: dict[str, Any]) -> None:
    with pytest.raises(InvalidTokenError) as caught:
        verify_access_token(sign_token(claims), KEYS, now=NOW)
    assert caught.value.reason in ("wrong_kind", "missing_claim")


def test_audience_of_a_session() -> None:
    token = sign_token({**SESSION, "aud": ["https://api.example.com/", "x"]})
    assert verify_access_token(token, KEYS, audience="https://api.example.com", now=NOW).sid == "session_1"
    for audience in ("https://other.example.com", ["y"]):
        with pytest.raises(InvalidTokenError) as caught:
            verify_access_token(token, KEYS, audience=audience, now=NOW)
        assert caught.value.reason == "wrong_audience"
    without = {name: value for name, value in SESSION.items() if name != "aud"}
    with pytest.raises(InvalidTokenError) as caught:
        verify_access_token(sign_token(without), KEYS, audience="x", now=NOW)
    assert caught.value.reason == "wrong_audience"
    with pytest.raises(ConfigurationError, match="audience must not be empty"):
        verify_access_token(token, KEYS, audience="", now=NOW)


def test_equality_and_hash_agree() -> None:
    claims = verify({**USER, "act": {"sub": "admin@example.com"}})
    same = verify({**USER, "act": {"sub": "admin@example.com"}})
    assert claims == same
    assert hash(claims) == hash(same)
    assert claims != verify({**USER, "sub": "user_2"})
