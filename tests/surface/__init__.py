"""The snapshot of the public API surface."""
