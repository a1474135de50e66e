"""Concurrency primitives. Their sync twins are written by hand where a translation would not do."""
