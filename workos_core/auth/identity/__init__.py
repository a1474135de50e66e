"""Identities and requirements of a request, and requests, responses and cookies of any web framework as plain values."""
