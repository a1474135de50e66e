"""Audit logs."""
