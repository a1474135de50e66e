"""Seeding: objects that the API cannot create, factories, and seed files."""
