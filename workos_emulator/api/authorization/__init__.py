"""Handlers of authorization: roles, permissions, resources and role assignments."""
