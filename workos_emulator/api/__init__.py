"""Handlers of the API operations, one module or folder per resource."""
