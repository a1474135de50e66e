"""Passkeys (WebAuthn): options and verification of both ceremonies, and progressive enrollment."""
