"""Sessions, access tokens, sign-in and identities, without I/O."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.auth.identity.cookie_header import read_cookies as read_cookies
    from workos_core.auth.identity.cookie_settings import CookieSettings as CookieSettings
    from workos_core.auth.identity.cookie_settings import cookie_settings as cookie_settings
    from workos_core.auth.identity.identity import Authenticated as Authenticated
    from workos_core.auth.identity.identity import AuthenticatedUser as AuthenticatedUser
    from workos_core.auth.identity.identity import Authentication as Authentication
    from workos_core.auth.identity.identity import Identity as Identity
    from workos_core.auth.identity.identity import NotAuthenticated as NotAuthenticated
    from workos_core.auth.identity.request_uris import RequestURI as RequestURI
    from workos_core.auth.identity.requirements import Requirement as Requirement
    from workos_core.auth.identity.requirements import anyone as anyone
    from workos_core.auth.identity.requirements import feature_flag as feature_flag
    from workos_core.auth.identity.requirements import permission as permission
    from workos_core.auth.identity.requirements import role as role
    from workos_core.auth.identity.requirements import user as user
    from workos_core.auth.identity.set_cookie import SameSite as SameSite
    from workos_core.auth.identity.set_cookie import SetCookie as SetCookie
    from workos_core.auth.identity.sign_in_hooks import HookFailed as HookFailed
    from workos_core.auth.identity.sign_in_hooks import SignedOut as SignedOut
    from workos_core.auth.identity.sign_in_hooks import SignInDenied as SignInDenied
    from workos_core.auth.identity.sign_in_hooks import SignInHooks as SignInHooks
    from workos_core.auth.identity.sign_in_hooks import SignInPage as SignInPage
    from workos_core.auth.identity.sign_in_results import OrganizationNotSwitched as OrganizationNotSwitched
    from workos_core.auth.identity.sign_in_results import OrganizationSwitched as OrganizationSwitched
    from workos_core.auth.identity.sign_in_results import Redirect as Redirect
    from workos_core.auth.identity.sign_in_results import SignedIn as SignedIn
    from workos_core.auth.identity.sign_in_results import SignInFailed as SignInFailed
    from workos_core.auth.identity.trusted_proxies import TrustedProxies as TrustedProxies
    from workos_core.auth.identity.web_request import WebRequest as WebRequest
    from workos_core.auth.identity.web_response import ErrorPage as ErrorPage
    from workos_core.auth.identity.web_response import WebResponse as WebResponse
    from workos_core.auth.identity.web_response import error_page as error_page
    from workos_core.auth.identity.web_response import see_other as see_other
    from workos_core.auth.sealing.cookie_chunks import join_cookie as join_cookie
    from workos_core.auth.sealing.cookie_chunks import split_cookie as split_cookie
    from workos_core.auth.sealing.cookie_chunks import stale_cookies as stale_cookies
    from workos_core.auth.sealing.fernet import is_fernet as is_fernet
    from workos_core.auth.sealing.fernet import unseal_fernet as unseal_fernet
    from workos_core.auth.sealing.iron import SealError as SealError
    from workos_core.auth.sealing.iron import seal as seal
    from workos_core.auth.sealing.iron import unseal as unseal
    from workos_core.auth.sealing.keyring import Password as Password
    from workos_core.auth.sessions.results import AuthenticateResult as AuthenticateResult
    from workos_core.auth.sessions.results import FailureReason as FailureReason
    from workos_core.auth.sessions.results import RefreshResult as RefreshResult
    from workos_core.auth.sessions.results import SessionAuthenticated as SessionAuthenticated
    from workos_core.auth.sessions.results import SessionNotAuthenticated as SessionNotAuthenticated
    from workos_core.auth.sessions.results import SessionRefreshed as SessionRefreshed
    from workos_core.auth.sessions.session_cookie import seal_session as seal_session
    from workos_core.auth.sessions.session_cookie import unseal_session as unseal_session
    from workos_core.auth.sessions.session_data import SessionData as SessionData
    from workos_core.auth.sign_in.callback import AUTHORIZATION_ERROR_CODES as AUTHORIZATION_ERROR_CODES
    from workos_core.auth.sign_in.callback import AuthorizationCallback as AuthorizationCallback
    from workos_core.auth.sign_in.callback import AuthorizationCallbackError as AuthorizationCallbackError
    from workos_core.auth.sign_in.callback import AuthorizationErrorCode as AuthorizationErrorCode
    from workos_core.auth.sign_in.callback import parse_authorization_callback as parse_authorization_callback
    from workos_core.auth.sign_in.pkce import PKCE as PKCE
    from workos_core.auth.sign_in.pkce import PKCEPair as PKCEPair
    from workos_core.auth.sign_in.pkce import generate_code_challenge as generate_code_challenge
    from workos_core.auth.sign_in.pkce import generate_code_verifier as generate_code_verifier
    from workos_core.auth.sign_in.pkce import generate_pkce_pair as generate_pkce_pair
    from workos_core.auth.sign_in.redirect_uris import check_redirect_uri as check_redirect_uri
    from workos_core.auth.sign_in.return_paths import safe_return_path as safe_return_path
    from workos_core.auth.sign_in.signed_state import StateError as StateError
    from workos_core.auth.sign_in.signed_state import read_state as read_state
    from workos_core.auth.sign_in.signed_state import sign_state as sign_state
    from workos_core.auth.sign_in.verifier_cookie import PendingSignIn as PendingSignIn
    from workos_core.auth.sign_in.verifier_cookie import find_verifier_cookie as find_verifier_cookie
    from workos_core.auth.sign_in.verifier_cookie import seal_verifier as seal_verifier
    from workos_core.auth.sign_in.verifier_cookie import stale_verifier_cookies as stale_verifier_cookies
    from workos_core.auth.sign_in.verifier_cookie import unseal_verifier as unseal_verifier
    from workos_core.auth.sign_in.verifier_cookie import verifier_cookie_name as verifier_cookie_name
    from workos_core.auth.tokens.access_token_verification import verify_access_token as verify_access_token
    from workos_core.auth.tokens.claims import AccessTokenClaims as AccessTokenClaims
    from workos_core.auth.tokens.connect_claims import ConnectTokenClaims as ConnectTokenClaims
    from workos_core.auth.tokens.connect_claims import ConnectTokenKind as ConnectTokenKind
    from workos_core.auth.tokens.connect_token_verification import verify_connect_token as verify_connect_token
    from workos_core.auth.tokens.jwks import SigningKeys as SigningKeys
    from workos_core.auth.tokens.signed_token import UnknownKeyError as UnknownKeyError
    from workos_core.auth.tokens.signed_token import unverified_claims as unverified_claims

# Loaded on first use, so that importing the package is fast.
_NAMES = {
    "workos_core.auth.identity.cookie_header": ("read_cookies",),
    "workos_core.auth.identity.cookie_settings": (
        "CookieSettings",
        "cookie_settings",
    ),
    "workos_core.auth.identity.identity": (
        "Authenticated",
        "Authentication",
        "Identity",
        "NotAuthenticated",
        "AuthenticatedUser",
    ),
    "workos_core.auth.identity.request_uris": ("RequestURI",),
    "workos_core.auth.identity.requirements": (
        "Requirement",
        "anyone",
        "feature_flag",
        "permission",
        "role",
        "user",
    ),
    "workos_core.auth.identity.set_cookie": (
        "SameSite",
        "SetCookie",
    ),
    "workos_core.auth.identity.sign_in_hooks": (
        "HookFailed",
        "SignInDenied",
        "SignInHooks",
        "SignInPage",
        "SignedOut",
    ),
    "workos_core.auth.identity.sign_in_results": (
        "OrganizationNotSwitched",
        "OrganizationSwitched",
        "Redirect",
        "SignInFailed",
        "SignedIn",
    ),
    "workos_core.auth.identity.trusted_proxies": ("TrustedProxies",),
    "workos_core.auth.identity.web_request": ("WebRequest",),
    "workos_core.auth.identity.web_response": (
        "ErrorPage",
        "WebResponse",
        "error_page",
        "see_other",
    ),
    "workos_core.auth.sealing.cookie_chunks": (
        "join_cookie",
        "split_cookie",
        "stale_cookies",
    ),
    "workos_core.auth.sealing.fernet": (
        "is_fernet",
        "unseal_fernet",
    ),
    "workos_core.auth.sealing.iron": (
        "SealError",
        "seal",
        "unseal",
    ),
    "workos_core.auth.sealing.keyring": ("Password",),
    "workos_core.auth.sessions.results": (
        "AuthenticateResult",
        "FailureReason",
        "RefreshResult",
        "SessionAuthenticated",
        "SessionNotAuthenticated",
        "SessionRefreshed",
    ),
    "workos_core.auth.sessions.session_cookie": (
        "seal_session",
        "unseal_session",
    ),
    "workos_core.auth.sessions.session_data": ("SessionData",),
    "workos_core.auth.sign_in.callback": (
        "AUTHORIZATION_ERROR_CODES",
        "AuthorizationCallback",
        "AuthorizationCallbackError",
        "AuthorizationErrorCode",
        "parse_authorization_callback",
    ),
    "workos_core.auth.sign_in.pkce": (
        "PKCE",
        "PKCEPair",
        "generate_code_challenge",
        "generate_code_verifier",
        "generate_pkce_pair",
    ),
    "workos_core.auth.sign_in.redirect_uris": ("check_redirect_uri",),
    "workos_core.auth.sign_in.return_paths": ("safe_return_path",),
    "workos_core.auth.sign_in.signed_state": (
        "StateError",
        "read_state",
        "sign_state",
    ),
    "workos_core.auth.sign_in.verifier_cookie": (
        "PendingSignIn",
        "find_verifier_cookie",
        "seal_verifier",
        "stale_verifier_cookies",
        "unseal_verifier",
        "verifier_cookie_name",
    ),
    "workos_core.auth.tokens.access_token_verification": ("verify_access_token",),
    "workos_core.auth.tokens.claims": ("AccessTokenClaims",),
    "workos_core.auth.tokens.connect_claims": (
        "ConnectTokenClaims",
        "ConnectTokenKind",
    ),
    "workos_core.auth.tokens.connect_token_verification": ("verify_connect_token",),
    "workos_core.auth.tokens.jwks": ("SigningKeys",),
    "workos_core.auth.tokens.signed_token": (
        "UnknownKeyError",
        "unverified_claims",
    ),
}
__all__ = [
    "AUTHORIZATION_ERROR_CODES",
    "PKCE",
    "AccessTokenClaims",
    "AuthenticateResult",
    "Authenticated",
    "AuthenticatedUser",
    "Authentication",
    "AuthorizationCallback",
    "AuthorizationCallbackError",
    "AuthorizationErrorCode",
    "ConnectTokenClaims",
    "ConnectTokenKind",
    "CookieSettings",
    "ErrorPage",
    "FailureReason",
    "HookFailed",
    "Identity",
    "NotAuthenticated",
    "OrganizationNotSwitched",
    "OrganizationSwitched",
    "PKCEPair",
    "Password",
    "PendingSignIn",
    "Redirect",
    "RefreshResult",
    "RequestURI",
    "Requirement",
    "SameSite",
    "SealError",
    "SessionAuthenticated",
    "SessionData",
    "SessionNotAuthenticated",
    "SessionRefreshed",
    "SetCookie",
    "SignInDenied",
    "SignInFailed",
    "SignInHooks",
    "SignInPage",
    "SignedIn",
    "SignedOut",
    "SigningKeys",
    "StateError",
    "TrustedProxies",
    "UnknownKeyError",
    "WebRequest",
    "WebResponse",
    "anyone",
    "check_redirect_uri",
    "cookie_settings",
    "error_page",
    "feature_flag",
    "find_verifier_cookie",
    "generate_code_challenge",
    "generate_code_verifier",
    "generate_pkce_pair",
    "is_fernet",
    "join_cookie",
    "parse_authorization_callback",
    "permission",
    "read_cookies",
    "read_state",
    "role",
    "safe_return_path",
    "seal",
    "seal_session",
    "seal_verifier",
    "see_other",
    "sign_state",
    "split_cookie",
    "stale_cookies",
    "stale_verifier_cookies",
    "unseal",
    "unseal_fernet",
    "unseal_session",
    "unseal_verifier",
    "unverified_claims",
    "user",
    "verifier_cookie_name",
    "verify_access_token",
    "verify_connect_token",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
