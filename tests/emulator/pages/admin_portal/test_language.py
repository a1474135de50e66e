"""The language of the pages: that of the browser, or the `ui_locales` of the link, which the session keeps."""

from typing import Any

import pytest

from workos_emulator import Emulator

from ...support import Api
from ..browsing import Browser
from .conftest import NewCertificate
from .test_sessions import new_link


def test_the_language_of_the_browser(api: Api, browser: Browser, acme: Any) -> None:
    browser.client.headers["accept-language"] = "ja"
    browser.open(new_link(api, acme, intent="domain_verification"))
    assert browser.page is not None
    assert (browser.page.language, browser.heading) == ("ja", "ドメインの検証")
    browser.submit("ドメインを追加する", ドメイン="acme")
    assert browser.page.error_of("ドメイン") == "ドメインを入力してください（例: example.com）。"
    browser.submit("ドメインを追加する", ドメイン="acme.com")
    assert "保留中" in browser.page.text
    browser.submit("レコードを確認する").submit("設定を完了する")
    assert browser.heading == "設定が完了しました"


def test_a_session_keeps_the_language_of_its_link(api: Api, browser: Browser, acme: Any, emulator: Emulator) -> None:
    browser.client.headers["accept-language"] = "fr"
    browser.open(new_link(api, acme) + "&ui_locales=de")
    assert browser.heading == "Admin-Portal"
    browser.click("Single Sign-on (SSO)").submit("Weiter")
    assert browser.page is not None
    assert browser.page.error_of("Identitätsanbieter") == "Wählen Sie einen Identitätsanbieter aus."
    browser.submit("Weiter", Identitätsanbieter="OktaSAML")
    assert browser.heading == "Okta SAML einrichten"
    browser.submit("Metadaten-URL verwenden", **{"Metadaten-URL": "https://idp.example.com/metadata"})
    assert "aktiv" in browser.page.text
    browser.submit("Anmeldung testen")
    assert browser.heading == "Mit Acme Okta SAML anmelden"
    browser.submit("Weiter", **{"E-Mail-Adresse": "ada@example.com"})
    assert browser.heading == "Testanmeldung erfolgreich"
    url = browser.page.url
    emulator.clock.advance(3600)
    assert browser.open(url).heading == "Diese Sitzung des Admin-Portals ist beendet"


@pytest.mark.parametrize(
    ("days", "metadata", "error"),
    [
        (-1, "", "Le certificat a expiré le "),
        (0, "<a>", "Les métadonnées ne sont pas du XML bien formé\u00a0: il y a une erreur à la ligne 1."),
        (0, "<a/>", "Les métadonnées n’ont pas d’élément EntityDescriptor."),
    ],
)
def test_the_language_of_errors(
    api: Api, browser: Browser, acme: Any, new_certificate: NewCertificate, days: int, metadata: str, error: str
) -> None:
    browser.open(new_link(api, acme, intent="sso") + "&ui_locales=fr")
    browser.submit("Continuer", **{"Fournisseur d’identité": "OktaSAML"})
    assert browser.page is not None
    if metadata:
        browser.submit("Utiliser le XML des métadonnées", **{"XML des métadonnées": metadata})
        assert error in browser.page.error_of("XML des métadonnées")
    else:
        browser.submit("Utiliser ces valeurs", **{"Certificat X.509": new_certificate(days)})
        assert error in browser.page.error_of("Certificat X.509")


def test_the_language_of_error_pages(api: Api, browser: Browser, acme: Any) -> None:
    browser.open("/hosted/admin-portal", ui_locales="es", token="none")
    assert browser.heading == "Este enlace ya no funciona"
    browser.open(new_link(api, acme, intent="sso") + "&ui_locales=es")
    assert browser.page is not None
    url = browser.page.url
    browser.open(url.replace("/sso/provider", "/domains"))
    assert browser.heading == "Este enlace es para otra función"
    assert "Esta página es para Verificación de dominios, pero el enlace se creó para Inicio de sesión único." in (
        browser.page.text
    )
    assert browser.open(url.replace("/provider", "/connection")).heading == "Conexión no encontrada"
