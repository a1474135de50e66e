"""Roles, permissions, resources, and who has which role where."""
