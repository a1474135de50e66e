"""The official Python SDK against the emulator, on a socket: it must be able to parse every response."""
