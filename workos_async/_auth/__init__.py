"""Sessions, access tokens, browser sign-in and the device flow."""
