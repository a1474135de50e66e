"""The Connect authorization server of the AuthKit domain: OAuth 2.0 and OpenID Connect for other applications."""
