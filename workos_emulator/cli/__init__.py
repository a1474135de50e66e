"""The `workos-emulator` command, one module per subcommand."""
