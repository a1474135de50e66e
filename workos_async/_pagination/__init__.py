"""Pagers and prefetching."""
