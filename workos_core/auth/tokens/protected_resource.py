"""An API as a protected resource of an AuthKit domain: its settings, its metadata (RFC 9728), and the access of tokens."""

from collections.abc import Collection, Sequence
from typing import Any, TypedDict, cast
from urllib.parse import urlsplit

from workos_core.auth.tokens.access_denied import AccessDenied
from workos_core.auth.tokens.audiences import authkit_origin, check_ascii_host, required_values
from workos_core.auth.tokens.challenge import challenge
from workos_core.auth.tokens.connect_claims import ConnectTokenClaims, ConnectTokenKind
from workos_core.auth.tokens.connect_token_verification import check_kinds
from workos_core.config import is_loopback
from workos_core.errors import ConfigurationError

METADATA_PATH = "/.well-known/oauth-protected-resource"
"""The path of the metadata of a resource at the root of its origin."""


class ResourceOptions(TypedDict, total=False):
    """The optional settings of a `ProtectedResource`."""

    scopes: Sequence[str]
    """The scopes that clients should request. They are checked only in tokens that have scopes: those of WorkOS for users have none."""
    permissions: Sequence[str]
    """The permissions that every caller must have."""
    organization_required: bool
    """Whether callers must have selected an organization, or belong to one."""
    allow_default_audience: str | None
    """The client ID of the environment, to also accept tokens that were requested without a resource."""
    kinds: Sequence[ConnectTokenKind]
    """The accepted kinds: `user` (the default), `m2m` and `agent`. Tokens of applications (`m2m`) have no audience."""
    allow_insecure_http: bool
    """Whether to allow plain http URLs of other machines, such as an emulator in another container."""


class ProtectedResource:
    """An API whose clients sign in with AuthKit.

    Args:
        authkit_domain: The AuthKit domain, such as `example.authkit.app`, or its URL.
        resource: The public URL of the API, exactly as registered with WorkOS.
        scopes: See `ResourceOptions`.
        permissions: See `ResourceOptions`.
        organization_required: See `ResourceOptions`.
        allow_default_audience: See `ResourceOptions`.
        kinds: See `ResourceOptions`.
        allow_insecure_http: See `ResourceOptions`.

    Raises:
        ConfigurationError: A URL is malformed or not https, or a kind is unknown.
    """

    def __init__(
        self,
        authkit_domain: str,
        resource: str,
        *,
        scopes: Sequence[str] = (),
        permissions: Sequence[str] = (),
        organization_required: bool = False,
        allow_default_audience: str | None = None,
        kinds: Sequence[ConnectTokenKind] = ("user",),
        allow_insecure_http: bool = False,
    ) -> None:
        self.issuer: str = authkit_origin(authkit_domain, allow_insecure_http=allow_insecure_http)
        self.resource: str = _check_resource(resource, allow_insecure_http)
        self.scopes: tuple[str, ...] = _texts("scopes", scopes)
        self.permissions: tuple[str, ...] = _texts("permissions", permissions)
        self.organization_required = organization_required
        audiences = [resource] if allow_default_audience is None else [resource, allow_default_audience]
        self.audiences: tuple[str, ...] = required_values("allow_default_audience", audiences)
        self.kinds: tuple[ConnectTokenKind, ...] = check_kinds(kinds)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.issuer!r}, {self.resource!r})"

    @property
    def metadata_url(self) -> str:
        """The URL of the protected-resource metadata (RFC 9728)."""
        url = urlsplit(self.resource)
        return f"{url.scheme}://{url.netloc}{METADATA_PATH}{url.path.rstrip('/')}"

    @property
    def metadata_paths(self) -> tuple[str, ...]:
        """The paths of the metadata: at the root, and below it the path of the resource."""
        path = urlsplit(self.resource).path.rstrip("/")
        return (METADATA_PATH, METADATA_PATH + path) if path else (METADATA_PATH,)

    @property
    def metadata(self) -> dict[str, Any]:
        """The protected-resource metadata (RFC 9728)."""
        metadata: dict[str, Any] = {
            "resource": self.resource,
            "authorization_servers": [self.issuer],
            "bearer_methods_supported": ["header"],
        }
        return metadata | ({"scopes_supported": list(self.scopes)} if self.scopes else {})

    def challenge(self, denied: AccessDenied) -> str:
        """Return the header `WWW-Authenticate` of the response to a denied request."""
        return challenge(self.metadata_url, error=denied.error, description=denied.description, scopes=self.scopes)

    def read_token(self, headers: Sequence[str]) -> str:
        """Return the token of a request.

        Args:
            headers: The values of its `Authorization` headers.

        Raises:
            AccessDenied: It has none, or several headers.
        """
        if len(headers) > 1:
            raise AccessDenied(401, "invalid_request", "the request has several Authorization headers")
        if headers:
            scheme, _, token = headers[0].strip(" ").partition(" ")
            if scheme.lower() == "bearer" and token:
                return token.lstrip(" ")
        raise AccessDenied(401)

    def check_access(self, claims: ConnectTokenClaims) -> None:
        """Check that a verified token has what every caller must have.

        Raises:
            AccessDenied: It lacks an organization, a permission or a scope.
        """
        if self.organization_required and claims.org_id is None:
            raise AccessDenied(403, "access_denied", "sign in again and select an organization")
        missing = [name for name in self.permissions if name not in claims.permissions]
        if missing:
            raise AccessDenied(403, "access_denied", f"the principal lacks the permission {missing[0]!r}")
        absent = [name for name in self.scopes if claims.scopes and name not in claims.scopes]
        if absent:
            raise AccessDenied(403, "insufficient_scope", f"the token lacks the scope {absent[0]!r}")


def _check_resource(resource: str, allow_insecure_http: bool) -> str:
    if not isinstance(cast("object", resource), str):
        raise ConfigurationError(f"resource must be a str, not {type(resource).__name__}")
    required_values("resource", resource)
    try:
        url = urlsplit(resource)
        host, _ = url.hostname or "", url.port
    except ValueError as error:
        raise ConfigurationError(f"resource {resource!r} is malformed ({error})") from None
    check_ascii_host("resource", resource, host)
    is_valid = url.scheme in ("http", "https") and host and resource.isascii() and resource.isprintable()
    if not is_valid or "@" in url.netloc or any(char in resource for char in " ?#"):
        raise ConfigurationError(
            f"resource {resource!r} must be the public URL of your server, such as https://mcp.example.com/mcp"
        )
    if url.scheme == "http" and not allow_insecure_http and not is_loopback(host):
        raise ConfigurationError(f"resource {resource!r} must be https; plain http is allowed only for this machine")
    return resource


def _texts(name: str, values: Sequence[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise ConfigurationError(f"{name} must be a list of strings, not a str; pass [{values!r}]")
    if isinstance(values, (bytes, bytearray)) or not isinstance(cast("object", values), Collection):
        raise ConfigurationError(f"{name} must be a list of strings, not {type(values).__name__}")
    for value in values:
        if not isinstance(cast("object", value), str):
            raise ConfigurationError(f"{name} must be a list of strings, not a list with {type(value).__name__}")
        if not value or any(not "!" <= char <= "~" or char in '"\\' for char in value):
            raise ConfigurationError(
                f"{name} must be names of printable ASCII characters without spaces (got {value!r})"
            )
    return tuple(values)
