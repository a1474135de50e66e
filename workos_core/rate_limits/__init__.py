"""The rate limits of the API: their scopes, sliding windows and Redis scripts."""
