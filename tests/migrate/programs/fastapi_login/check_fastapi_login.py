from emulated import authorization_code, emulated

with emulated() as emulator:
    from fastapi.testclient import TestClient

    user = emulator.create("users", email="ada@example.com", email_verified=True)

    import login_app

    browser = TestClient(login_app.app, follow_redirects=False)
    assert browser.get("/me").status_code == 401
    url = browser.get("/login").headers["location"]
    assert "/user_management/authorize?" in url
    assert "state=s1" in url
    assert browser.get("/callback?code=wrong").status_code == 400
    code = authorization_code(emulator, url, user)
    assert browser.get(f"/callback?code={code}").headers["location"] == "/me"
    assert browser.get("/me").json()["session"].startswith("session_")
    emulator.clock.advance(hours=1)
    if emulated.is_migrated:  # the official SDK verifies access tokens with the time of the computer
        assert browser.get("/me").json()["session"].startswith("session_")
    assert "/sessions/logout?session_id=" in browser.get("/logout").headers["location"] or emulated.is_migrated
