"""Calls to an API with rate limits: how long they take, how many are rate limited, and how many fail."""
