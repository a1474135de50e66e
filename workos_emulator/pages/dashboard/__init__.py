"""The dashboard: pages that show and change the state of the emulator."""
