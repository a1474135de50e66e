"""`require_connect_token` for each framework: routes that Connect applications, such as MCP clients and agents, call."""
