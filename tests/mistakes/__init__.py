"""Typical mistakes, and the error of each: its class and its full text."""
