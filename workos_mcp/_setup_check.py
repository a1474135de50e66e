"""The check of a resource's settings against a WorkOS environment."""

from typing import TYPE_CHECKING

from workos_async import WorkOS
from workos_async._auth.authkit_metadata import fetch_authkit_metadata
from workos_core.auth.tokens.audiences import normalized_url

if TYPE_CHECKING:
    from workos_mcp._resource import AuthKitResource


async def find_problems(resource: "AuthKitResource", workos: WorkOS) -> list[str]:
    """Return what is wrong, and how to fix it."""
    problems: list[str] = []
    metadata = await fetch_authkit_metadata(workos, resource.issuer)
    issuer = metadata.get("issuer")
    if not isinstance(issuer, str) or normalized_url(issuer) != resource.issuer:
        problems.append(f"the issuer of {resource.issuer} is {issuer!r}: pass authkit_domain={issuer!r}")
    needs_registration = "user" in resource.kinds  # applications and agents are created in the dashboard or by the API
    if (
        needs_registration
        and not metadata.get("registration_endpoint")
        and not metadata.get("client_id_metadata_document_supported")
    ):
        problems.append(
            "MCP clients can't register: enable Client ID Metadata Document or Dynamic Client Registration in the dashboard, under "
            "Connect → Configuration"
        )
    resources = [each.uri async for each in workos.user_management.list_authkit_oauth_resources()]
    if normalized_url(resource.resource) not in [normalized_url(uri) for uri in resources]:
        registered = ", ".join(map(repr, resources)) or "none"
        problems.append(
            f"the resource {resource.resource!r} is not registered (registered: {registered}): call "
            f"workos.user_management.create_authkit_oauth_resource(uri={resource.resource!r})"
        )
    return problems
