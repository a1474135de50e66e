"""The identity providers and directory providers that can be chosen, with the names that admins know them by."""

from collections.abc import Mapping
from typing import Literal

IDENTITY_PROVIDERS: Mapping[str, str] = {
    "AzureSAML": "Entra ID SAML",
    "EntraIdOIDC": "Entra ID OIDC",
    "GoogleSAML": "Google SAML",
    "GoogleOIDC": "Google OIDC",
    "OktaSAML": "Okta SAML",
    "OktaOIDC": "Okta OIDC",
    "OneLoginSAML": "OneLogin SAML",
    "ADFSSAML": "Microsoft AD FS SAML",
    "AdpOidc": "ADP OIDC",
    "Auth0SAML": "Auth0 SAML",
    "CasSAML": "CAS SAML",
    "ClassLinkSAML": "ClassLink SAML",
    "CleverOIDC": "Clever OIDC",
    "CloudflareSAML": "Cloudflare SAML",
    "CyberArkSAML": "CyberArk SAML",
    "DuoSAML": "Duo SAML",
    "JumpCloudSAML": "JumpCloud SAML",
    "KeycloakSAML": "Keycloak SAML",
    "LastPassSAML": "LastPass SAML",
    "LoginGovOidc": "Login.gov OIDC",
    "MiniOrangeSAML": "miniOrange SAML",
    "NetIqSAML": "NetIQ SAML",
    "OracleSAML": "Oracle SAML",
    "PingFederateSAML": "PingFederate SAML",
    "PingOneSAML": "PingOne SAML",
    "RipplingSAML": "Rippling SAML",
    "SalesforceSAML": "Salesforce SAML",
    "ShibbolethGenericSAML": "Shibboleth generic SAML",
    "ShibbolethSAML": "Shibboleth unsolicited SAML",
    "SimpleSamlPhpSAML": "SimpleSAMLphp SAML",
    "VMwareSAML": "VMware SAML",
    "GenericSAML": "Custom SAML",
    "GenericOIDC": "Custom OIDC",
}
"""The names of the identity providers by connection type. OAuth providers are set up in the dashboard of WorkOS instead."""

DIRECTORY_PROVIDERS: Mapping[str, str] = {
    "azure scim v2.0": "Entra ID SCIM",
    "gsuite directory": "Google Workspace",
    "okta scim v2.0": "Okta SCIM",
    "onelogin scim v2.0": "OneLogin SCIM",
    "workday": "Workday",
    "bamboohr": "BambooHR",
    "breathe hr": "Breathe HR",
    "cezanne hr": "Cezanne HR",
    "cyberark scim v2.0": "CyberArk SCIM",
    "fourth hr": "Fourth",
    "hibob": "HiBob",
    "jump cloud scim v2.0": "JumpCloud SCIM",
    "people hr": "Access People HR",
    "personio": "Personio",
    "pingfederate scim v2.0": "PingFederate SCIM",
    "rippling scim v2.0": "Rippling SCIM",
    "sailpoint scim v2.0": "SailPoint SCIM",
    "sftp": "SFTP",
    "sftp workday": "Workday over SFTP",
    "s3": "AWS S3",
    "generic scim v2.0": "Custom SCIM v2.0",
}
"""The names of the directory providers by directory type."""

Access = Literal["scim", "oauth", "files", "api_key"]


def is_saml(connection_type: str) -> bool:
    """Return whether connections of this type use SAML; otherwise, they use OpenID Connect."""
    return connection_type.endswith("SAML")


def identity_provider(connection_type: str) -> str:
    """Return the name of the identity provider of a connection."""
    return IDENTITY_PROVIDERS.get(connection_type, connection_type)


def directory_access(directory_type: str) -> Access:
    """Return how the users of a directory reach WorkOS.

    Returns:
        `scim`: the provider sends them to the SCIM endpoint. `oauth`: an admin of the provider allows the access. `files`: the
        organization uploads files. `api_key`: WorkOS reads them with an API key of the provider.
    """
    if "scim" in directory_type:
        return "scim"
    if directory_type == "gsuite directory":
        return "oauth"
    return "files" if directory_type in ("sftp", "sftp workday", "s3") else "api_key"
