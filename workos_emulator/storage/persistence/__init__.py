"""Persistence: snapshots of the state, and the SQLite database."""
