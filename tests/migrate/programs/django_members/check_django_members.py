import os

from emulated import emulated

with emulated() as emulator:
    os.environ["DJANGO_SETTINGS_MODULE"] = "members_site.settings"
    import django

    django.setup()
    from django.test import Client

    organization = emulator.create("organizations", name="Acme")
    ada, bob = (emulator.create("users", email=f"{name}@acme.com") for name in ("ada", "bob"))
    url = f"/members/{organization['id']}"
    browser = Client()
    assert browser.get(f"{url}/add", {"user_id": ada["id"]}).json() == {"added": True}
    assert browser.get(f"{url}/add", {"user_id": bob["id"]}).json() == {"added": True}
    assert browser.get(url).json() == {"members": ["ada@acme.com", "bob@acme.com"]}
    assert browser.get("/password", {"email": "ada@acme.com"}).json() == {"email": "ada@acme.com"}
