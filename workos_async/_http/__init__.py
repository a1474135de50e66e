"""HTTP backends, the connection pool, TLS and proxies."""
