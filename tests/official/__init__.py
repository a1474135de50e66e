"""The official Python SDK against the emulator, on a socket: every answer has to be one that it can parse."""
