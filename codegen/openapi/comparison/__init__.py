"""Comparison of the spec with another OpenAPI document, and the reasons for the differences."""
