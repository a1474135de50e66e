"""Events: the event log, event emission and webhook delivery."""
