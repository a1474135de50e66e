"""Handlers of audit logs: events, exports and schemas."""
