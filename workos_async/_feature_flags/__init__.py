"""Local evaluation of feature flags."""
