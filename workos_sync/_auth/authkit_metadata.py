# Generated from workos_async/_auth/authkit_metadata.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The metadata of the authorization server of an AuthKit domain."""

from typing import TYPE_CHECKING, Any

from workos_core.errors import DecodeError
from workos_core.http.operation import Operation
from workos_core.http.responses import decode
from workos_core.json_types import is_object

if TYPE_CHECKING:
    from workos_sync._client import WorkOS


def fetch_authkit_metadata(workos: "WorkOS", issuer: str) -> dict[str, Any]:
    """Return the document at `/.well-known/oauth-authorization-server`.

    Args:
        workos: The client; its API key is not sent.
        issuer: The origin of the AuthKit domain.

    Raises:
        APIConnectionError, APIError, DecodeError: It can't be fetched, or it is not a JSON object.
    """
    operation: Operation[Any] = Operation(
        "connect.get_authorization_server_metadata",
        "GET",
        "/.well-known/oauth-authorization-server",
        returns=Any,
        credentials="none",
        server=issuer,
    )
    response = workos._requestor.fetch(operation, path={}, options={})  # pyright: ignore[reportPrivateUsage]
    document = decode(operation, response)
    if not is_object(document):
        raise DecodeError(
            "the metadata is not a JSON object", path="$", status=response.status, request_id=None, body=""
        )
    return dict(document)
