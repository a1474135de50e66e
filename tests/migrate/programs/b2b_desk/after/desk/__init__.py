"""A help desk for organizations."""
