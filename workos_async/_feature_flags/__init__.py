"""The feature flag runtime."""
