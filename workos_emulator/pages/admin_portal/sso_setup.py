"""The configuration of a connection: the metadata of a SAML identity provider, or the client of an OpenID Connect provider."""

from collections.abc import Mapping

from workos_emulator.http import urls
from workos_emulator.http.messages import Response
from workos_emulator.pages import html
from workos_emulator.pages.admin_portal import certificates, saml_metadata
from workos_emulator.pages.admin_portal.portal_request import PortalRequest, portal_page
from workos_emulator.pages.admin_portal.providers import IDENTITY_PROVIDERS, identity_provider, is_saml
from workos_emulator.pages.admin_portal.saml_metadata import IdpMetadata, InvalidMetadataError
from workos_emulator.pages.admin_portal.sso import find_connection, options
from workos_emulator.pages.page_request import LocalizedError
from workos_emulator.storage.objects.sso import Connection

_DISCOVERY = "/.well-known/openid-configuration"
_SAML_FIELDS = ("metadata_url", "metadata_xml", "entity_id", "sso_url", "certificate")
_OIDC_FIELDS = ("client_id", "client_secret", "discovery_endpoint")

Texts = Mapping[str, str]


@portal_page("/sso/setup", "sso")
def setup(request: PortalRequest) -> Response:
    """Ask for the configuration, and activate a draft with it."""
    connection = find_connection(request)
    if connection.type == "Pending":
        return request.redirect("/sso/provider", connection=connection.id)
    if connection.type not in IDENTITY_PROVIDERS:
        raise LocalizedError("no_setup", 409, type=connection.type)
    names, save = (_SAML_FIELDS, _save_saml) if is_saml(connection.type) else (_OIDC_FIELDS, _save_oidc)
    if not request.is_submitted:
        return _show(request, connection, _current(connection), {})
    texts = {name: request.form.get(name, "").strip() for name in names}
    if errors := save(request, connection, texts):
        return _show(request, connection, texts, errors)
    return request.redirect("/sso/connection", connection=connection.id)


def _save_saml(request: PortalRequest, connection: Connection, texts: Texts) -> dict[str, str]:
    """Save the configuration in the way that the button names. Return the errors by field; nothing is saved then."""
    way, now = request.form.get("way", ""), request.state.now()
    if way == "metadata_url":
        if not urls.is_secure(texts[way]):
            return {way: request.text("portal.saml.invalid_url", example="https://idp.example.com/metadata")}
        saml = {"idp_metadata_url": texts[way], "idp_entity_id": None, "idp_sso_url": None}
        _update(request, connection, "saml_options", saml)
        return {}
    if way == "metadata_xml":
        try:
            metadata = saml_metadata.parse(texts[way], now) if texts[way] else None
        except InvalidMetadataError as error:
            return {way: error.translate(request.text)}
        if metadata is None:
            return {way: request.text("portal.saml.metadata_missing")}
    else:
        errors = _value_errors(request, texts)
        if errors:
            return errors
        metadata = IdpMetadata(texts["entity_id"], texts["sso_url"], [saml_metadata.to_pem(texts["certificate"])])
    if not metadata.entity_id or not urls.is_web_url(metadata.sso_url):
        return {way: request.text("portal.saml.incomplete")}
    certificates.replace(request, connection, "idp_signing", metadata.certificates)
    saml = {"idp_metadata_url": None, "idp_entity_id": metadata.entity_id, "idp_sso_url": metadata.sso_url}
    _update(request, connection, "saml_options", saml)
    return {}


def _value_errors(request: PortalRequest, texts: Texts) -> dict[str, str]:
    errors: dict[str, str] = {}
    if not texts["entity_id"]:
        errors["entity_id"] = request.text("portal.saml.entity_id_missing")
    if not urls.is_secure(texts["sso_url"]):
        errors["sso_url"] = request.text("portal.saml.invalid_url", example="https://idp.example.com/sso")
    try:
        saml_metadata.check_certificate(saml_metadata.to_pem(texts["certificate"]), request.state.now())
    except InvalidMetadataError as error:
        errors["certificate"] = error.translate(request.text)
    return errors


def _save_oidc(request: PortalRequest, connection: Connection, texts: Texts) -> dict[str, str]:
    """Save the configuration. Return the errors by field; nothing is saved then."""
    errors: dict[str, str] = {}
    if not texts["client_id"]:
        errors["client_id"] = request.text("portal.oidc.client_id_missing")
    old = options(connection, "oidc_options")
    if not (texts["client_secret"] or old.get("client_secret")):
        errors["client_secret"] = request.text("portal.oidc.client_secret_missing")
    if not urls.is_secure(texts["discovery_endpoint"]) or not texts["discovery_endpoint"].endswith(_DISCOVERY):
        errors["discovery_endpoint"] = request.text("portal.oidc.discovery_invalid", suffix=_DISCOVERY)
    if not errors:
        _update(request, connection, "oidc_options", {name: text for name, text in texts.items() if text})
    return errors


