"""The handlers of the Vault and its key-encryption keys."""
