"""Access tokens: their claims, their verification, and the public keys (JWKS) that sign them."""
