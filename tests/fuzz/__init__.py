"""schemathesis tests of the emulator."""
