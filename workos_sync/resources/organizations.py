# Generated from workos_async/resources/organizations.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.organizations`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workos_core.http.operation import Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
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
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

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
)
_UPDATE_ORGANIZATION: Operation[Organization] = Operation(
    "organizations.update_organization",
    "PUT",
    "/organizations/{organization_id}",
    returns=Organization,
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


class Organizations:
    """Organizations are your customers: companies whose people sign in together and share connections,
    directories, roles and domains.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

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
        """List the feature flags that are on for an organization.

        Args:
            organization_id: The id of the organization (`org_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).

        Returns:
            The IT contacts, all at once.
        """
        return self._requestor.call(_LIST_IT_CONTACTS, path={"organization_id": organization_id}, options=options)

    def create_it_contact(
        self, organization_id: str, *, email: str, options: RequestOptions | None = None
    ) -> ItContact:
        """Add an IT contact to an organization.

        The contact gets no mail yet; that is what `invite_it_contact` is for.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            email: The e-mail address of the person.

        Returns:
            The IT contact.
        """
        return self._requestor.call(
            _CREATE_IT_CONTACT, path={"organization_id": organization_id}, body={"email": email}, options=options
        )

    def delete_it_contact(
        self, organization_id: str, contact_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an IT contact.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            contact_id: The id of the IT contact.
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
        options: RequestOptions | None = None,
    ) -> None:
        """Invite an IT contact to set things up for the organization.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            contact_id: The id of the IT contact.
            intents: What the person shall set up.
        """
        return self._requestor.call(
            _INVITE_IT_CONTACT,
            path={"organization_id": organization_id, "contact_id": contact_id},
            body={"intents": array("intents", intents)},
            options=options,
        )

    def revoke_it_contact(
        self, organization_id: str, contact_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take the invitation of an IT contact back.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization (`org_…`).
            contact_id: The id of the IT contact.
        """
        return self._requestor.call(
            _REVOKE_IT_CONTACT, path={"organization_id": organization_id, "contact_id": contact_id}, options=options
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

        Without filters every organization is listed. Filters narrow the list together.

        Args:
            domains: Only organizations with at least one of these domains.
            search: Only organizations whose name or domain contains this text.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        domain_data: Sequence[OrganizationDomainData | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Organization:
        """Create an organization.

        Verify that a customer owns a domain before you create it with the state `verified`: people with that e-mail
        domain are then under the sign-in policy of the organization. Consumer domains such as gmail.com are
        refused.

        Args:
            name: The name people see. It need not be unique.
            allow_profiles_outside_organization: Whether people with other e-mail domains may sign in through
                the organization's SAML connections.
            domains: Domain names alone; prefer `domain_data`, which says whether they are verified.
            domain_data: The domains of the organization.
            metadata: Your own data, up to 50 keys of at most 40 characters with values of at most 600
                characters.
            external_id: Your own id for it, unique in the environment, at most 128 ASCII characters.

        Returns:
            The new organization.

        Raises:
            BadRequestError: `code` or `error` is `invalid_metadata` or `external_id_already_used`.
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
            options=options,
        )

    def get_organization_by_external_id(
        self, external_id: str, *, options: RequestOptions | None = None
    ) -> Organization:
        """Get an organization by your own id for it.

        Args:
            external_id: The `external_id` you gave the organization.

        Returns:
            The organization.
        """
        return self._requestor.call(
            _GET_ORGANIZATION_BY_EXTERNAL_ID, path={"external_id": external_id}, options=options
        )

    def get_organization(self, organization_id: str, *, options: RequestOptions | None = None) -> Organization:
        """Get an organization.

        Args:
            organization_id: The id of the organization (`org_…`).

        Returns:
            The organization.
        """
        return self._requestor.call(_GET_ORGANIZATION, path={"organization_id": organization_id}, options=options)

    def update_organization(
        self,
        organization_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        allow_profiles_outside_organization: bool | NotGiven = NOT_GIVEN,
        domains: Sequence[str] | NotGiven = NOT_GIVEN,
        domain_data: Sequence[OrganizationDomainData | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        stripe_customer_id: str | NotGiven = NOT_GIVEN,
        metadata: Mapping[str, str] | None | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Organization:
        """Update an organization.

        What is left out stays as it is; `None` clears `metadata` and `external_id`. `domain_data` replaces the list
        of domains as a whole.

        Args:
            organization_id: The id of the organization (`org_…`).
            name: The name people see.
            allow_profiles_outside_organization: Whether people with other e-mail domains may sign in through
                the organization's SAML connections.
            domains: Deprecated. Domain names alone; use `domain_data`.
            domain_data: The domains the organization shall have from now on.
            stripe_customer_id: The Stripe customer to link (`cus_…`).
            metadata: Your own data, up to 50 keys of at most 40 characters with values of at most 600
                characters. `None` removes it.
            external_id: Your own id for it, unique in the environment, at most 128 ASCII characters. `None`
                removes it.

        Returns:
            The organization after the change.

        Raises:
            BadRequestError: `code` or `error` is `invalid_metadata`, `external_id_already_used` or
                `stripe_customer_id_already_used`.
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
        """Delete an organization for good.

        This cannot be undone. Memberships, connections and directories of the organization go with it.

        Documented limit: 50 per 60 seconds. Organizations deleted with one API key.

        Args:
            organization_id: The id of the organization (`org_…`).
        """
        return self._requestor.call(_DELETE_ORGANIZATION, path={"organization_id": organization_id}, options=options)

    def get_audit_log_configuration(
        self, organization_id: str, *, options: RequestOptions | None = None
    ) -> AuditLogConfiguration:
        """Get how audit logs are kept and streamed for an organization.

        Args:
            organization_id: The id of the organization (`org_…`).

        Returns:
            The configuration.
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
            organization_id: The id of the organization (`org_…`).
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
        """
        return Pager(
            self._requestor,
            _LIST_AUTHORIZED_APPLICATIONS,
            path={"organization_id": organization_id},
            query={"limit": limit, "before": before, "after": after, "order": order},
            options=options,
        )
