"""Handlers of Pipes: data integrations, connected accounts and their credentials."""
