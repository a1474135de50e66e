"""The names of the official Python SDK: read from its packages, joined with our methods by endpoint, and rendered as the tables of the codemod."""
