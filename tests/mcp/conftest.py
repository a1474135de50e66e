"""Tests that need an MCP stack run in the nox session `mcp`, which installs the oldest and the newest supported versions."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("mcp") and find_spec("fastmcp") else ["test_servers.py", "test_examples.py"]
