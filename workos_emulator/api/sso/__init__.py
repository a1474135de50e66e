"""Handlers of SSO: authorization, connections, profiles, certificates and logout."""
