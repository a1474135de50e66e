# Generated from spec/openapi.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The documented rate limits by name."""

from workos_core.rate_limits.limits import Limit

LIMITS: dict[str, Limit] = {
    # All requests of one IP address, whatever the environment.
    "general": Limit(6000, 60, "ip"),
    # SSO authorization URLs opened for one connection.
    "sso_authorize": Limit(1000, 60, "connection", by=("connection",)),
    # Reads of directory users of one directory.
    "directory_users": Limit(4, 1, "directory", by=("directory", "group")),
    # Organizations deleted with one API key.
    "delete_organization": Limit(50, 60, "api_key"),
    # Reads below /user_management in one environment.
    "authkit_reads": Limit(1000, 10, "environment"),
    # Writes below /user_management in one environment.
    "authkit_writes": Limit(500, 10, "environment"),
    # Sign-in attempts of one e-mail address or one challenge.
    "authentication": Limit(10, 60, "email_or_challenge", by=("email", "authentication_challenge_id")),
    # Magic Auth codes asked for by one e-mail address.
    "magic_auth": Limit(3, 60, "email", by=("email",)),
    # Verification mails of one user.
    "email_verification": Limit(3, 60, "user", by=("user_id",)),
    # Password resets asked for by one e-mail address.
    "password_reset": Limit(3, 60, "email", by=("email",)),
    # Sign-ins through SSO from one IP address.
    "sso_sign_in": Limit(3, 60, "ip"),
    # Sign-ins by e-mail of one address from one IP address.
    "email_sign_in": Limit(10, 60, "email_and_ip"),
    # Sign-ins by Magic Auth for one challenge from one IP address.
    "magic_auth_sign_in": Limit(10, 60, "ip_and_challenge"),
    # Magic Auth codes asked for by one e-mail address from one IP address.
    "magic_auth_code": Limit(3, 60, "ip_and_email"),
}
"""A name, such as `directory_users`, to what it allows."""
