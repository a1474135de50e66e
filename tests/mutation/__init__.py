"""Mutation tests: change the security-critical code in small ways, and fail if the tests don't notice enough of the changes."""
