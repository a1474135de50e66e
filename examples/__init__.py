"""Example programs. docs/examples.md lists the command that runs each of them."""
