"""Pitfalls: where the API differs from what a generator or a reader would expect. One test for each, numbered by topic."""
