"""Feature flags evaluated locally."""
