"""Rendering: stored objects as the JSON that the API returns."""
