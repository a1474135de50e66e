"""Concurrency primitives. A sync twin is written by hand (in codegen/sync_overrides) only where a translation would not work."""
