"""The handlers of audit logs: events, exports and schemas."""
