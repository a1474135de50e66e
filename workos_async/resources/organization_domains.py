# Generated from spec/resources/organization_domains.yaml by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.organization_domains`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.lazy_names import lazy_type
from workos_core.suggestions import ResourceClient

if TYPE_CHECKING:
    from workos_async._api_requestor import APIRequestor
    from workos_core.models.organization_domains import OrganizationDomain
else:
    OrganizationDomain = lazy_type("workos_core.models.organization_domains", "OrganizationDomain")

_CREATE: Operation[OrganizationDomain] = Operation(
    "organization_domains.create",
    "POST",
    "/organization_domains",
    returns=OrganizationDomain,
)
_GET: Operation[OrganizationDomain] = Operation(
    "organization_domains.get",
    "GET",
    "/organization_domains/{organization_domain_id}",
    returns=OrganizationDomain,
    returns_requested_id="organization_domain_id",
)
_DELETE: Operation[None] = Operation(
    "organization_domains.delete",
    "DELETE",
    "/organization_domains/{organization_domain_id}",
)
_VERIFY: Operation[OrganizationDomain] = Operation(
    "organization_domains.verify",
    "POST",
    "/organization_domains/{organization_domain_id}/verify",
    returns=OrganizationDomain,
    returns_requested_id="organization_domain_id",
)


@hides_locals
class OrganizationDomains(ResourceClient):
    """Domains of organizations. Customers verify that they own a domain with a TXT record in its DNS.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    async def create(
        self,
        *,
        domain: str,
        organization_id: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> OrganizationDomain:
        """Add a domain to an organization.

        The customer then publishes `verification_token` as a TXT record of the domain. A domain that already exists
        causes a conflict with the code `domain_already_exists`.

        Args:
            domain: The domain name, such as `example.com`.
            organization_id: The ID of the organization that owns the domain (`org_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new domain.

        Raises:
            ConflictError: `code` or `error` is `domain_already_exists`.

        See https://workos.com/docs/reference/domain-verification/create
        """
        return await self._requestor.call(
            _CREATE,
            body={"domain": domain, "organization_id": organization_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    async def get(self, organization_domain_id: str, *, options: RequestOptions | None = None) -> OrganizationDomain:
        """Get an organization domain.

        Args:
            organization_domain_id: The ID of the organization domain (`org_domain_…`).

        Returns:
            The domain.

        See https://workos.com/docs/reference/domain-verification/get
        """
        return await self._requestor.call(
            _GET, path={"organization_domain_id": organization_domain_id}, options=options
        )

    async def delete(self, organization_domain_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an organization domain.

        Args:
            organization_domain_id: The ID of the organization domain (`org_domain_…`).

        See https://workos.com/docs/reference/domain-verification/delete
        """
        return await self._requestor.call(
            _DELETE, path={"organization_domain_id": organization_domain_id}, options=options
        )

    async def verify(
        self, organization_domain_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> OrganizationDomain:
        """Start the verification of an organization domain.

        The call returns immediately, while WorkOS is still looking up the TXT record; `state` shows the progress. A
        domain that is already verified is rejected with the code `domain_already_verified`.

        Args:
            organization_domain_id: The ID of the organization domain (`org_domain_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The domain, with its verification in progress.

        Raises:
            BadRequestError: `code` or `error` is `domain_already_verified`.

        See https://workos.com/docs/reference/domain-verification/verify
        """
        return await self._requestor.call(
            _VERIFY,
            path={"organization_domain_id": organization_domain_id},
            idempotency_key=idempotency_key,
            options=options,
        )
