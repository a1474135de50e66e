"""What AI agents and other programs need to call APIs: access tokens that are renewed, and the audit log of their tool calls."""
