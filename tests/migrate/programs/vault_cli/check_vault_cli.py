from emulated import emulated

with emulated():
    import vault_cli

    assert vault_cli.decrypt(vault_cli.encrypt("secret")) == "secret"
    assert vault_cli.store("token", "ab") == "abab"
    assert vault_cli.names() == ["token"]
    url, verifier = vault_cli.start_sign_in()
    assert "code_challenge_method=S256" in url
    assert len(verifier) >= 43
