# Generated from workos_async/__init__.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""A client for the WorkOS API. Start with `WorkOS`; models are in `workos_core.models`, exceptions in `workos_core.errors`."""

from typing import TYPE_CHECKING

from workos_core.lazy_names import lazy_names

if TYPE_CHECKING:
    from workos_core.auth.identity.cookie_header import read_cookies as read_cookies
    from workos_core.auth.identity.cookie_settings import CookieSettings as CookieSettings
    from workos_core.auth.identity.cookie_settings import cookie_settings as cookie_settings
    from workos_core.auth.identity.identity import Authenticated as Authenticated
    from workos_core.auth.identity.identity import AuthenticatedUser as AuthenticatedUser
    from workos_core.auth.identity.identity import Identity as Identity
    from workos_core.auth.identity.identity import NotAuthenticated as NotAuthenticated
    from workos_core.auth.identity.requirements import Requirement as Requirement
    from workos_core.auth.identity.set_cookie import SetCookie as SetCookie
    from workos_core.auth.identity.sign_in_hooks import SignInDenied as SignInDenied
    from workos_core.auth.identity.sign_in_hooks import SignInHooks as SignInHooks
    from workos_core.auth.identity.sign_in_results import OrganizationNotSwitched as OrganizationNotSwitched
    from workos_core.auth.identity.sign_in_results import OrganizationSwitched as OrganizationSwitched
    from workos_core.auth.identity.sign_in_results import Redirect as Redirect
    from workos_core.auth.identity.sign_in_results import SignedIn as SignedIn
    from workos_core.auth.identity.sign_in_results import SignInFailed as SignInFailed
    from workos_core.auth.identity.trusted_proxies import TrustedProxies as TrustedProxies
    from workos_core.auth.tokens.claims import AccessTokenClaims as AccessTokenClaims
    from workos_core.errors import AgentSessionRevokedError as AgentSessionRevokedError
    from workos_core.errors import APIConnectionError as APIConnectionError
    from workos_core.errors import APIError as APIError
    from workos_core.errors import APITimeoutError as APITimeoutError
    from workos_core.errors import AuthenticationError as AuthenticationError
    from workos_core.errors import AuthenticationFlowError as AuthenticationFlowError
    from workos_core.errors import AuthenticationMethodNotAllowedError as AuthenticationMethodNotAllowedError
    from workos_core.errors import BadRequestError as BadRequestError
    from workos_core.errors import ConfigurationError as ConfigurationError
    from workos_core.errors import ConflictError as ConflictError
    from workos_core.errors import ConnectionNeededError as ConnectionNeededError
    from workos_core.errors import DecodeError as DecodeError
    from workos_core.errors import DeviceAuthorizationError as DeviceAuthorizationError
    from workos_core.errors import EmailCompletionRequiredError as EmailCompletionRequiredError
    from workos_core.errors import EmailPasswordAuthDisabledError as EmailPasswordAuthDisabledError
    from workos_core.errors import EmailVerificationRequiredError as EmailVerificationRequiredError
    from workos_core.errors import EventGapError as EventGapError
    from workos_core.errors import InvalidArgumentError as InvalidArgumentError
    from workos_core.errors import InvalidArgumentTypeError as InvalidArgumentTypeError
    from workos_core.errors import InvalidTokenError as InvalidTokenError
    from workos_core.errors import LeaseLostError as LeaseLostError
    from workos_core.errors import MfaChallengeError as MfaChallengeError
    from workos_core.errors import MfaEnrollmentError as MfaEnrollmentError
    from workos_core.errors import MissingFieldError as MissingFieldError
    from workos_core.errors import NotFoundError as NotFoundError
    from workos_core.errors import (
        OrganizationAuthenticationMethodsRequiredError as OrganizationAuthenticationMethodsRequiredError,
    )
    from workos_core.errors import OrganizationSelectionRequiredError as OrganizationSelectionRequiredError
    from workos_core.errors import PaginationError as PaginationError
    from workos_core.errors import PasskeyProgressiveEnrollmentError as PasskeyProgressiveEnrollmentError
    from workos_core.errors import PermissionDeniedError as PermissionDeniedError
    from workos_core.errors import RadarChallengeError as RadarChallengeError
    from workos_core.errors import RateLimitExceededError as RateLimitExceededError
    from workos_core.errors import RateLimitTimeoutError as RateLimitTimeoutError
    from workos_core.errors import ServerError as ServerError
    from workos_core.errors import SsoRequiredError as SsoRequiredError
    from workos_core.errors import StoreUnavailableError as StoreUnavailableError
    from workos_core.errors import UnprocessableEntityError as UnprocessableEntityError
    from workos_core.errors import WorkOSError as WorkOSError
    from workos_core.feature_flags.flag_set import FlagChange as FlagChange
    from workos_core.http.connection_settings import ConnectionLimits as ConnectionLimits
    from workos_core.http.hooks import Hooks as Hooks
    from workos_core.http.hooks import RateLimitInfo as RateLimitInfo
    from workos_core.http.hooks import RequestInfo as RequestInfo
    from workos_core.http.hooks import ResponseInfo as ResponseInfo
    from workos_core.http.hooks import RetryInfo as RetryInfo
    from workos_core.http.request_options import RequestOptions as RequestOptions
    from workos_core.http.response_recording import APIResponse as APIResponse
    from workos_core.http.retry_policy import RetryPolicy as RetryPolicy
    from workos_core.http.timeouts import Timeout as Timeout
    from workos_core.http.tracing import Tracing as Tracing
    from workos_core.not_given import NOT_GIVEN as NOT_GIVEN
    from workos_core.not_given import NotGiven as NotGiven
    from workos_core.pagination import ListMetadata as ListMetadata
    from workos_core.pagination import Page as Page
    from workos_core.serialization.converter import from_dict as from_dict
    from workos_core.serialization.unstructure import to_dict as to_dict
    from workos_core.version import __version__ as __version__
    from workos_sync._agents.agent_tokens import AgentTokens as AgentTokens
    from workos_sync._agents.m2m_auth import M2MAuth as M2MAuth
    from workos_sync._agents.m2m_tokens import M2MTokens as M2MTokens
    from workos_sync._agents.pipes_tokens import PipesTokens as PipesTokens
    from workos_sync._agents.tool_audit_log import ToolAuditLog as ToolAuditLog
    from workos_sync._auth.session import Session as Session
    from workos_sync._auth.sign_in import SignIn as SignIn
    from workos_sync._auth.sign_in_routes import SignInPaths as SignInPaths
    from workos_sync._auth.sign_in_routes import SignInRoutes as SignInRoutes
    from workos_sync._client import WorkOS as WorkOS
    from workos_sync._events.cursor_stores import CursorStore as CursorStore
    from workos_sync._events.cursor_stores import FileCursorStore as FileCursorStore
    from workos_sync._events.cursor_stores import LeasedCursorStore as LeasedCursorStore
    from workos_sync._events.cursor_stores import MemoryCursorStore as MemoryCursorStore
    from workos_sync._events.cursor_stores import RedisCursorStore as RedisCursorStore
    from workos_sync._events.cursor_stores import SQLiteCursorStore as SQLiteCursorStore
    from workos_sync._events.event_stream import EventStream as EventStream
    from workos_sync._events.event_stream import EventTransaction as EventTransaction
    from workos_sync._events.sqlalchemy_store import SQLAlchemyCursorStore as SQLAlchemyCursorStore
    from workos_sync._feature_flags.flag_runtime import FlagRuntime as FlagRuntime
    from workos_sync._pagination.pager import Pager as Pager
    from workos_sync._rate_limiting.rate_limiter import RateLimiter as RateLimiter
    from workos_sync._rate_limiting.redis_rate_limiter import RedisRateLimiter as RedisRateLimiter

