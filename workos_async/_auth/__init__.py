"""SessionMethods, access tokens, sign-in and device flow."""
