"""Building blocks of a browser sign-in: PKCE, OAuth state, callback, verifier cookie, redirect URIs, open-redirect protection."""
