"""Fuzzing of the emulator with schemathesis."""
