# Generated from spec/openapi.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The documented rate limits by name."""

from workos_core.rate_limits.limits import Limit

LIMITS: dict[str, Limit] = {
    # All requests from one IP address, across all environments.
    "general": Limit(6000, 60, "ip"),
    # Visits to SSO authorization URLs, per connection.
    "sso_authorize": Limit(1000, 60, "connection", by=("connection",)),
    # Reads of directory users, per directory.
    "directory_users": Limit(4, 1, "directory", by=("directory", "group")),
    # Organization deletions, per API key.
    "delete_organization": Limit(50, 60, "api_key"),
    # AuthKit reads (paths below /user_management), per environment.
    "authkit_reads": Limit(1000, 10, "environment"),
    # AuthKit writes (paths below /user_management), per environment.
    "authkit_writes": Limit(500, 10, "environment"),
    # Authentication attempts, per email address or authentication challenge.
    "authentication": Limit(10, 60, "email_or_challenge", by=("email", "authentication_challenge_id")),
    # Requests for a Magic Auth code, per email address.
    "magic_auth": Limit(3, 60, "email", by=("email",)),
    # Verification emails, per user.
    "email_verification": Limit(3, 60, "user", by=("user_id",)),
    # Requests for a password reset, per email address.
    "password_reset": Limit(3, 60, "email", by=("email",)),
    # SSO sign-ins on the hosted AuthKit pages, per IP address.
    "sso_sign_in": Limit(3, 60, "ip"),
    # Email sign-ins on the hosted AuthKit pages, per email address and IP address.
    "email_sign_in": Limit(10, 60, "email_and_ip"),
    # Magic Auth sign-ins on the hosted AuthKit pages, per IP address and challenge.
    "magic_auth_sign_in": Limit(10, 60, "ip_and_challenge"),
    # Requests for a Magic Auth code on the hosted AuthKit pages, per IP address and email address.
    "magic_auth_code": Limit(3, 60, "ip_and_email"),
}
"""The limits by name, such as `directory_users`."""
