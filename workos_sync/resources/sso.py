# Generated from workos_async/resources/sso.py by `python -m codegen`. Do not edit: change the source and run `nox -s generate`.
"""The methods of `workos.sso`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from workos_core.http.operation import Exclusive, Operation
from workos_core.http.request_options import RequestOptions
from workos_core.http.requests import array
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
from workos_core.not_given import NOT_GIVEN, NotGiven
from workos_sync._pagination.pager import Pager

if TYPE_CHECKING:
    from workos_sync._api_requestor import APIRequestor

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


class Sso:
    """Single sign-on: send people to the identity provider of their company or to an OAuth provider, learn who
    came back, and manage the connections behind it.

    Every method that sends a request takes `options`: timeout, retries and headers of that call alone.
    """

    __slots__ = ("_requestor",)

    def __init__(self, requestor: APIRequestor) -> None:
        self._requestor = requestor

    def list_connection_saml_idp_signing_certs(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> list[SamlIdpSigningCertificate]:
        """List the certificates that the identity provider of a SAML connection signs with.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The certificates.
        """
        return self._requestor.call(
            _LIST_CONNECTION_SAML_IDP_SIGNING_CERTS, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_idp_signing_cert(
        self, connection_id: str, *, value: str, options: RequestOptions | None = None
    ) -> SamlIdpSigningCertificate:
        """Trust another signing certificate of the identity provider of a SAML connection.

        Add the new certificate before the identity provider switches over, and delete the old one afterwards.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).
            value: The certificate in PEM form.

        Returns:
            The certificate.
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_IDP_SIGNING_CERT,
            path={"connection_id": connection_id},
            body={"value": value},
            options=options,
        )

    def delete_connection_saml_idp_signing_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Stop trusting a signing certificate of the identity provider of a SAML connection.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).
            certificate_id: The id of the certificate.
        """
        return self._requestor.call(
            _DELETE_CONNECTION_SAML_IDP_SIGNING_CERT,
            path={"connection_id": connection_id, "certificate_id": certificate_id},
            options=options,
        )

    def list_connection_saml_sp_encryption_certs(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> list[SamlSpEncryptionCertificate]:
        """List the certificates that the identity provider can encrypt its SAML answers with.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The certificates.
        """
        return self._requestor.call(
            _LIST_CONNECTION_SAML_SP_ENCRYPTION_CERTS, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_sp_encryption_cert(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> SamlSpEncryptionCertificate:
        """Make a new encryption key for a SAML connection and get its certificate.

        WorkOS makes and keeps the private key; give the certificate to the identity provider.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The certificate.
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_SP_ENCRYPTION_CERT, path={"connection_id": connection_id}, options=options
        )

    def delete_connection_saml_sp_encryption_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete an encryption key of a SAML connection.

        Answers encrypted for it can no longer be read.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).
            certificate_id: The id of the certificate.
        """
        return self._requestor.call(
            _DELETE_CONNECTION_SAML_SP_ENCRYPTION_CERT,
            path={"connection_id": connection_id, "certificate_id": certificate_id},
            options=options,
        )

    def get_connection_saml_sp_signing_cert(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> SamlSpSigningCertificate:
        """Get the certificate that a SAML connection signs its requests with.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The certificate.
        """
        return self._requestor.call(
            _GET_CONNECTION_SAML_SP_SIGNING_CERT, path={"connection_id": connection_id}, options=options
        )

    def create_connection_saml_sp_signing_cert(
        self, connection_id: str, *, options: RequestOptions | None = None
    ) -> SamlSpSigningCertificate:
        """Make a new signing key for a SAML connection and get its certificate.

        WorkOS makes and keeps the private key; give the certificate to the identity provider.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The certificate.
        """
        return self._requestor.call(
            _CREATE_CONNECTION_SAML_SP_SIGNING_CERT, path={"connection_id": connection_id}, options=options
        )

    def delete_connection_saml_sp_signing_cert(
        self, connection_id: str, certificate_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete the signing key of a SAML connection.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).
            certificate_id: The id of the certificate.
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

        Without filters every connection is listed. Filters narrow the list together.

        Args:
            connection_type: Only connections of this kind.
            domain: Only connections of the organization that has this e-mail domain.
            organization_id: Only connections of this organization.
            search: Only connections that match this text.
            limit: How many items a page holds, from 1 to 100. The API's own default is 10.
            before: The id of an object; the page ends just before it.
            after: The id of an object; the page starts just after it.
            order: The order by time of creation. `desc` (newest first) is the API's default.

        Returns:
            A pager over the items.
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
        attribute_maps: ConnectionAttributeMaps | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def create_connection(
        self,
        *,
        organization_id: str,
        saml_options: ConnectionSamlOptions | Mapping[str, Any],
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def create_connection(
        self,
        *,
        organization_id: str,
        oidc_options: ConnectionOidcOptions | Mapping[str, Any],
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    def create_connection(
        self,
        *,
        organization_id: str,
        name: str | NotGiven = NOT_GIVEN,
        external_id: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMaps | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        saml_options: ConnectionSamlOptions | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        oidc_options: ConnectionOidcOptions | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection:
        """Create a connection for an organization.

        Configure it here, or leave `saml_options` and `oidc_options` out and let the customer do it in the Admin
        Portal.

        Newer than the published description of the API: known from other clients only.

        Args:
            organization_id: The id of the organization it is for.
            name: The name people see in the dashboard.
            external_id: Your own id for it.
            connection_type: The kind of identity provider, one of the names in `ConnectionType`.
            attribute_maps: Which attribute of the identity provider fills which field of a profile.
            saml_options: The SAML configuration; excludes `oidc_options`.
            oidc_options: The OpenID Connect configuration; excludes `saml_options`.

        Returns:
            The new connection.
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
            options=options,
        )

    def get_connection(self, connection_id: str, *, options: RequestOptions | None = None) -> Connection:
        """Get a connection.

        Args:
            connection_id: The id of the connection (`conn_…`).

        Returns:
            The connection.
        """
        return self._requestor.call(_GET_CONNECTION, path={"connection_id": connection_id}, options=options)

    def delete_connection(self, connection_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a connection for good.

        This cannot be undone: people can no longer sign in with it.

        Args:
            connection_id: The id of the connection (`conn_…`).
        """
        return self._requestor.call(_DELETE_CONNECTION, path={"connection_id": connection_id}, options=options)

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        saml_options: ConnectionSamlOptionsPatch | Mapping[str, Any],
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    @overload
    def update_connection(
        self,
        connection_id: str,
        *,
        oidc_options: ConnectionOidcOptionsPatch | Mapping[str, Any],
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection: ...

    def update_connection(
        self,
        connection_id: str,
        *,
        name: str | NotGiven = NOT_GIVEN,
        connection_type: str | NotGiven = NOT_GIVEN,
        attribute_maps: ConnectionAttributeMapsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        external_id: str | None | NotGiven = NOT_GIVEN,
        saml_options: ConnectionSamlOptionsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        oidc_options: ConnectionOidcOptionsPatch | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        options: RequestOptions | None = None,
    ) -> Connection:
        """Update a connection.

        What is left out stays as it is; `None` clears a field.

        Newer than the published description of the API: known from other clients only.

        Args:
            connection_id: The id of the connection (`conn_…`).
            name: The name people see in the dashboard.
            connection_type: The kind of identity provider, one of the names in `ConnectionType`.
            attribute_maps: Which attribute of the identity provider fills which field of a profile.
            external_id: Your own id for it. `None` removes it.
            saml_options: The SAML configuration; excludes `oidc_options`.
            oidc_options: The OpenID Connect configuration; excludes `saml_options`.

        Returns:
            The connection after the change.
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
        """Build the URL that starts a sign-in.

        Redirect the browser there. After the sign-in it comes back to `redirect_uri` with your `state` and a
        `code`, which `get_profile_and_token` exchanges for the profile; a sign-in that failed comes back with
        `error` and `error_description` instead. Say who signs in with exactly one of `connection`, `organization`
        and `provider` (or the deprecated `domain`).

        Documented limit: 1000 per 60 seconds. SSO authorization URLs opened for one connection.

        Args:
            client_id: The client id of your environment. None takes that of the client.
            redirect_uri: Where the browser comes back to. It must be one of the redirect URIs configured in the
                dashboard.
            connection: The id of the connection to sign in with (`conn_…`).
            organization: The id of the organization whose connection is used (`org_…`).
            provider: The OAuth provider to sign in with, for people whose company has no connection.
            domain: Deprecated. The e-mail domain of the person; it picks the connection of the organization
                that has this domain. Use `connection` or `organization`.
            state: Your own text; the redirect brings it back unchanged. Make it unguessable and compare it, so
                that nobody can slip in a foreign sign-in.
            login_hint: The e-mail address or user name to fill in at the provider. Not every provider heeds it.
            domain_hint: The domain to preselect at the provider. Not every provider heeds it.
            prompt: Makes the provider ask for credentials even when the person is already signed in there.
            nonce: A random value that binds the ID token of an OpenID Connect provider to this request.
            provider_scopes: OAuth scopes to ask the provider for beyond the configured ones. Only OAuth
                providers take them.
            provider_query_params: Further query parameters for the authorization page of an OAuth provider, by
                name.
            code_challenge: The PKCE challenge: the SHA-256 hash of a code verifier in URL-safe base64 without
                padding. Give the verifier itself to `get_profile_and_token`.

        Returns:
            The URL.
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
        options: RequestOptions | None = None,
    ) -> ProfileAndToken:
        """Exchange the code of a finished sign-in for the profile and a token.

        A code works once and only for a short time. Look at `profile.organization_id` or `profile.connection_id`
        before you let somebody in: identity providers may pass on e-mail addresses they do not own.

        Args:
            client_id: The client id of your environment. None takes that of the client.
            code: The `code` the redirect brought.
            code_verifier: The PKCE verifier behind the `code_challenge` of the authorization URL; needed when
                there was one.

        Returns:
            The profile and its token.

        Raises:
            BadRequestError: `code` or `error` is `invalid_client`, `unauthorized_client`, `invalid_grant` or
                `unsupported_grant_type`.
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
            options=options,
        )

    def exchange_id_token(
        self,
        *,
        subject_token: str,
        organization_id: str,
        client_id: str | None = None,
        options: RequestOptions | None = None,
    ) -> ProfileAndToken:
        """Exchange an ID token of an OpenID Connect provider for the profile and a token.

        For people who signed in at the identity provider without a redirect through WorkOS. The token is checked
        against the connection of the organization.

        Args:
            client_id: The client id of your environment. None takes that of the client.
            subject_token: The ID token that the OpenID Connect provider issued.
            organization_id: The id of the organization whose connection the token is checked against.

        Returns:
            The profile and its token.

        Raises:
            APIError: The same as `get_profile_and_token`.
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
            options=options,
        )

    def get_profile(self, *, access_token: str, options: RequestOptions | None = None) -> Profile:
        """Get the profile that an access token stands for.

        The token is the one `get_profile_and_token` returned; the API key plays no part.

        Args:
            access_token: The access token of the user; it is sent in place of the API key.

        Returns:
            The profile.

        Raises:
            AuthenticationError: `code` or `error` is `Unauthorized`.
        """
        return self._requestor.call(_GET_PROFILE, access_token=access_token, options=options)

    def authorize_logout(self, *, profile_id: str, options: RequestOptions | None = None) -> SsoLogoutAuthorization:
        """Start signing a person out at their identity provider.

        Redirect the browser to the `logout_url` of the answer, or hand the `logout_token` to `get_logout_url`. The
        connection must support single logout.

        Args:
            profile_id: The id of the profile (`prof_…`).

        Returns:
            Where to send the browser.

        Raises:
            BadRequestError: `code` or `error` is `connection_invalid` or `unauthorized_client`.
        """
        return self._requestor.call(_AUTHORIZE_LOGOUT, body={"profile_id": profile_id}, options=options)

    def get_logout_url(self, *, token: str) -> str:
        """Build the URL that signs a person out at their identity provider.

        Redirect the browser there. The URL belongs to auth.workos.com, not to the API.

        Args:
            token: The `logout_token` that `authorize_logout` returned.

        Returns:
            The URL.
        """
        return self._requestor.url(_GET_LOGOUT_URL, {}, {"token": token})
