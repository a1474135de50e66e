# Generated from workos_async/resources/sso.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The resource client behind `workos.sso`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, overload

from workos_core.http.hidden_locals import hides_locals
from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
from workos_core.lazy_names import lazy_type
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_core.suggestions import ResourceClient
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_core.models.common import PaginationOrder
    from workos_core.models.sso import (
        Connection,
        ConnectionAttributeMaps,
        ConnectionAttributeMapsPatch,
        ConnectionOidcOptions,
        ConnectionOidcOptionsPatch,
        ConnectionSamlOptions,
        ConnectionSamlOptionsPatch,
        ConnectionTypeFilter,
        Profile,
        ProfileAndToken,
        SamlIdpSigningCertificate,
        SamlSpEncryptionCertificate,
        SamlSpSigningCertificate,
        SsoLogoutAuthorization,
        SsoPrompt,
        SsoProvider,
    )
    from workos_core.params.sso import (
        ConnectionAttributeMapsParam,
        ConnectionAttributeMapsPatchParam,
        ConnectionOidcOptionsParam,
        ConnectionOidcOptionsPatchParam,
        ConnectionSamlOptionsParam,
        ConnectionSamlOptionsPatchParam,
    )
    from workos_sync._api_requestor import APIRequestor
else:
    PaginationOrder = lazy_type("workos_core.models.common", "PaginationOrder")
    Connection = lazy_type("workos_core.models.sso", "Connection")
    ConnectionAttributeMaps = lazy_type("workos_core.models.sso", "ConnectionAttributeMaps")
    ConnectionAttributeMapsPatch = lazy_type("workos_core.models.sso", "ConnectionAttributeMapsPatch")
    ConnectionOidcOptions = lazy_type("workos_core.models.sso", "ConnectionOidcOptions")
    ConnectionOidcOptionsPatch = lazy_type("workos_core.models.sso", "ConnectionOidcOptionsPatch")
    ConnectionSamlOptions = lazy_type("workos_core.models.sso", "ConnectionSamlOptions")
    ConnectionSamlOptionsPatch = lazy_type("workos_core.models.sso", "ConnectionSamlOptionsPatch")
    ConnectionTypeFilter = lazy_type("workos_core.models.sso", "ConnectionTypeFilter")
    Profile = lazy_type("workos_core.models.sso", "Profile")
    ProfileAndToken = lazy_type("workos_core.models.sso", "ProfileAndToken")
    SamlIdpSigningCertificate = lazy_type("workos_core.models.sso", "SamlIdpSigningCertificate")
    SamlSpEncryptionCertificate = lazy_type("workos_core.models.sso", "SamlSpEncryptionCertificate")
    SamlSpSigningCertificate = lazy_type("workos_core.models.sso", "SamlSpSigningCertificate")
    SsoLogoutAuthorization = lazy_type("workos_core.models.sso", "SsoLogoutAuthorization")
    SsoPrompt = lazy_type("workos_core.models.sso", "SsoPrompt")
    SsoProvider = lazy_type("workos_core.models.sso", "SsoProvider")
    ConnectionAttributeMapsParam = lazy_type("workos_core.params.sso", "ConnectionAttributeMapsParam")
    ConnectionAttributeMapsPatchParam = lazy_type("workos_core.params.sso", "ConnectionAttributeMapsPatchParam")
    ConnectionOidcOptionsParam = lazy_type("workos_core.params.sso", "ConnectionOidcOptionsParam")
    ConnectionOidcOptionsPatchParam = lazy_type("workos_core.params.sso", "ConnectionOidcOptionsPatchParam")
    ConnectionSamlOptionsParam = lazy_type("workos_core.params.sso", "ConnectionSamlOptionsParam")
    ConnectionSamlOptionsPatchParam = lazy_type("workos_core.params.sso", "ConnectionSamlOptionsPatchParam")

