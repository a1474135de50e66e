"""Storage: stored objects, their collections and indexes, and the state of an environment."""
