"""HTTP backends, connection pool, TLS and proxies."""