_LIST_CONNECTION_SAML_IDP_SIGNING_CERTS: Operation[list[SamlIdpSigningCertificate]] = Operation(
    "sso.list_connection_saml_idp_signing_certs",
    "GET",
    "/connections/{connection_id}/saml_idp_signing_certs",
    returns=list[SamlIdpSigningCertificate],
    wrapped="data",
)
_CREATE_CONNECTION_SAML_IDP_SIGNING_CERT: Operation[SamlIdpSigningCertificate] = Operation(
    "sso.create_connection_saml_idp_signing_cert",
    "POST",
    "/connections/{connection_id}/saml_idp_signing_certs",
    returns=SamlIdpSigningCertificate,
)
_DELETE_CONNECTION_SAML_IDP_SIGNING_CERT: Operation[None] = Operation(
    "sso.delete_connection_saml_idp_signing_cert",
    "DELETE",
    "/connections/{connection_id}/saml_idp_signing_certs/{certificate_id}",
)
_LIST_CONNECTION_SAML_SP_ENCRYPTION_CERTS: Operation[list[SamlSpEncryptionCertificate]] = Operation(
    "sso.list_connection_saml_sp_encryption_certs",
    "GET",
    "/connections/{connection_id}/saml_sp_encryption_certs",
    returns=list[SamlSpEncryptionCertificate],
    wrapped="data",
)
_CREATE_CONNECTION_SAML_SP_ENCRYPTION_CERT: Operation[SamlSpEncryptionCertificate] = Operation(
    "sso.create_connection_saml_sp_encryption_cert",
    "POST",
    "/connections/{connection_id}/saml_sp_encryption_certs",
    returns=SamlSpEncryptionCertificate,
)
_DELETE_CONNECTION_SAML_SP_ENCRYPTION_CERT: Operation[None] = Operation(
    "sso.delete_connection_saml_sp_encryption_cert",
    "DELETE",
    "/connections/{connection_id}/saml_sp_encryption_certs/{certificate_id}",
)
_GET_CONNECTION_SAML_SP_SIGNING_CERT: Operation[SamlSpSigningCertificate] = Operation(
    "sso.get_connection_saml_sp_signing_cert",
    "GET",
    "/connections/{connection_id}/saml_sp_signing_cert",
    returns=SamlSpSigningCertificate,
)
_CREATE_CONNECTION_SAML_SP_SIGNING_CERT: Operation[SamlSpSigningCertificate] = Operation(
    "sso.create_connection_saml_sp_signing_cert",
    "POST",
    "/connections/{connection_id}/saml_sp_signing_cert",
    returns=SamlSpSigningCertificate,
)
_DELETE_CONNECTION_SAML_SP_SIGNING_CERT: Operation[None] = Operation(
    "sso.delete_connection_saml_sp_signing_cert",
    "DELETE",
    "/connections/{connection_id}/saml_sp_signing_cert/{certificate_id}",
)
_LIST_CONNECTIONS: Operation[Connection] = Operation(
    "sso.list_connections",
    "GET",
    "/connections",
    returns=Connection,
)
_CREATE_CONNECTION: Operation[Connection] = Operation(
    "sso.create_connection",
    "POST",
    "/connections",
    returns=Connection,
    exclusive=(Exclusive((("saml_options",), ("oidc_options",))),),
)
_GET_CONNECTION: Operation[Connection] = Operation(
    "sso.get_connection",
    "GET",
    "/connections/{connection_id}",
    returns=Connection,
    returns_requested_id="connection_id",
)
_DELETE_CONNECTION: Operation[None] = Operation(
    "sso.delete_connection",
    "DELETE",
    "/connections/{connection_id}",
)
_UPDATE_CONNECTION: Operation[Connection] = Operation(
    "sso.update_connection",
    "PATCH",
    "/connections/{connection_id}",
    returns=Connection,
    returns_requested_id="connection_id",
    exclusive=(Exclusive((("saml_options",), ("oidc_options",))),),
)
_GET_AUTHORIZATION_URL: Operation[str] = Operation(
    "sso.get_authorization_url",
    "GET",
    "/sso/authorize",
    credentials="none",
    exclusive=(Exclusive((("connection",), ("organization",), ("provider",), ("domain",)), required=True),),
    styles={"provider_scopes": "comma", "provider_query_params": "brackets"},
    limits=("sso_authorize",),
)
_GET_PROFILE_AND_TOKEN: Operation[ProfileAndToken] = Operation(
    "sso.get_profile_and_token",
    "POST",
    "/sso/token",
    returns=ProfileAndToken,
    credentials="body",
    single_use=True,
)
_EXCHANGE_ID_TOKEN: Operation[ProfileAndToken] = Operation(
    "sso.exchange_id_token",
    "POST",
    "/sso/token",
    returns=ProfileAndToken,
    credentials="body",
    single_use=True,
)
_GET_PROFILE: Operation[Profile] = Operation(
    "sso.get_profile",
    "GET",
    "/sso/profile",
    returns=Profile,
    credentials="access_token",
)
_AUTHORIZE_LOGOUT: Operation[SsoLogoutAuthorization] = Operation(
    "sso.authorize_logout",
    "POST",
    "/sso/logout/authorize",
    returns=SsoLogoutAuthorization,
    server="https://auth.workos.com",
)
_GET_LOGOUT_URL: Operation[str] = Operation(
    "sso.get_logout_url",
    "GET",
    "/sso/logout",
    credentials="none",
    server="https://auth.workos.com",
)


