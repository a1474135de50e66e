"""Authentication: credentials, passwords, TOTP, one-time codes, sign-in steps, OAuth and access tokens."""
