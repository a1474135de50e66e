"""Rate limiters: in-process, and shared through Redis."""