def _update(request: PortalRequest, connection: Connection, name: str, values: Mapping[str, str | None]) -> None:
    request.call("updateConnection", {"connection_id": connection.id}, **{name: dict(values)})


def _current(connection: Connection) -> Texts:
    """Return the configuration without its secrets."""
    saml = options(connection, "saml_options")
    oidc = options(connection, "oidc_options")
    names = {"metadata_url": "idp_metadata_url", "entity_id": "idp_entity_id", "sso_url": "idp_sso_url"}
    return {
        **{name: saml.get(option) or "" for name, option in names.items()},
        **{name: oidc.get(name) or "" for name in ("client_id", "discovery_endpoint")},
    }


def _show(request: PortalRequest, connection: Connection, texts: Texts, errors: Texts) -> Response:
    application = (
        html.heading(request.text("portal.sso.step_1")),
        html.facts(service_provider(request, connection)),
        html.paragraph(request.text("portal.sso.no_endpoints")),
    )
    details = html.heading(request.text("portal.sso.step_2"))
    if is_saml(connection.type):
        content = "".join(application) + details + _saml_forms(request, texts, errors)
    else:
        content = html.columns("".join(application), details + _oidc_form(request, texts, errors))
    title = request.text("portal.setup", name=identity_provider(connection.type))
    return request.show(title, content, problem=bool(errors), wide=True)


def service_provider(request: PortalRequest, connection: Connection) -> dict[str, str]:
    """Return what the identity provider needs to know, by name."""
    base = request.state.base_url
    if connection.type not in IDENTITY_PROVIDERS:
        return {}
    if not is_saml(connection.type):
        return {request.text("portal.oidc.redirect_uri"): f"{base}/sso/oidc/{connection.id}/callback"}
    saml = options(connection, "saml_options")
    return {
        request.text("portal.saml.acs_url"): saml.get("acs_url") or f"{base}/sso/saml/acs/{connection.id}",
        request.text("portal.saml.sp_entity_id"): saml.get("sp_entity_id") or f"{base}/sso/saml/{connection.id}",
    }


def _saml_forms(request: PortalRequest, texts: Texts, errors: Texts) -> str:
    def text(name: str, label: str, type: str = "text", hint: str = "") -> str:
        return html.field(name, label, type=type, value=texts.get(name, ""), error=errors.get(name, ""), hint=hint)

    def multiline(name: str, label: str) -> str:
        return html.textarea(name, label, value=texts.get(name, ""), error=errors.get(name, ""))

    metadata = (
        request.session_form(
            text("metadata_url", request.text("portal.saml.metadata_url"), type="url"),
            html.button(request.text("portal.saml.use_url"), name="way", value="metadata_url"),
        ),
        request.session_form(
            multiline("metadata_xml", request.text("portal.saml.metadata_xml")),
            html.button(request.text("portal.saml.use_xml"), name="way", value="metadata_xml"),
        ),
    )
    values = request.session_form(
        text("entity_id", request.text("portal.saml.entity_id")),
        text("sso_url", request.text("portal.saml.sso_url"), type="url"),
        multiline("certificate", request.text("portal.saml.certificate")),
        html.button(request.text("portal.saml.use_values"), name="way", value="values"),
    )
    return html.paragraph(request.text("portal.sso.ways")) + html.columns("".join(metadata), values)


def _oidc_form(request: PortalRequest, texts: Texts, errors: Texts) -> str:
    def text(name: str, label: str, type: str = "text", hint: str = "") -> str:
        return html.field(name, label, type=type, value=texts.get(name, ""), error=errors.get(name, ""), hint=hint)

    return request.session_form(
        text("client_id", request.text("portal.oidc.client_id")),
        html.field(
            "client_secret",
            request.text("portal.oidc.client_secret"),
            type="password",
            error=errors.get("client_secret", ""),
        ),
        text(
            "discovery_endpoint",
            request.text("portal.oidc.discovery_endpoint"),
            type="url",
            hint=request.text("portal.oidc.discovery_hint", suffix=_DISCOVERY),
        ),
        html.button(request.text("portal.save")),
    )
