"""Cookie sealing: the formats Fe26.2 and Fernet, the passwords, and cookies split into chunks."""
