"""HTTP without I/O: request encoding, response decoding, retry policy, timeouts, hooks, tracing and connection settings."""
