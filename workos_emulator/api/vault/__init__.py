"""Handlers of Vault objects, data keys and key-encryption keys."""
