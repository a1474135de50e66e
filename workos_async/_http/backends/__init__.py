"""The implementations of `HTTPBackend`."""
