"""Persistence: the state as snapshots and as a SQLite file."""
