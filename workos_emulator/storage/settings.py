"""Settings of an environment, as the WorkOS Dashboard has them, and of the emulator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from workos_emulator.storage.argument_checks import check_setting
from workos_emulator.storage.branding_checks import check_color, check_logo
from workos_emulator.storage.value_checks import check_days, check_seconds, check_url

_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "admin_portal_return_url": check_url,
    "admin_portal_success_url": check_url,
    "application_url": check_url,
    "audit_log_retention_days": check_days,
    "authkit_url": check_url,
    "brand_color": check_color,
    "brand_logo": check_logo,
    "connect_login_uri": check_url,
    "device_interval": check_seconds,
    "invitation_days": check_days,
    "invitation_days_limit": check_days,
    "public_url": check_url,
}
"""The checks of settings that not every value of their type is valid for. They return the value to store."""


@dataclass(slots=True, kw_only=True)
class Settings:
    """Settings of the emulated environment. All of them can be changed while the emulator runs.

    Raises:
        TypeError: A setting has the wrong type, also when it is changed later.
        ValueError: A setting has an invalid value, such as a URL that is neither `http` nor `https`, or a duration of more
            than 36,500 days.

    Attributes:
        issuer: The `iss` claim of access tokens.
        access_token_lifetime: How long an access token is valid. In tests, a negative duration creates expired tokens.
        refresh_token_grace: How long a refresh token can be reused after its first use. Zero, the default, exposes applications
            that refresh twice.
        session_lifetime: The maximum lifetime of a session after the sign-in.
        authorization_code_lifetime: How long an authorization code can be exchanged.
        impersonation_lifetime: The maximum lifetime of a session with an impersonator.
        pending_authentication_lifetime: How long a pending authentication token can be used.
        email_verification_required: Whether users must verify their email address before they can sign in. Users of factories and seed
            files are verified unless they say otherwise.
        domain_jit_membership: Whether users become members of the organization that has verified the domain of their verified email
            address, when they sign in.
        domain_policy_sso: Whether users with the verified domain of an organization that has an active connection must sign in through its
            identity provider.
        sso_session_lifetime: How long users have to sign in at the identity provider of an organization, and the application to exchange
            the code. After that, `authentication.sso_timed_out` is emitted, and the page of the identity provider fails.
        sso_jit_provisioning: Whether a sign-in through the identity provider of an organization creates the user and the membership.
        guests_need_invitation: Whether users without a verified domain of an organization must be invited before they can sign in through
            its identity provider.
        password_attempts_limit: How many wrong passwords in a row lock the password of a user; 0 for no limit.
        password_lockout: How long a password stays locked. Resetting or changing it unlocks it, too.
        radar_bot_detection: What Radar does about sign-ins of bots, whose user agents name them: `off`, `log` (it only emits an event),
            `challenge` or `block`.
        radar_brute_force_attack: What Radar does about sign-ins of a client with ten failed ones within ten minutes.
        radar_impossible_travel: What Radar does about sign-ins from places that a user cannot have traveled between. It knows the places of
            IP addresses that you set with `Emulator.seed.radar_location`.
        radar_repeat_sign_up: What Radar does about the fourth sign-up with an email address.
        radar_stale_account: What Radar does about the first sign-in of a user after more than 60 days.
        radar_unrecognized_device: What Radar does about a sign-in with a user agent that the user has not signed in with.
        multiple_roles: Whether a membership may have several roles.
        password_min_length: The minimum length of a password in characters.
        one_time_code_lifetime: How long codes of Magic Auth, email verification, email change, MFA and Radar are valid.
        password_reset_lifetime: How long a password reset token is valid.
        invitation_days: The default validity of an invitation in days.
        invitation_days_limit: The maximum validity of an invitation in days.
        device_code_lifetime: How long a device code is valid.
        device_interval: The minimum polling interval of a device in seconds.
        profile_token_lifetime: How long the access token for an SSO profile is valid.
        mfa_required: Whether every sign-in requires a second factor, except through SSO and with a passkey.
        password_enabled: Whether users can sign in with a password.
        magic_auth_enabled: Whether users can sign in with Magic Auth.
        passkey_enabled: Whether users can create passkeys on the hosted pages and sign in with them.
        passkey_progressive_enrollment: Whether users without a passkey are asked to create one when they sign in with a password. It
            requires `passkey_enabled`.
        passkey_reminder_interval: How long after skipping that a user is asked again.
        sign_up_enabled: Whether Magic Auth creates a user for an unknown email address.
        email_change_enabled: Whether users may change their email address.
        password_reset_enabled: Whether users may reset their password.
        application_name: The name of your application, as the hosted pages and authenticator apps show it.
        brand_color: The color of buttons and links on the hosted pages, such as `#4338ca`; None for the default color. Text that would
            be hard to read in this color is darker or lighter.
        brand_logo: The logo on the hosted pages: the URL of an image on this machine, or an image as a `data:` URL; None for no logo.
        application_url: The base URL of your application, which links in emails lead to; None for the emulator's own pages.
        public_url: The URL at which browsers reach the emulator, such as `https://workos.acme.test`, for links in responses and emails;
            None for the URL that each request was sent to.
        admin_portal_return_url: Where a link on the pages of the Admin Portal leads back to your application, unless the request for the
            portal link has a `return_url`; None for `application_url`.
        admin_portal_success_url: Where the Admin Portal redirects to after the setup, unless the request for the portal link has a
            `success_url`; None for the return URL.
        authkit_url: The base URL of AuthKit pages in responses, and the issuer of the tokens of Connect; None for the emulator's own
            hosted pages and the origin of each request.
        hosted_pages: When a sign-in shows the hosted pages. `automatic`: unless `login_hint` of the authorization URL names the
            user; then the browser is redirected back to the application immediately. `always`: always; `login_hint` only
            prefills the email address. `never`: never; an authorization URL that does not name the user fails with
            `access_denied`.
        remembered_sign_ins: Whether an authorization URL recognizes a browser whose user is still signed in to AuthKit, and returns a
            code without asking again. Otherwise, only `prompt=none` and `max_age` do.
        dynamic_client_registration: Whether applications can register themselves at `/oauth2/register` (RFC 7591).
        client_id_metadata_documents: Whether the client ID of an application can be the URL of its metadata.
        remote_client_metadata_enabled: Whether client metadata is also fetched from other hosts.
        connect_login_uri: The sign-in page of your application that replaces the one of AuthKit for Connect applications
            (Standalone Connect); None for the hosted pages.
        authkit_providers: The OAuth providers on the sign-in page, by their `provider` in authorization URLs.
        webhook_delivery: Whether webhooks are delivered in the background (`automatic`) or only when you call
            `Emulator.deliveries.run` (`manual`).
        webhook_retry_delays: The seconds between delivery attempts of a webhook. One more attempt follows the last delay.
        remote_webhooks_enabled: Whether webhooks are also sent to other hosts.
        strict_query_parameters: Whether a request with a query parameter that the operation does not document fails. By default the
            parameter has no effect, and the request log names it in `unknown_parameters`.
        rate_limits: Whether the documented rate limits apply; requests beyond them fail with 429.
        undeliverable_domains: Domains that email can't be delivered to.
        loopback_origins_allowed: Whether browser clients of this machine (`http://localhost:3000`) may read responses, in addition to
            those of the registered CORS origins.
        allowed_hosts: Names and IP addresses, in addition to loopback ones and the one that the server is bound to, that the `Host`
            header of a request may have.
        audit_log_retention_days: The default retention period of audit logs in days.
        group_size_limit: The maximum number of members of a group.
        blocked_domains: Consumer email domains, which organizations cannot have.
    """

    issuer: str = "https://api.workos.com"
    access_token_lifetime: timedelta = timedelta(minutes=5)
    refresh_token_grace: timedelta = timedelta()
    session_lifetime: timedelta = timedelta(days=7)
    authorization_code_lifetime: timedelta = timedelta(minutes=10)
    impersonation_lifetime: timedelta = timedelta(hours=1)
    pending_authentication_lifetime: timedelta = timedelta(minutes=10)
    email_verification_required: bool = True
    domain_jit_membership: bool = True
    domain_policy_sso: bool = True
    sso_session_lifetime: timedelta = timedelta(minutes=5)
    sso_jit_provisioning: bool = True
    guests_need_invitation: bool = True
    password_attempts_limit: int = 10
    password_lockout: timedelta = timedelta(minutes=1)
    radar_bot_detection: Literal["off", "log", "challenge", "block"] = "off"
    radar_brute_force_attack: Literal["off", "log", "challenge", "block"] = "off"
    radar_impossible_travel: Literal["off", "log", "challenge", "block"] = "off"
    radar_repeat_sign_up: Literal["off", "log", "challenge", "block"] = "off"
    radar_stale_account: Literal["off", "log", "challenge", "block"] = "off"
    radar_unrecognized_device: Literal["off", "log", "challenge", "block"] = "off"
    multiple_roles: bool = True
    password_min_length: int = 10
    one_time_code_lifetime: timedelta = timedelta(minutes=10)
    password_reset_lifetime: timedelta = timedelta(minutes=15)
    invitation_days: int = 7
    invitation_days_limit: int = 30
    device_code_lifetime: timedelta = timedelta(minutes=5)
    device_interval: int = 5
    profile_token_lifetime: timedelta = timedelta(minutes=10)
    mfa_required: bool = False
    password_enabled: bool = True
    magic_auth_enabled: bool = True
    passkey_enabled: bool = False
    passkey_progressive_enrollment: bool = False
    passkey_reminder_interval: timedelta = timedelta(days=14)
    sign_up_enabled: bool = True
    email_change_enabled: bool = True
    password_reset_enabled: bool = True
    application_name: str = "WorkOS emulator"
    brand_color: str | None = None
    brand_logo: str | None = None
    application_url: str | None = None
    public_url: str | None = None
    admin_portal_return_url: str | None = None
    admin_portal_success_url: str | None = None
    authkit_url: str | None = None
    hosted_pages: Literal["automatic", "always", "never"] = "automatic"
    remembered_sign_ins: bool = True
    dynamic_client_registration: bool = False
    client_id_metadata_documents: bool = False
    remote_client_metadata_enabled: bool = False
    connect_login_uri: str | None = None
    authkit_providers: tuple[str, ...] = ("GoogleOAuth", "MicrosoftOAuth", "GitHubOAuth", "AppleOAuth")
    webhook_delivery: Literal["automatic", "manual"] = "automatic"
    webhook_retry_delays: tuple[float, ...] = (60, 600, 3600, 4 * 3600, 12 * 3600, 48 * 3600)
    remote_webhooks_enabled: bool = False
    strict_query_parameters: bool = False
    rate_limits: bool = False
    undeliverable_domains: frozenset[str] = frozenset({"undeliverable.example"})
    loopback_origins_allowed: bool = True
    allowed_hosts: frozenset[str] = frozenset()
    audit_log_retention_days: int = 30
    group_size_limit: int = 10_000
    blocked_domains: frozenset[str] = frozenset(
        {
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "icloud.com",
            "live.com",
            "outlook.com",
            "proton.me",
            "yahoo.com",
        }
    )

    # Hidden from type checkers, which would accept any name.
    if not TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None:
            if name in _defaults():
                value = check_setting(name, value, *_defaults()[name])
                value = _CHECKS[name](name, value) if name in _CHECKS else value
            object.__setattr__(self, name, value)


@cache
def _defaults() -> dict[str, tuple[Any, tuple[str, ...]]]:
    """Return the default value and the choices of each setting."""
    return {
        each.name: (each.default, get_args(each.type) if get_origin(each.type) is Literal else ())
        for each in fields(Settings)
    }
