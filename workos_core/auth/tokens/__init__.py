"""Access tokens and the public keys that verify them."""
