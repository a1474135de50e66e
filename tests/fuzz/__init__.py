"""schemathesis against the emulator."""
