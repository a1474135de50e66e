"""Benchmarks of this SDK, compared with the official SDK and with bare libraries: `nox -s bench`."""
