"""The `WWW-Authenticate` header of a bearer-token resource (RFC 6750, RFC 9728)."""

from collections.abc import Sequence


def challenge(
    metadata_url: str, *, error: str | None = None, description: str | None = None, scopes: Sequence[str] = ()
) -> str:
    """Return the value of `WWW-Authenticate`.

    Args:
        metadata_url: The URL of the protected-resource metadata.
        error: The error code; `None` if the request has no token.
        description: What is wrong, for developers.
        scopes: The scopes that a client should request.
    """
    parameters = {
        "error": error,
        "error_description": description,
        "scope": " ".join(scopes) or None,
        "resource_metadata": metadata_url,
    }
    return "Bearer " + ", ".join(
        f'{name}="{_quoted(value)}"' for name, value in parameters.items() if value is not None
    )


def _quoted(value: str) -> str:
    """Return the text of a quoted string: only printable ASCII characters, without quotes and backslashes (RFC 6750, section 3)."""
    return "".join("'" if char in '"\\' else char if " " <= char <= "~" else "?" for char in value)
