"""What `workos-emulator` does, one module for each command."""
