"""The language of the pages of a flow, from its beginning to the sign-out."""

from typing import Any

import httpx
import pytest

from workos_emulator import Emulator

from ..support import Api
from .browsing import Browser
from .conftest import EMAIL, PASSWORD, start_sign_in


def language_of(browser: Browser) -> str:
    assert browser.page
    return browser.page.language


@pytest.mark.parametrize(
    ("locales", "header", "language"),
    [
        ("de-AT", "", "de"),
        ("de", "fr", "de"),
        ("nl pt-BR ja", "fr", "ja"),
        ("nl", "fr-CH, en;q=0.5", "fr"),
        ("nl", "", "en"),
        ("", "es-MX", "es"),
        ("", "", "en"),
    ],
)
def test_ui_locales_precede_accept_language(browser: Browser, locales: str, header: str, language: str) -> None:
    browser.client.headers["accept-language"] = header
    start_sign_in(browser, ui_locales=locales)
    assert language_of(browser) == language


def test_a_flow_keeps_its_language(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    start_sign_in(browser, ui_locales="fr", redirect_uri="http://localhost:4100/hosted/none")
    for link in ("Se connecter via SSO", "Retour", "Mot de passe oublié\u202f?"):
        assert language_of(browser.click(link)) == "fr"
    browser.click("Retour")
    browser.submit("Se connecter")
    assert browser.page
    assert browser.page.error_of("Mot de passe") == "Saisissez votre mot de passe."
    assert browser.page.title.startswith("Erreur\u00a0: Se connecter")
    emulator.clock.advance(3600)
    assert language_of(browser.open(browser.page.url)) == "fr"
    assert browser.heading == "Cette connexion est terminée"


def test_sso_and_device_and_reset_and_invitation(api: Api, browser: Browser, ada: Any, emulator: Emulator) -> None:
    connection = emulator.create("connections", organization_id=api.organization()["id"], name="Okta")
    query = {"client_id": emulator.client_id, "redirect_uri": "http://localhost:3000/callback"}
    browser.open("/sso/authorize", response_type="code", connection=connection["id"], ui_locales="ja", **query)
    assert browser.heading == "Okta でサインイン"
    device = api("POST", "/user_management/authorize/device", json={"client_id": emulator.client_id})
    browser.open("/hosted/device", user_code=device["user_code"], ui_locales="es").submit("Continuar")
    assert browser.heading == "Iniciar sesión"
    browser.submit("Iniciar sesión", Correo_electrónico=EMAIL, Contraseña=PASSWORD)
    assert browser.heading == "¿Conectar este dispositivo?"
    assert browser.submit("Conectar el dispositivo").heading == "Dispositivo conectado"
    start_sign_in(browser, ui_locales="de", prompt="login").click("Passwort vergessen?")
    assert browser.page
    browser.page.labels = {"email": "Email"}
    browser.submit("Link senden", Email=EMAIL)
    link = emulator.outbox.last(EMAIL).url
    assert link
    browser.client.cookies.clear()
    assert browser.open(link).heading == "Neues Passwort wählen"
    browser.open("/hosted/invite", invitation_token="used", ui_locales="ja")
    assert browser.heading == "この招待は無効になっています"


def test_the_signed_out_page_has_the_language_of_the_sign_in(api: Api, browser: Browser, ada: Any) -> None:
    start_sign_in(browser, ui_locales="de").submit("Anmelden", **{"E-Mail-Adresse": EMAIL, "Passwort": PASSWORD})
    session = api.authenticate("authorization_code", code=browser.code)
    id = api("GET", f"/user_management/users/{session['user']['id']}/sessions")["data"][0]["id"]
    assert browser.open("/user_management/sessions/logout", session_id=id).heading == "Sie sind abgemeldet"
    assert browser.open("/user_management/sessions/logout", session_id=id).heading == "You are signed out"
    browser.open("/user_management/sessions/logout", session_id=id, ui_locales="es")
    assert browser.heading == "Has cerrado la sesión"


def test_another_browser_does_not_see_the_language_of_a_flow(api: Api, browser: Browser) -> None:
    start_sign_in(browser, ui_locales="de")
    assert browser.page
    with httpx.Client(transport=api.emulator.transport, base_url="https://api.workos.com") as other:
        assert 'lang="en"' in other.get(browser.page.url).text


def test_the_dashboard_is_english(browser: Browser) -> None:
    browser.client.headers["accept-language"] = "de"
    for path in ("/", "/hosted/mail"):
        assert language_of(browser.open(path, ui_locales="de")) == "en"


def test_strict_query_parameters_accept_ui_locales(browser: Browser, emulator: Emulator) -> None:
    emulator.settings.strict_query_parameters = True
    start_sign_in(browser, ui_locales="de")
    assert browser.heading == "Anmelden"
    assert all("ui_locales" not in entry.unknown_parameters for entry in emulator.requests)
