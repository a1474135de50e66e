# Generated from workos_async/resources/organizations.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.organizations`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.feature_flags import FeatureFlag
    from workos_core.models.organizations import (
        AuditLogConfiguration,
        ItContact,
        ItContactIntent,
        Organization,
        OrganizationAuthorizedApplication,
        OrganizationDomainData,
    )
    from workos_core.params.organizations import OrganizationDomainDataParam
    from workos_sync._api_requestor import APIRequestor
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    FeatureFlag = lazy_type("workos_core.models.feature_flags", "FeatureFlag")
    AuditLogConfiguration = lazy_type("workos_core.models.organizations", "AuditLogConfiguration")
    ItContact = lazy_type("workos_core.models.organizations", "ItContact")
    ItContactIntent = lazy_type("workos_core.models.organizations", "ItContactIntent")
    Organization = lazy_type("workos_core.models.organizations", "Organization")
    OrganizationAuthorizedApplication = lazy_type(
        "workos_core.models.organizations", "OrganizationAuthorizedApplication"
    )
    OrganizationDomainData = lazy_type("workos_core.models.organizations", "OrganizationDomainData")
    OrganizationDomainDataParam = lazy_type("workos_core.params.organizations", "OrganizationDomainDataParam")

_LIST_ORGANIZATION_FEATURE_FLAGS: Operation[FeatureFlag] = Operation(
    "organizations.list_organization_feature_flags",
    "GET",
    "/organizations/{organization_id}/feature-flags",
    returns=FeatureFlag,
)
_LIST_IT_CONTACTS: Operation[list[ItContact]] = Operation(
    "organizations.list_it_contacts",
    "GET",
    "/organizations/{organization_id}/it_contacts",
    returns=list[ItContact],
    wrapped="data",
)
_CREATE_IT_CONTACT: Operation[ItContact] = Operation(
    "organizations.create_it_contact",
    "POST",
    "/organizations/{organization_id}/it_contacts",
    returns=ItContact,
)
_DELETE_IT_CONTACT: Operation[None] = Operation(
    "organizations.delete_it_contact",
    "DELETE",
    "/organizations/{organization_id}/it_contacts/{contact_id}",
)
_INVITE_IT_CONTACT: Operation[None] = Operation(
    "organizations.invite_it_contact",
    "POST",
    "/organizations/{organization_id}/it_contacts/{contact_id}/invite",
)
_REVOKE_IT_CONTACT: Operation[None] = Operation(
    "organizations.revoke_it_contact",
    "POST",
    "/organizations/{organization_id}/it_contacts/{contact_id}/revoke",
)
_LIST_ORGANIZATIONS: Operation[Organization] = Operation(
    "organizations.list_organizations",
    "GET",
    "/organizations",
    returns=Organization,
    styles={"domains": "comma"},
)
_CREATE_ORGANIZATION: Operation[Organization] = Operation(
    "organizations.create_organization",
    "POST",
    "/organizations",
    returns=Organization,
)
_GET_ORGANIZATION_BY_EXTERNAL_ID: Operation[Organization] = Operation(
    "organizations.get_organization_by_external_id",
    "GET",
    "/organizations/external_id/{external_id}",
    returns=Organization,
)
_GET_ORGANIZATION: Operation[Organization] = Operation(
    "organizations.get_organization",
    "GET",
    "/organizations/{organization_id}",
    returns=Organization,
    returns_requested_id="organization_id",
)
_UPDATE_ORGANIZATION: Operation[Organization] = Operation(
    "organizations.update_organization",
    "PUT",
    "/organizations/{organization_id}",
    returns=Organization,
    returns_requested_id="organization_id",
)
_DELETE_ORGANIZATION: Operation[None] = Operation(
    "organizations.delete_organization",
    "DELETE",
    "/organizations/{organization_id}",
    limits=("delete_organization",),
)
_GET_AUDIT_LOG_CONFIGURATION: Operation[AuditLogConfiguration] = Operation(
    "organizations.get_audit_log_configuration",
    "GET",
    "/organizations/{organization_id}/audit_log_configuration",
    returns=AuditLogConfiguration,
)
_LIST_AUTHORIZED_APPLICATIONS: Operation[OrganizationAuthorizedApplication] = Operation(
    "organizations.list_authorized_applications",
    "GET",
    "/organizations/{organization_id}/authorized_applications",
    returns=OrganizationAuthorizedApplication,
)


