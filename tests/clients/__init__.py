"""Tests of the async and the sync client together, and of what only one of them has."""
