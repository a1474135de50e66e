"""Positions in the event stream."""