@hides_locals
class Organizations(ResourceClient):
    """The organizations of your application: your customers, whose users sign in together and share connections,
    directories, roles and domains.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_organization_feature_flags(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[FeatureFlag]:
        """List the feature flags that are enabled for an organization.

        Args:
            organization_id: The ID of the organization (`org_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/feature-flags/targeting/list-for-organization
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATION_FEATURE_FLAGS,
            path={"organization_id": organization_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )

    def list_it_contacts(self, organization_id: str, *, options: RequestOptions | None = None) -> list[ItContact]:
        """List the IT contacts of an organization.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            All IT contacts of the organization.
        """
        return self._requestor.call(_LIST_IT_CONTACTS, path={"organization_id": organization_id}, options=options)

    def create_it_contact(
        self,
        organization_id: str,
        *,
        email: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ItContact:
        """Add an IT contact to an organization.

        The contact does not receive an email until you call `invite_it_contact`.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            email: The email address of the IT contact.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The IT contact.

        Raises:
            ConflictError: `code` or `error` is `it_contact_already_exists`.
        """
        return self._requestor.call(
            _CREATE_IT_CONTACT,
            path={"organization_id": organization_id},
            body={"email": email},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_it_contact(
        self, organization_id: str, contact_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an IT contact.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            contact_id: The ID of the IT contact.
        """
        return self._requestor.call(
            _DELETE_IT_CONTACT, path={"organization_id": organization_id, "contact_id": contact_id}, options=options
        )

    def invite_it_contact(
        self,
        organization_id: str,
        contact_id: str,
        *,
        intents: Sequence[ItContactIntent],
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Invite an IT contact to set up features of an organization.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            contact_id: The ID of the IT contact.
            intents: The features to set up.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Raises:
            ConflictError: `code` or `error` is `it_contact_invitation_already_active`.
            UnprocessableEntityError: `code` or `error` is `invitation_email_not_sent`.
        """
        return self._requestor.call(
            _INVITE_IT_CONTACT,
            path={"organization_id": organization_id, "contact_id": contact_id},
            body={"intents": array("intents", intents)},
            idempotency_key=idempotency_key,
            options=options,
        )

    def revoke_it_contact(
        self,
        organization_id: str,
        contact_id: str,
        *,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Revoke the invitation of an IT contact.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization (`org_…`).
            contact_id: The ID of the IT contact.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.
        """
        return self._requestor.call(
            _REVOKE_IT_CONTACT,
            path={"organization_id": organization_id, "contact_id": contact_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    def list_organizations(
        self,
        *,
        domains: Sequence[str] | None = None,
        search: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Organization]:
        """List the organizations of the environment.

        Without filters, all organizations are returned. An organization must match every filter you pass.

        Args:
            domains: Return only organizations with at least one of these domains.
            search: Return only organizations whose name or domain contains this text.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/organization/list
        """
        return Pager(
            self._requestor,
            _LIST_ORGANIZATIONS,
            query={
                "domains": array("domains", domains),
                "search": search,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    def create_organization(
        self,
        *,
        name: str,
        allow_profiles_outside_organization: bool | NotGiven = NOT_GIVEN,
        domains: Sequence[str] | NotGiven = NOT_GIVEN,
        domain_data: Sequence[OrganizationDomainData | OrganizationDomainDataParam] | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Organization:
        """Create an organization.

        Verify that a customer owns a domain before you create it with the state `verified`: users with an email
        address in that domain are then subject to the sign-in policy of the organization. Consumer domains such as
        gmail.com are rejected.

        Args:
            name: The display name of the organization. It does not have to be unique.
            allow_profiles_outside_organization: Whether users with other email domains can sign in through the
                organization's SAML connections.
            domains: The domain names. Prefer `domain_data`, which also says whether they are verified.
            domain_data: The domains of the organization.
            metadata: Your own key-value pairs: up to 50 keys of at most 40 characters, with values of at most
                600 characters.
            external_id: Your own ID for the organization, unique within the environment, at most 128 ASCII
                characters.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new organization.

        Raises:
            BadRequestError: `code` or `error` is `invalid_metadata` or `external_id_already_used`.

        See https://workos.com/docs/reference/organization/create
        """
        return self._requestor.call(
            _CREATE_ORGANIZATION,
            body={
                "name": name,
                "allow_profiles_outside_organization": allow_profiles_outside_organization,
                "domains": array("domains", domains),
                "domain_data": array("domain_data", domain_data),
                "metadata": metadata,
                "external_id": external_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_organization_by_external_id(
        self, external_id: str, *, options: RequestOptions | None = None
    ) -> Organization:
        """Get an organization by external ID.

        Args:
            external_id: The `external_id` that you assigned to the organization.

        Returns:
            The organization.

        See https://workos.com/docs/reference/organization/get-by-external-id
        """
        return self._requestor.call(
            _GET_ORGANIZATION_BY_EXTERNAL_ID, path={"external_id": external_id}, options=options
        )

    def get_organization(self, organization_id: str, *, options: RequestOptions | None = None) -> Organization:
        """Get an organization.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            The organization.

        See https://workos.com/docs/reference/organization/get
        """
        return self._requestor.call(_GET_ORGANIZATION, path={"organization_id": organization_id}, options=options)

    def update_organization(
        self,
        organization_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        allow_profiles_outside_organization: bool | NotGiven = NOT_GIVEN,
        domains: Sequence[str] | NotGiven = NOT_GIVEN,
        domain_data: Sequence[OrganizationDomainData | OrganizationDomainDataParam] | NotGiven = NOT_GIVEN,
        stripe_customer_id: str | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str | None] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Organization:
        """Update an organization.

        Omit a field to keep its value; pass `None` to clear `metadata` or `external_id`. `domain_data` replaces the
        whole list of domains.

        Args:
            organization_id: The ID of the organization (`org_…`).
            name: The display name of the organization.
            allow_profiles_outside_organization: Whether users with other email domains can sign in through the
                organization's SAML connections.
            domains: Deprecated. The domain names. Use `domain_data` instead.
            domain_data: The complete new list of domains of the organization.
            stripe_customer_id: The ID of the Stripe customer to link (`cus_…`).
            metadata: Your own key-value pairs: up to 50 keys of at most 40 characters, with values of at most
                600 characters. Keys that you omit stay, and a value of `None` removes its key. Pass `None` or `{}`
                to clear them all.
            external_id: Your own ID for the organization, unique within the environment, at most 128 ASCII
                characters. Pass `None` to clear it.

        Returns:
            The updated organization.

        Raises:
            BadRequestError: `code` or `error` is `invalid_metadata`, `external_id_already_used` or
                `stripe_customer_id_already_used`.

        See https://workos.com/docs/reference/organization/update
        """
        return self._requestor.call(
            _UPDATE_ORGANIZATION,
            path={"organization_id": organization_id},
            body={
                "name": name,
                "allow_profiles_outside_organization": allow_profiles_outside_organization,
                "domains": array("domains", domains),
                "domain_data": array("domain_data", domain_data),
                "stripe_customer_id": stripe_customer_id,
                "metadata": metadata,
                "external_id": external_id,
            },
            options=options,
        )

    def delete_organization(self, organization_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an organization.

        The memberships, connections and directories of the organization are deleted with it. This cannot be undone.

        Documented rate limit: 50 per 60 seconds. Organization deletions, per API key.

        Args:
            organization_id: The ID of the organization (`org_…`).

        See https://workos.com/docs/reference/organization/delete
        """
        return self._requestor.call(_DELETE_ORGANIZATION, path={"organization_id": organization_id}, options=options)

    def get_audit_log_configuration(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> AuditLogConfiguration:
        """Get the audit log configuration of an organization.

        Args:
            organization_id: The ID of the organization (`org_…`).

        Returns:
            The audit log configuration.

        See https://workos.com/docs/reference/audit-logs/configuration
        """
        return self._requestor.call(
            _GET_AUDIT_LOG_CONFIGURATION, path={"organization_id": organization_id}, options=options
        )

    def list_authorized_applications(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[OrganizationAuthorizedApplication]:
        """List the Connect applications that members of an organization have authorized.

        Args:
            organization_id: The ID of the organization (`org_…`).
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/authkit/organization
        """
        return Pager(
            self._requestor,
            _LIST_AUTHORIZED_APPLICATIONS,
            path={"organization_id": organization_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )
