"""The identity behind a request, what a route requires of it, and web requests, responses and cookies as plain values."""
