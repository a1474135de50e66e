"""The snapshot of the public surface."""