@hides_locals
class Sso(ResourceClient):
    """Single sign-on (SSO): redirect users to their organization's identity provider or to an OAuth provider, get
    the profile of the user who signed in, and manage connections.

    Every method that sends a request accepts `options` to set its timeout, retries and headers.
    """

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_connection_saml_idp_signing_certs(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> list[SamlIdpSigningCertificate]:
        """List the identity provider's signing certificates of a SAML connection.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).

        Returns:
            The certificates.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`.

        See https://workos.com/docs/reference/sso/saml-idp-signing-certificate
        """
        return self._requestor.call(
            _LIST_CONNECTION_SAML_IDP_SIGNING_CERTS, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_idp_signing_cert(
        self,
        connection_id: str,
        *,
        value: str,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> SamlIdpSigningCertificate:
        """Add an identity provider's signing certificate to a SAML connection.

        Signatures made with the certificate are trusted from then on. For a certificate rotation, add the new
        certificate before the identity provider starts to use it, and delete the old one afterwards.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            value: The certificate, PEM-encoded.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The certificate.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`, `invalid_certificate` or
                `certificate_expired`.

        See https://workos.com/docs/reference/sso/saml-idp-signing-certificate
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_IDP_SIGNING_CERT,
            path={"connection_id": connection_id},
            body={"value": value},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_connection_saml_idp_signing_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an identity provider's signing certificate from a SAML connection.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            certificate_id: The ID of the certificate.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml` or `cannot_delete_last_certificate`.

        See https://workos.com/docs/reference/sso/saml-idp-signing-certificate
        """
        return self._requestor.call(
            _DELETE_CONNECTION_SAML_IDP_SIGNING_CERT,
            path={"connection_id": connection_id, "certificate_id": certificate_id},
            options=options,
        )

    def list_connection_saml_sp_encryption_certs(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> list[SamlSpEncryptionCertificate]:
        """List the encryption certificates of a SAML connection.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).

        Returns:
            The certificates.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`.
        """
        return self._requestor.call(
            _LIST_CONNECTION_SAML_SP_ENCRYPTION_CERTS, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_sp_encryption_cert(
        self, connection_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> SamlSpEncryptionCertificate:
        """Create an encryption key pair for a SAML connection.

        WorkOS generates the key pair and keeps the private key. Install the certificate at the identity provider.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The certificate.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`.
            ConflictError: `code` or `error` is `too_many_sp_encryption_certs`.
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_SP_ENCRYPTION_CERT,
            path={"connection_id": connection_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_connection_saml_sp_encryption_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an encryption key pair of a SAML connection.

        SAML responses that are encrypted for its certificate can no longer be decrypted.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            certificate_id: The ID of the certificate.
        """
        return self._requestor.call(
            _DELETE_CONNECTION_SAML_SP_ENCRYPTION_CERT,
            path={"connection_id": connection_id, "certificate_id": certificate_id},
            options=options,
        )

    def get_connection_saml_sp_signing_cert(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> SamlSpSigningCertificate:
        """Get the certificate with which a SAML connection signs its requests.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).

        Returns:
            The certificate.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`.

        See https://workos.com/docs/reference/sso/saml-sp-signing-certificate
        """
        return self._requestor.call(
            _GET_CONNECTION_SAML_SP_SIGNING_CERT, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_sp_signing_cert(
        self, connection_id: str, *, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> SamlSpSigningCertificate:
        """Create a signing key pair for a SAML connection.

        WorkOS generates the key pair and keeps the private key. Install the certificate at the identity provider.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The certificate.

        Raises:
            BadRequestError: `code` or `error` is `connection_is_not_saml`.
            ConflictError: `code` or `error` is `sp_signing_cert_already_exists`.

        See https://workos.com/docs/reference/sso/saml-sp-signing-certificate
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_SP_SIGNING_CERT,
            path={"connection_id": connection_id},
            idempotency_key=idempotency_key,
            options=options,
        )

    def delete_connection_saml_sp_signing_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete the signing key pair of a SAML connection.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            certificate_id: The ID of the certificate.

        See https://workos.com/docs/reference/sso/saml-sp-signing-certificate
        """
        return self._requestor.call(
            _DELETE_CONNECTION_SAML_SP_SIGNING_CERT,
            path={"connection_id": connection_id, "certificate_id": certificate_id},
            options=options,
        )

    def list_connections(
        self,
        *,
        connection_type: ConnectionTypeFilter | None = None,
        domain: str | None = None,
        organization_id: str | None = None,
        search: str | None = None,
        limit: int | None = None,
        before: str | None = None,
        after: str | None = None,
        order: PaginationOrder | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Connection]:
        """List the connections of the environment.

        Without filters, all connections are listed. Filters can be combined.

        Args:
            connection_type: Return only connections of this type.
            domain: Return only connections of the organization that has this email domain.
            organization_id: Return only connections of this organization.
            search: Return only connections that match this text.
            limit: The maximum number of items per page, from 1 to 100. The API defaults to 10.
            before: An object ID used as a cursor. The page ends immediately before this object.
            after: An object ID used as a cursor. The page starts immediately after this object.
            order: The sort order by creation time. The API defaults to `desc` (newest first).

        Returns:
            A pager that yields the items.

        See https://workos.com/docs/reference/sso/connection/list
        """
        return Pager(
            self._requestor,
            _LIST_CONNECTIONS,
            query={
                "connection_type": connection_type,
                "domain": domain,
                "organization_id": organization_id,
                "search": search,
                "limit": limit,
                "before": before,
                "after": after,
                "order": order,
            },
            options=options,
        )

    @overload
    def create_connection(
        self,
        *,
        organization_id: str,
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | ConnectionAttributeMapsParam | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def create_connection(
        self,
        *,
        organization_id: str,
        saml_options: ConnectionSamlOptions | ConnectionSamlOptionsParam,
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | ConnectionAttributeMapsParam | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def create_connection(
        self,
        *,
        organization_id: str,
        oidc_options: ConnectionOidcOptions | ConnectionOidcOptionsParam,
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | ConnectionAttributeMapsParam | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    def create_connection(
        self,
        *,
        organization_id: str,
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | ConnectionAttributeMapsParam | NotGiven = NOT_GIVEN,
        saml_options: ConnectionSamlOptions | ConnectionSamlOptionsParam | NotGiven = NOT_GIVEN,
        oidc_options: ConnectionOidcOptions | ConnectionOidcOptionsParam | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> Connection:
        """Create a connection for an organization.

        Pass `saml_options` or `oidc_options` to configure the connection, or omit both and let your customer
        configure it in the Admin Portal.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            organization_id: The ID of the organization that the connection belongs to.
            name: The name that is displayed in the dashboard.
            external_id: Your own ID for the connection.
            connection_type: The type of the identity provider, one of the values of `ConnectionType`.
            attribute_maps: The mapping from attributes of the identity provider to fields of a profile.
            saml_options: The SAML configuration. It cannot be combined with `oidc_options`.
            oidc_options: The OpenID Connect configuration. It cannot be combined with `saml_options`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The new connection.

        Raises:
            BadRequestError: `code` or `error` is `ambiguous_saml_options`,
                `both_saml_and_oidc_options_provided`, `connection_type_conflicts_with_options`,
                `connection_type_not_supported`, `incomplete_saml_options`, `saml_options_required`,
                `oidc_options_required`, `invalid_idp_sso_url`, `idp_metadata_fetch_failed`,
                `discovery_endpoint_must_use_https`, `client_secret_required`, `client_secret_not_accepted`,
                `key_pair_not_accepted`, `token_authentication_method_not_supported`,
                `id_token_signature_algorithm_not_supported`, `invalid_certificate`, `certificate_expired` or
                `connection_type_or_options_required`.
            PermissionDeniedError: `code` or `error` is `production_feature_requires_billing`.
            ConflictError: `code` or `error` is `external_id_already_in_use`.

        See https://workos.com/docs/reference/sso/connection/create
        """
        return self._requestor.call(
            _CREATE_CONNECTION,
            body={
                "organization_id": organization_id,
                "name": name,
                "external_id": external_id,
                "connection_type": connection_type,
                "attribute_maps": attribute_maps,
                "saml_options": saml_options,
                "oidc_options": oidc_options,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_connection(self, connection_id: str, *, options: RequestOptions | None = None) -> Connection:
        """Get a connection.

        Args:
            connection_id: The ID of the connection (`conn_…`).

        Returns:
            The connection.

        See https://workos.com/docs/reference/sso/connection/get
        """
        return self._requestor.call(_GET_CONNECTION, path={"connection_id": connection_id}, options=options)

    def delete_connection(self, connection_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a connection permanently.

        This cannot be undone. Users can no longer sign in with the connection.

        Args:
            connection_id: The ID of the connection (`conn_…`).

        See https://workos.com/docs/reference/sso/connection/delete
        """
        return self._requestor.call(_DELETE_CONNECTION, path={"connection_id": connection_id}, options=options)

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | ConnectionAttributeMapsPatchParam | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        saml_options: ConnectionSamlOptionsPatch | ConnectionSamlOptionsPatchParam,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | ConnectionAttributeMapsPatchParam | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        oidc_options: ConnectionOidcOptionsPatch | ConnectionOidcOptionsPatchParam,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | ConnectionAttributeMapsPatchParam | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    def update_connection(
        self,
        connection_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | ConnectionAttributeMapsPatchParam | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        saml_options: ConnectionSamlOptionsPatch | ConnectionSamlOptionsPatchParam | NotGiven = NOT_GIVEN,
        oidc_options: ConnectionOidcOptionsPatch | ConnectionOidcOptionsPatchParam | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection:
        """Update a connection.

        Omit a field to keep its value; pass `None` to clear it.

        Not in WorkOS's published API description; known only from other client libraries.

        Args:
            connection_id: The ID of the connection (`conn_…`).
            name: The name that is displayed in the dashboard.
            connection_type: The type of the identity provider, one of the values of `ConnectionType`.
            attribute_maps: The mapping from attributes of the identity provider to fields of a profile.
            external_id: Your own ID for the connection. Pass `None` to clear it.
            saml_options: The SAML configuration. It cannot be combined with `oidc_options`.
            oidc_options: The OpenID Connect configuration. It cannot be combined with `saml_options`.

        Returns:
            The updated connection.

        Raises:
            BadRequestError: `code` or `error` is `ambiguous_saml_options`,
                `both_saml_and_oidc_options_provided`, `connection_type_conflicts_with_options`,
                `connection_type_not_supported`, `incomplete_saml_options`, `saml_options_required`,
                `oidc_options_required`, `invalid_idp_sso_url`, `idp_metadata_fetch_failed`,
                `discovery_endpoint_must_use_https`, `client_secret_required`, `client_secret_not_accepted`,
                `key_pair_not_accepted`, `token_authentication_method_not_supported`,
                `id_token_signature_algorithm_not_supported`, `invalid_certificate`, `certificate_expired` or
                `connection_type_not_updatable`.
            ConflictError: `code` or `error` is `external_id_already_in_use` or
                `connection_deletion_in_progress`.

        See https://workos.com/docs/reference/sso/connection
        """
        return self._requestor.call(
            _UPDATE_CONNECTION,
            path={"connection_id": connection_id},
            body={
                "name": name,
                "connection_type": connection_type,
                "attribute_maps": attribute_maps,
                "external_id": external_id,
                "saml_options": saml_options,
                "oidc_options": oidc_options,
            },
            options=options,
        )

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        connection: str,
        client_id: str | None = None,
        state: str | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: SsoPrompt | None = None,
        nonce: str | None = None,
        provider_scopes: Sequence[str] | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        organization: str,
        client_id: str | None = None,
        state: str | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: SsoPrompt | None = None,
        nonce: str | None = None,
        provider_scopes: Sequence[str] | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        provider: SsoProvider,
        client_id: str | None = None,
        state: str | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: SsoPrompt | None = None,
        nonce: str | None = None,
        provider_scopes: Sequence[str] | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    @overload
    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        domain: str,
        client_id: str | None = None,
        state: str | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: SsoPrompt | None = None,
        nonce: str | None = None,
        provider_scopes: Sequence[str] | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        code_challenge: str | None = None,
    ) -> str: ...

    def get_authorization_url(
        self,
        *,
        redirect_uri: str,
        client_id: str | None = None,
        connection: str | None = None,
        organization: str | None = None,
        provider: SsoProvider | None = None,
        domain: str | None = None,
        state: str | None = None,
        login_hint: str | None = None,
        domain_hint: str | None = None,
        prompt: SsoPrompt | None = None,
        nonce: str | None = None,
        provider_scopes: Sequence[str] | None = None,
        provider_query_params: Mapping[str, str] | None = None,
        code_challenge: str | None = None,
    ) -> str:
        """Build the authorization URL for single sign-on.

        Redirect the browser to this URL. After the sign-in, the browser is redirected to `redirect_uri` with your
        `state` and a `code`, which `get_profile_and_token` exchanges for the profile. If the sign-in fails, the
        redirect contains `error` and `error_description` instead of the `code`. Select the connection with exactly
        one of `connection`, `organization` and `provider` (or the deprecated `domain`).

        Documented rate limit: 1000 per 60 seconds. Visits to SSO authorization URLs, per connection.

        Args:
            client_id: The client ID of your environment. Defaults to the `client_id` of the client.
            redirect_uri: The URI that the browser is redirected to after the sign-in. It must be one of the
                redirect URIs configured in the dashboard.
            connection: The ID of the connection to sign in with (`conn_…`).
            organization: The ID of the organization whose connection is used to sign in (`org_…`).
            provider: The OAuth provider to sign in with, for users whose organization has no connection.
            domain: Deprecated. The user's email domain, which selects the connection of the organization that
                has this domain. Use `connection` or `organization` instead.
            state: An arbitrary value that is returned unchanged in the redirect. Use an unguessable value and
                compare it after the redirect to prevent forged sign-ins.
            login_hint: The email address or username with which to prefill the provider's sign-in form. Not
                every provider supports it.
            domain_hint: The domain to preselect at the provider. Not every provider supports it.
            prompt: Forces the provider to ask for credentials even if the user is already signed in there.
            nonce: A random value that binds the ID token of an OpenID Connect provider to this request.
            provider_scopes: OAuth scopes to request from the provider in addition to the configured ones. Only
                OAuth providers support them.
            provider_query_params: Additional query parameters for the authorization page of an OAuth provider,
                by name.
            code_challenge: The PKCE code challenge: the SHA-256 hash of the code verifier, base64url-encoded
                without padding. Pass the code verifier itself to `get_profile_and_token`.

        Returns:
            The URL.

        See https://workos.com/docs/reference/sso/get-authorization-url
        """
        return self._requestor.url(
            _GET_AUTHORIZATION_URL,
            {},
            {
                "response_type": "code",
                "code_challenge_method": None if code_challenge is None else "S256",
                "client_id": self._requestor.require_client_id(client_id),
                "redirect_uri": redirect_uri,
                "connection": connection,
                "organization": organization,
                "provider": provider,
                "domain": domain,
                "state": state,
                "login_hint": login_hint,
                "domain_hint": domain_hint,
                "prompt": prompt,
                "nonce": nonce,
                "provider_scopes": array("provider_scopes", provider_scopes),
                "provider_query_params": provider_query_params,
                "code_challenge": code_challenge,
            },
        )

    def get_profile_and_token(
        self,
        *,
        code: str,
        client_id: str | None = None,
        code_verifier: str | NotGiven = NOT_GIVEN,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ProfileAndToken:
        """Exchange an authorization code for a profile and an access token.

        The code can be used only once and expires shortly after the sign-in. Check `profile.organization_id` or
        `profile.connection_id` before you sign the user in: identity providers may return email addresses that they
        do not own.

        Args:
            client_id: The client ID of your environment. Defaults to the `client_id` of the client.
            code: The `code` from the redirect.
            code_verifier: The PKCE code verifier from which the `code_challenge` of the authorization URL was
                derived. It is required if the authorization URL had a `code_challenge`.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The profile and an access token.

        Raises:
            BadRequestError: `code` or `error` is `invalid_client`, `unauthorized_client`, `invalid_grant` or
                `unsupported_grant_type`.

        See https://workos.com/docs/reference/sso/profile/get-profile-and-token
        """
        return self._requestor.call(
            _GET_PROFILE_AND_TOKEN,
            body={
                "grant_type": "authorization_code",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "code": code,
                "code_verifier": code_verifier,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def exchange_id_token(
        self,
        *,
        subject_token: str,
        organization_id: str,
        client_id: str | None = None,
        idempotency_key: str | None = None,
        options: RequestOptions | None = None,
    ) -> ProfileAndToken:
        """Exchange an OpenID Connect ID token for a profile and an access token.

        Use this for users who signed in at the identity provider without a redirect through WorkOS. The ID token is
        verified against the connection of the organization.

        Args:
            client_id: The client ID of your environment. Defaults to the `client_id` of the client.
            subject_token: The ID token issued by the OpenID Connect provider.
            organization_id: The ID of the organization whose connection the ID token is verified against.
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The profile and an access token.

        Raises:
            APIError: The same errors as `get_profile_and_token`.

        See https://workos.com/docs/reference/sso/profile/get-profile-and-token
        """
        return self._requestor.call(
            _EXCHANGE_ID_TOKEN,
            body={
                "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type": "urn:ietf:params:oauth:token-type:id_token",
                "client_id": self._requestor.require_client_id(client_id),
                "client_secret": self._requestor.require_api_key(),
                "subject_token": subject_token,
                "organization_id": organization_id,
            },
            idempotency_key=idempotency_key,
            options=options,
        )

    def get_profile(self, *, access_token: str, options: RequestOptions | None = None) -> Profile:
        """Get the profile that belongs to an access token.

        The access token is the one that `get_profile_and_token` returns. The API key is not used.

        Args:
            access_token: The access token of the user, sent instead of the API key.

        Returns:
            The profile.

        Raises:
            AuthenticationError: `code` or `error` is `Unauthorized`.

        See https://workos.com/docs/reference/sso/profile/get-user-profile
        """
        return self._requestor.call(_GET_PROFILE, access_token=access_token, options=options)

    def authorize_logout(
        self, *, profile_id: str, idempotency_key: str | None = None, options: RequestOptions | None = None
    ) -> SsoLogoutAuthorization:
        """Start a single logout at the user's identity provider.

        Redirect the browser to the `logout_url` of the response, or pass its `logout_token` to `get_logout_url`.
        The connection must support single logout.

        Args:
            profile_id: The ID of the profile (`prof_…`).
            idempotency_key: Sent in the `Idempotency-Key` header. The API does not document it for this
                endpoint, so the key does not change which failures are retried.

        Returns:
            The URL to redirect the browser to.

        Raises:
            BadRequestError: `code` or `error` is `connection_invalid` or `unauthorized_client`.

        See https://workos.com/docs/reference/sso/logout/authorize
        """
        return self._requestor.call(
            _AUTHORIZE_LOGOUT, body={"profile_id": profile_id}, idempotency_key=idempotency_key, options=options
        )

    def get_logout_url(self, *, token: str) -> str:
        """Build the URL that signs a user out at the identity provider.

        Redirect the browser to this URL. Its host is auth.workos.com, not that of the API.

        Args:
            token: The `logout_token` returned by `authorize_logout`.

        Returns:
            The URL.

        See https://workos.com/docs/reference/sso/logout/redirect
        """
        return self._requestor.url(_GET_LOGOUT_URL, {}, {"token": token})
