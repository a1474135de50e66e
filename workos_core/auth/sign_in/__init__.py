"""The steps of a browser sign-in: PKCE, OAuth state, callback, verifier cookie, redirect URIs and return paths."""
