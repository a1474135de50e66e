"""Tests of all pages with axe-core in a real browser."""
