"""The stored objects, one module per resource."""