# Imported on first use, so that importing the package is fast.
_NAMES = {
    "workos_sync._agents.agent_tokens": ("AgentTokens",),
    "workos_sync._agents.m2m_auth": ("M2MAuth",),
    "workos_sync._agents.m2m_tokens": ("M2MTokens",),
    "workos_sync._agents.pipes_tokens": ("PipesTokens",),
    "workos_sync._agents.tool_audit_log": ("ToolAuditLog",),
    "workos_sync._auth.session": ("Session",),
    "workos_sync._auth.sign_in": ("SignIn",),
    "workos_sync._auth.sign_in_routes": (
        "SignInPaths",
        "SignInRoutes",
    ),
    "workos_sync._client": ("WorkOS",),
    "workos_sync._events.cursor_stores": (
        "CursorStore",
        "FileCursorStore",
        "LeasedCursorStore",
        "MemoryCursorStore",
        "RedisCursorStore",
        "SQLiteCursorStore",
    ),
    "workos_sync._events.event_stream": (
        "EventStream",
        "EventTransaction",
    ),
    "workos_sync._events.sqlalchemy_store": ("SQLAlchemyCursorStore",),
    "workos_sync._feature_flags.flag_runtime": ("FlagRuntime",),
    "workos_sync._pagination.pager": ("Pager",),
    "workos_sync._rate_limiting.rate_limiter": ("RateLimiter",),
    "workos_sync._rate_limiting.redis_rate_limiter": ("RedisRateLimiter",),
    "workos_core.auth.identity.cookie_header": ("read_cookies",),
    "workos_core.auth.identity.cookie_settings": (
        "CookieSettings",
        "cookie_settings",
    ),
    "workos_core.auth.identity.identity": (
        "Authenticated",
        "Identity",
        "NotAuthenticated",
        "AuthenticatedUser",
    ),
    "workos_core.auth.identity.requirements": ("Requirement",),
    "workos_core.auth.identity.set_cookie": ("SetCookie",),
    "workos_core.auth.identity.sign_in_hooks": (
        "SignInDenied",
        "SignInHooks",
    ),
    "workos_core.auth.identity.sign_in_results": (
        "OrganizationNotSwitched",
        "OrganizationSwitched",
        "Redirect",
        "SignInFailed",
        "SignedIn",
    ),
    "workos_core.auth.identity.trusted_proxies": ("TrustedProxies",),
    "workos_core.auth.tokens.claims": ("AccessTokenClaims",),
    "workos_core.errors": (
        "AgentSessionRevokedError",
        "APIConnectionError",
        "APIError",
        "APITimeoutError",
        "AuthenticationError",
        "AuthenticationFlowError",
        "AuthenticationMethodNotAllowedError",
        "BadRequestError",
        "ConfigurationError",
        "ConflictError",
        "ConnectionNeededError",
        "DecodeError",
        "DeviceAuthorizationError",
        "EmailCompletionRequiredError",
        "EmailPasswordAuthDisabledError",
        "EmailVerificationRequiredError",
        "EventGapError",
        "InvalidArgumentError",
        "InvalidArgumentTypeError",
        "InvalidTokenError",
        "LeaseLostError",
        "MfaChallengeError",
        "MfaEnrollmentError",
        "MissingFieldError",
        "NotFoundError",
        "OrganizationAuthenticationMethodsRequiredError",
        "OrganizationSelectionRequiredError",
        "PaginationError",
        "PasskeyProgressiveEnrollmentError",
        "PermissionDeniedError",
        "RadarChallengeError",
        "RateLimitExceededError",
        "RateLimitTimeoutError",
        "ServerError",
        "SsoRequiredError",
        "StoreUnavailableError",
        "UnprocessableEntityError",
        "WorkOSError",
    ),
    "workos_core.feature_flags.flag_set": ("FlagChange",),
    "workos_core.http.connection_settings": ("ConnectionLimits",),
    "workos_core.http.hooks": (
        "Hooks",
        "RateLimitInfo",
        "RequestInfo",
        "ResponseInfo",
        "RetryInfo",
    ),
    "workos_core.http.request_options": ("RequestOptions",),
    "workos_core.http.response_recording": ("APIResponse",),
    "workos_core.http.retry_policy": ("RetryPolicy",),
    "workos_core.http.timeouts": ("Timeout",),
    "workos_core.http.tracing": ("Tracing",),
    "workos_core.not_given": (
        "NOT_GIVEN",
        "NotGiven",
    ),
    "workos_core.pagination": (
        "ListMetadata",
        "Page",
    ),
    "workos_core.serialization.converter": ("from_dict",),
    "workos_core.serialization.unstructure": ("to_dict",),
    "workos_core.version": ("__version__",),
}
__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APITimeoutError",
    "AccessTokenClaims",
    "AgentSessionRevokedError",
    "AgentTokens",
    "Authenticated",
    "AuthenticatedUser",
    "AuthenticationError",
    "AuthenticationFlowError",
    "AuthenticationMethodNotAllowedError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionLimits",
    "ConnectionNeededError",
    "CookieSettings",
    "CursorStore",
    "DecodeError",
    "DeviceAuthorizationError",
    "EmailCompletionRequiredError",
    "EmailPasswordAuthDisabledError",
    "EmailVerificationRequiredError",
    "EventGapError",
    "EventStream",
    "EventTransaction",
    "FileCursorStore",
    "FlagChange",
    "FlagRuntime",
    "Hooks",
    "Identity",
    "InvalidArgumentError",
    "InvalidArgumentTypeError",
    "InvalidTokenError",
    "LeaseLostError",
    "LeasedCursorStore",
    "ListMetadata",
    "M2MAuth",
    "M2MTokens",
    "MemoryCursorStore",
    "MfaChallengeError",
    "MfaEnrollmentError",
    "MissingFieldError",
    "NotAuthenticated",
    "NotFoundError",
    "NotGiven",
    "OrganizationAuthenticationMethodsRequiredError",
    "OrganizationNotSwitched",
    "OrganizationSelectionRequiredError",
    "OrganizationSwitched",
    "Page",
    "Pager",
    "PaginationError",
    "PasskeyProgressiveEnrollmentError",
    "PermissionDeniedError",
    "PipesTokens",
    "RadarChallengeError",
    "RateLimitExceededError",
    "RateLimitInfo",
    "RateLimitTimeoutError",
    "RateLimiter",
    "Redirect",
    "RedisCursorStore",
    "RedisRateLimiter",
    "RequestInfo",
    "RequestOptions",
    "Requirement",
    "ResponseInfo",
    "RetryInfo",
    "RetryPolicy",
    "SQLAlchemyCursorStore",
    "SQLiteCursorStore",
    "ServerError",
    "Session",
    "SetCookie",
    "SignIn",
    "SignInDenied",
    "SignInFailed",
    "SignInHooks",
    "SignInPaths",
    "SignInRoutes",
    "SignedIn",
    "SsoRequiredError",
    "StoreUnavailableError",
    "Timeout",
    "ToolAuditLog",
    "Tracing",
    "TrustedProxies",
    "UnprocessableEntityError",
    "WorkOS",
    "WorkOSError",
    "__version__",
    "cookie_settings",
    "from_dict",
    "read_cookies",
    "to_dict",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _NAMES)
